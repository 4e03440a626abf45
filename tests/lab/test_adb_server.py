"""The lab's adb server: on a port of its own, with the phones at hand that are there, and no word to the user's."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from conformance.lab.appium import adb
from conformance.lab.appium.adb import AdbLost, AdbServer
from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.android import Adb
from tests.phone.kit import phone

pytestmark = pytest.mark.needs_adb
DEFAULT_PORT = 5037


@pytest.fixture
def server(tmp_path: Path) -> Iterator[AdbServer]:
    own = {"HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    with adb.serving("adb", {**os.environ, **own}) as made:
        yield made


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[tuple[Adb, Phone, str]]:
    device, _, _ = phone(tmp_path)
    cables = Adb(Turns())
    try:
        yield cables, device, cables.plug(device)["adb"]
    finally:
        cables.close()


def test_a_phone_is_at_hand_once_it_is_connected(server: AdbServer, plugged: tuple[Adb, Phone, str]) -> None:
    serial = plugged[2]
    assert server.devices() == {}
    server.connect(serial)
    server.connect(serial)
    assert server.devices() == {serial: "device"}
    server.disconnect(serial)
    assert server.devices() == {}


def test_a_phone_that_was_lost_is_connected_anew(server: AdbServer, plugged: tuple[Adb, Phone, str]) -> None:
    _, device, serial = plugged
    server.connect(serial)
    device.power_off()
    device.power_on()
    server.connect(serial)
    assert server.state(serial) == "device"


def test_a_phone_that_is_not_there_is_lost_and_the_next_one_is_at_hand(
    server: AdbServer, plugged: tuple[Adb, Phone, str]
) -> None:
    with pytest.raises(AdbLost, match="does not reach 127.0.0.1:1"):
        server.connect("127.0.0.1:1")
    server.connect(plugged[2])
    assert server.devices() == {plugged[2]: "device"}


def test_once_it_is_gone_it_is_lost(tmp_path: Path) -> None:
    with adb.serving("adb", {**os.environ, "HOME": str(tmp_path), "TMPDIR": str(tmp_path)}) as made:
        assert made.devices() == {}
    with pytest.raises(AdbLost):
        made.devices()


def test_nothing_is_said_to_the_server_of_the_user(tmp_path: Path, plugged: tuple[Adb, Phone, str]) -> None:
    """Whoever listens at adb's own port, or at the one that the user's variables name, hears of nothing."""
    with socket.create_server(("127.0.0.1", 0)) as users:
        users.setblocking(False)
        port = str(users.getsockname()[1])
        own = {"HOME": str(tmp_path), "TMPDIR": str(tmp_path), "ANDROID_ADB_SERVER_PORT": port}
        with adb.serving("adb", {**os.environ, **own}) as made:
            made.connect(plugged[2])
            assert made.port not in (DEFAULT_PORT, int(port))
        with pytest.raises(BlockingIOError):
            users.accept()
