"""A phone with its adbd."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from simulators.core.clock import DrivenClock
from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.android import Adb
from simulators.wire.android.emulator import Emulators
from simulators.wire.webdriver.asgi import Answer
from tests.phone.kit import SmallApp, phone
from tests.wire import real
from tests.wire.android.host import Host

FIRST = 47_000
"""Where tests look for free ports, away from where adb's servers look for emulators."""


@dataclass
class Plugged:
    """A phone on a cable. `asked` is what has come for the UiAutomator2 server."""

    phone: Phone
    app: SmallApp
    adb: Adb
    serial: str
    asked: list[tuple[str, str, bytes]]
    world: DrivenClock


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[Plugged]:
    device, app, world = phone(tmp_path, real.ANDROID)
    device.shelf[app.package] = lambda: app
    asked: list[tuple[str, str, bytes]] = []

    def handle(method: str, path: str, body: bytes) -> Answer:
        asked.append((method, path, body))
        return Answer(200, {"sessionId": "1", "value": path})

    adb = Adb(Turns(), lambda _: handle)
    try:
        yield Plugged(device, app, adb, adb.plug(device)["adb"], asked, world)
    finally:
        adb.close()


@pytest.fixture
def emulator(tmp_path: Path) -> Iterator[Plugged]:
    """A phone that shows itself as an emulator; `serial` is the console's address."""
    device, app, world = phone(tmp_path, real.ANDROID)
    adb = Emulators(Turns(), first=FIRST)
    try:
        yield Plugged(device, app, adb, adb.plug(device)["console"], [], world)
    finally:
        adb.close()


@pytest.fixture
def host(plugged: Plugged) -> Iterator[Host]:
    with Host(plugged.serial) as connected:
        yield connected
