"""The emulator's console, line by line."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulators.phone.camera import Desk, Picture, Subject
from simulators.wire.android.emulator.emulators import pair
from tests.wire.android.conftest import FIRST, Plugged
from tests.wire.android.host import PATIENCE_S


class Telnet:
    """A line in, an answer up to OK or KO out."""

    def __init__(self, address: str) -> None:
        host, _, port = address.rpartition(":")
        self.socket = socket.create_connection((host, int(port)), timeout=PATIENCE_S)
        self.file = self.socket.makefile("rwb")
        assert self.answer()[-1] == "OK"

    def answer(self) -> list[str]:
        lines = list[str]()
        while line := self.file.readline():
            lines.append(line.decode().rstrip("\r\n"))
            if lines[-1].startswith(("OK", "KO")):
                break
        return lines

    def type(self, line: str) -> list[str]:
        self.file.write(line.encode() + b"\n")
        self.file.flush()
        return self.answer()

    def close(self) -> None:
        self.file.close()
        self.socket.close()


def call(emulator: Plugged) -> str:
    return emulator.phone.calls.state


def seen(emulator: Plugged) -> Subject:
    return emulator.phone.camera.scene.pointed_at


@pytest.fixture
def telnet(emulator: Plugged) -> Iterator[Telnet]:
    made = Telnet(emulator.serial)
    try:
        yield made
    finally:
        made.close()


def test_a_call_rings_is_taken_and_ends(emulator: Plugged, telnet: Telnet) -> None:
    assert telnet.type("gsm call 5551234") == ["OK"]
    assert telnet.type("gsm list") == ["inbound from 5551234 : incoming", "OK"]
    assert telnet.type("gsm accept 110") == ["KO: no call with 110"]
    assert telnet.type("gsm accept 5551234") == ["OK"]
    assert call(emulator) == "talking"
    assert telnet.type("gsm cancel 5551234") == ["OK"]
    assert call(emulator) == "idle"


def test_without_service_nobody_calls(emulator: Plugged, telnet: Telnet) -> None:
    assert telnet.type("gsm voice off") == ["OK"]
    assert telnet.type("gsm call 5551234")[0].startswith("KO: the phone is not registered")
    assert telnet.type("gsm status") == ["gsm voice state: off", "gsm data state:  home", "OK"]
    emulator.phone.network.kind = "mobile"
    assert telnet.type("gsm data off") == ["OK"]
    assert not emulator.phone.network.up
    assert telnet.type("gsm data home") == ["OK"]
    assert emulator.phone.network.up


def test_messages(emulator: Plugged, telnet: Telnet) -> None:
    assert telnet.type("sms send 10086 流量 已用完") == ["OK"]
    assert (emulator.phone.messages[0].sender, emulator.phone.messages[0].text) == ("10086", "流量 已用完")


def test_the_battery(emulator: Plugged, telnet: Telnet) -> None:
    assert telnet.type("power ac off") == ["OK"]
    assert telnet.type("power capacity 15") == ["OK"]
    assert "capacity: 15" in telnet.type("power display")
    assert (emulator.phone.battery.level, emulator.phone.battery.charging) == (15, False)
    assert telnet.type("power status full") == ["OK"]
    assert (emulator.phone.battery.level, emulator.phone.battery.charging) == (100, True)


SPEEDS = [("gsm", 1750), ("100:200", 25_000), ("80", 10_000), ("full", 125_000_000)]


@pytest.mark.parametrize(("speed", "rate"), SPEEDS)
def test_the_network_s_speed(emulator: Plugged, telnet: Telnet, speed: str, rate: int) -> None:
    assert telnet.type(f"network speed {speed}") == ["OK"]
    assert emulator.phone.network.bytes_per_second == rate


def test_the_network_s_delay_and_signal(emulator: Plugged, telnet: Telnet) -> None:
    assert telnet.type("network delay 100:300") == ["OK"]
    assert (emulator.phone.network.latency_ms, emulator.phone.network.jitter_ms) == (200, 100)
    assert "  maximum latency: 300 ms" in telnet.type("network status")
    assert telnet.type("gsm signal-profile 1") == ["OK"]
    assert emulator.phone.network.bars == 1
    assert telnet.type("gsm signal 31") == ["OK"]
    assert emulator.phone.network.bars == 4


def test_where_it_is_and_whose_finger(emulator: Plugged, telnet: Telnet) -> None:
    assert telnet.type("geo fix 121,5 31.2") == ["OK"]
    assert emulator.phone.position == (31.2, 121.5, 0.0)
    emulator.phone.lock()
    assert telnet.type("finger touch 1") == ["OK"]
    assert not emulator.phone.locked


def test_a_picture_before_the_camera(emulator: Plugged, telnet: Telnet, tmp_path: Path) -> None:
    file = tmp_path / "screen.png"
    assert telnet.type(f"screenrecord screenshot {file}") == [str(file), "OK"]
    assert file.read_bytes() == emulator.phone.screenshot()
    assert telnet.type(f"screenrecord screenshot {tmp_path}")[-1] == "OK"
    assert telnet.type(f"virtualscene-image wall {file}") == ["OK"]
    assert isinstance(seen(emulator), Picture)
    assert telnet.type("virtualscene-image wall") == ["OK"]
    assert seen(emulator) == Desk()


REFUSED = [
    "nothing", "gsm", "gsm call", "gsm nothing", "power capacity", "power capacity 101", "power capacity full", "power ac maybe",
    "network speed fast", "network delay slow", "gsm signal 40", "gsm signal-profile 9", "gsm voice loud", "geo fix 1",
    "geo fix 400 1", "sms send 1", "virtualscene-image wall /nowhere.png", "virtualscene-image floor x",
    "power status tired", "screenrecord screenshot /nowhere/a.png", "screenrecord screenshot a.txt",
]  # fmt: skip


@pytest.mark.parametrize("line", REFUSED)
def test_what_cannot_be_is_answered_with_ko(telnet: Telnet, line: str) -> None:
    assert telnet.type(line)[0].startswith("KO: ")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=60).filter(
        lambda line: b"\n" not in line and line.split()[:1] not in ([b"quit"], [b"exit"], [b"kill"])
    )
)
def test_whatever_is_typed_the_console_goes_on(telnet: Telnet, line: bytes) -> None:
    telnet.socket.sendall(line + b"\nping\n")
    said = telnet.answer()
    while "I am alive!" not in said:
        said = telnet.answer()


def test_a_line_without_end_ends_the_connection(emulator: Plugged, telnet: Telnet) -> None:
    telnet.socket.sendall(b"x" * 200_000 + b"\n")
    try:
        assert telnet.file.read(1) == b""
    except ConnectionError:
        assert emulator.phone.on
    Telnet(emulator.serial).close()


def test_help_quit_and_auth(telnet: Telnet) -> None:
    assert "    gsm" in telnet.type("help")
    assert telnet.type("auth 0123") == ["Android Console: type 'help' for a list of commands", "OK"]
    assert telnet.type("avd name")[0]
    assert telnet.type("quit") == []


def test_ports_are_neighbours_and_the_lowest_free() -> None:
    console, adb = pair(FIRST + 1)
    try:
        port = console.getsockname()[1]
        assert (port % 2, adb.getsockname()[1]) == (0, port + 1)
    finally:
        console.close()
        adb.close()
