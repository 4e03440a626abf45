"""Port 6790 of the phone: there while `am instrument` runs, with everything that is sent there handed on."""

import json

import pytest

from tests.wire.android.conftest import Plugged
from tests.wire.android.host import Channel, Gone, Host, frames

INSTRUMENT = "am instrument -w -e disableAnalytics true io.appium.uiautomator2.server.test/androidx.test.runner.AndroidJUnitRunner"
GET = b"GET {} HTTP/1.1\r\nHost: phone\r\n\r\n"


def ask(channel: Channel, method: str, path: str, body: bytes = b"") -> tuple[int, object]:
    head = f"{method} {path} HTTP/1.1\r\nHost: phone\r\nContent-Length: {len(body)}\r\n\r\n"
    channel.write(head.encode() + body)
    raw = channel.read()
    status, _, content = raw.partition(b"\r\n\r\n")
    return int(status.split()[1]), json.loads(content)["value"]


def started(plugged: Plugged) -> tuple[Host, Channel]:
    other = Host(plugged.serial)
    running = other.open(f"shell,v2,raw:{INSTRUMENT}")
    with Host(plugged.serial) as asking:
        for _ in range(1000):
            if asking.shell("pidof io.appium.uiautomator2.server")[2] == 0:
                return other, running
    pytest.fail("the server did not come up")


def test_before_it_runs_there_are_no_sessions(host: Host) -> None:
    assert ask(host.open("tcp:6790"), "GET", "/sessions") == (200, [])


def test_requests_go_through_one_connection_while_it_runs(plugged: Plugged, host: Host) -> None:
    other, _ = started(plugged)
    with other:
        channel = host.open("tcp:6790")
        assert ask(channel, "GET", "/status") == (200, "/status")
        assert ask(channel, "POST", "/session/1/element", b"{}") == (200, "/session/1/element")
        assert plugged.asked == [("GET", "/status", b""), ("POST", "/session/1/element", b"{}")]


def test_it_is_a_process_until_its_session_is_deleted(plugged: Plugged, host: Host) -> None:
    other, running = started(plugged)
    with other:
        channel = host.open("tcp:6790")
        ask(channel, "GET", "/status")
        channel.close()
        assert "io.appium.uiautomator2.server\n" in host.shell("ps -A")[0]
        assert ask(host.open("tcp:6790"), "DELETE", "/session/1") == (200, "/session/1")
        with Host(plugged.serial) as third:
            assert "io.appium" not in third.shell("ps -A")[0]
        out, _, code = frames(running.all())
        assert ("OK (1 test)" in out, code) == (True, 0)


def test_connections_that_a_client_keeps_end_with_it(plugged: Plugged, host: Host) -> None:
    other, _ = started(plugged)
    with other:
        kept = other.open("tcp:6790")
        assert ask(kept, "GET", "/status") == (200, "/status")
        assert ask(host.open("tcp:6790"), "DELETE", "/session/1") == (200, "/session/1")
        assert kept.all() == b""


@pytest.mark.parametrize("package", ["io.appium.uiautomator2.server", "io.appium.uiautomator2.server.test"])
def test_stopping_it_is_a_crash_to_whoever_waits(plugged: Plugged, host: Host, package: str) -> None:
    other, running = started(plugged)
    with other:
        assert host.shell(f"am force-stop {package}") == ("", "", 0)
        assert "Process crashed" in frames(running.all())[0]


def test_it_ends_with_the_command_s_stream(plugged: Plugged, host: Host) -> None:
    other, running = started(plugged)
    with other:
        ask(host.open("tcp:6790"), "GET", "/status")
        running.close()
        for _ in range(1000):
            if other.shell("pidof io.appium.uiautomator2.server")[2]:
                return
    pytest.fail("the server goes on")


def test_an_unknown_instrumentation_fails(host: Host) -> None:
    out, err, code = host.shell("am instrument -w a.b/c")
    assert ("Unable to find instrumentation info" in out, err, code) == (
        True,
        "INSTRUMENTATION_FAILED: a.b/c\n",
        1,
    )


def test_what_is_no_http_is_told_so(host: Host) -> None:
    channel = host.open("tcp:6790")
    channel.write(b"\0\0\0\0\r\n\r\n")
    assert b"400" in channel.read()


def test_a_request_before_it_runs_is_refused_in_the_end(host: Host) -> None:
    channel = host.open("tcp:6790")
    channel.write(b"GET /status HTTP/1.1\r\nHost: phone\r\n\r\n")
    assert channel.read() == b""


def test_a_dead_phone_refuses(plugged: Plugged, host: Host) -> None:
    plugged.phone.power_off()
    with pytest.raises(Gone):
        host.open("tcp:6790")
