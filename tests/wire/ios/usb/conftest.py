"""A real simulated iPhone with a small app, its WebDriverAgent, and the cable on which it hangs."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.ios.agent import Agent
from simulators.wire.ios.usb import Usb
from tests.phone.kit import PACKAGE, SmallApp, phone
from tests.wire.ios.usb.cable import Computer
from tests.wire.ios.usb.driver import Driver

IPHONE = "iphone-13"


@pytest.fixture
def app() -> SmallApp:
    return SmallApp()


@pytest.fixture
def device(tmp_path: Path, app: SmallApp) -> Phone:
    made, _, _ = phone(tmp_path, IPHONE)
    made.install(app)
    made.shelf[PACKAGE] = lambda: app
    return made


@pytest.fixture
def bare(device: Phone) -> Driver:
    """Nobody has begun a session."""
    return Driver(Agent(device, Turns()))


@pytest.fixture
def driver(bare: Driver) -> Driver:
    return bare.begin(bundleId=PACKAGE)


@pytest.fixture
def turns() -> Turns:
    return Turns()


@pytest.fixture
def usb(turns: Turns) -> Iterator[Usb]:
    """Nothing is plugged in yet. The path of a socket must be short."""
    with TemporaryDirectory() as folder, closing(Usb(turns, Path(folder) / "usbmuxd")) as made:
        yield made


@pytest.fixture
def plugged(usb: Usb, device: Phone) -> str:
    """Where usbmuxd listens, with the phone on its cable."""
    return usb.plug(device)["usbmuxd"]


@pytest.fixture
def computer(plugged: str) -> Iterator[Computer]:
    with closing(Computer(Path(plugged))) as made:
        yield made
