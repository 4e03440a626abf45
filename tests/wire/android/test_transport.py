"""adb's transport: what is right is served, what is wrong ends its connection, and the phone goes on."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.wire.android.conftest import Plugged
from tests.wire.android.host import HEAD, VERSION, Gone, Host, frames, packed

ALIVE = "alive\n"


def lives(plugged: Plugged) -> bool:
    with Host(plugged.serial) as host:
        return host.shell("echo alive")[0] == ALIVE


def test_the_phone_says_who_it_is(plugged: Plugged, host: Host) -> None:
    assert host.version == VERSION
    assert host.banner.startswith(f"device::ro.product.name={plugged.phone.model.code};")
    assert host.banner.endswith("features=shell_v2,cmd")


LINES = [
    ("echo hi", ("hi\n", "", 0)),
    ("false", ("", "", 1)),
    ("nosuch", ("", "/system/bin/sh: nosuch: inaccessible or not found\n", 127)),
    ("false || echo b; true;", ("b\n", "", 0)),
    ("export A=\"''\"; exec echo $A", ("''\n", "", 0)),
    ("echo 'no end", ("", "/system/bin/sh: no closing quote: 'no end\n", 2)),
    ("mkdir -p -- '/data/local/tmp' && echo made", ("made\n", "", 0)),
]


@pytest.mark.parametrize(("line", "printed"), LINES)
def test_lines(host: Host, line: str, printed: tuple[str, str, int]) -> None:
    assert host.shell(line) == printed


def test_the_older_shell_has_one_stream_and_no_exit_code(host: Host) -> None:
    assert host.open("shell:echo a; nosuch").all() == (
        b"a\n/system/bin/sh: nosuch: inaccessible or not found\n"
    )


def test_a_picture_comes_byte_for_byte(host: Host, plugged: Plugged) -> None:
    assert host.open("exec:screencap -p").all() == plugged.phone.screenshot()


REFUSED = ["tcp:1", "tcp:6791", "nothing", "", "jdwp:1", "shell", "localabstract:x"]


@pytest.mark.parametrize("service", REFUSED)
def test_what_is_not_there_is_refused_and_the_rest_goes_on(host: Host, service: str) -> None:
    with pytest.raises(Gone):
        host.open(service)
    assert host.shell("echo alive")[0] == ALIVE


MALFORMED = {
    "no greeting": packed(b"OPEN", 1, 0, b"shell:ls\0"),
    "unknown command": packed(b"SHUT", 1, 0),
    "wrong magic": HEAD.pack(b"CNXN", VERSION, 4096, 0, 0, 1),
    "oversized": HEAD.pack(
        b"CNXN", VERSION, 4096, 0xFFFF_FFFF, 0, int.from_bytes(b"CNXN", "little") ^ 0xFFFF_FFFF
    ),
    "too old": packed(b"CNXN", 0, 4096),
    "takes nothing": packed(b"CNXN", VERSION, 1),
    "not adb": b"GET / HTTP/1.1\r\nHost: phone\r\n\r\n",
}


@pytest.mark.parametrize("sent", MALFORMED.values(), ids=MALFORMED)
def test_what_is_no_packet_ends_the_connection(plugged: Plugged, sent: bytes) -> None:
    with Host(plugged.serial, greet=False) as stranger:
        stranger.socket.sendall(sent)
        with pytest.raises(Gone):
            stranger.receive()
    assert lives(plugged)


def test_a_wrong_checksum_counts_for_hosts_that_write_them(plugged: Plugged) -> None:
    with Host(plugged.serial, version=VERSION - 1) as host:
        assert host.version == VERSION - 1
        assert host.shell("echo alive")[0] == ALIVE
        host.socket.sendall(packed(b"OPEN", 7, 0, b"shell:ls\0", check=1))
        with pytest.raises(Gone):
            host.receive()
    assert lives(plugged)


def test_half_a_packet_holds_up_nobody(plugged: Plugged) -> None:
    with Host(plugged.serial, greet=False) as slow, Host(plugged.serial) as torn:
        slow.socket.sendall(packed(b"CNXN", VERSION, 4096)[:10])
        torn.socket.sendall(packed(b"OPEN", 1, 0, b"shell:ls\0")[:30])
        assert lives(plugged)
    assert lives(plugged)


def test_a_second_greeting_begins_anew(host: Host) -> None:
    log = host.open("shell:logcat")
    log.read()
    host.send(b"CNXN", VERSION, 4096)
    command, *_ = host.receive()
    while command != b"CNXN":
        command, *_ = host.receive()
    host.send(b"OKAY", log.own, log.theirs)


PACKETS = st.tuples(
    st.sampled_from([b"CNXN", b"OPEN", b"OKAY", b"WRTE", b"CLSE"]),
    st.sampled_from([0, 1, 2, VERSION, 0xFFFF_FFFF]),
    st.sampled_from([0, 1, 2, 4096, 0xFFFF_FFFF]),
    st.one_of(
        st.binary(max_size=40), st.sampled_from([b"shell:echo\0", b"sync:\0", b"exec:cat\0", b"tcp:6790\0"])
    ),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PACKETS, max_size=8), st.binary(max_size=30))
def test_whatever_comes_the_phone_lives_on(
    plugged: Plugged, packets: list[tuple[bytes, int, int, bytes]], rest: bytes
) -> None:
    with Host(plugged.serial) as host:
        try:
            for packet in packets:
                host.send(*packet)
            host.socket.sendall(rest)
        except ConnectionError:
            assert packets or rest
    assert lives(plugged)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.binary(max_size=20), st.sampled_from([b"STAT", b"SEND\x05\0\0\0/a,33", b"LIST\1\0\0\0/"])
        ),
        max_size=6,
    )
)
def test_whatever_is_said_to_sync_or_to_a_shell_the_phone_lives_on(
    plugged: Plugged, parts: list[bytes]
) -> None:
    for service in ("sync:", "shell,v2,raw:cat", "tcp:6790"):
        with Host(plugged.serial) as host:
            channel = host.open(service)
            try:
                for part in filter(None, parts):
                    host.send(b"WRTE", channel.own, channel.theirs, part)
            except ConnectionError:
                assert parts
    assert lives(plugged)


def test_a_phone_without_power_is_gone_and_comes_back(plugged: Plugged, host: Host) -> None:
    plugged.phone.power_off()
    with pytest.raises(Gone):
        host.receive()
    with Host(plugged.serial, greet=False) as early, pytest.raises(Gone):
        early.receive()
    plugged.phone.power_on()
    assert lives(plugged)


def test_unplugged_is_gone(plugged: Plugged, host: Host) -> None:
    plugged.adb.unplug(plugged.phone.udid)
    plugged.adb.unplug(plugged.phone.udid)
    with pytest.raises(Gone):
        host.receive()


def test_frames_are_read_back() -> None:
    assert frames(b"\1\1\0\0\0a\3\1\0\0\0\2") == ("a", "", 2)
