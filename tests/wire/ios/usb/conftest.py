"""WebDriverAgent on a real simulated iPhone with a small app."""

from pathlib import Path

import pytest

from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.ios.agent import Agent
from tests.phone.kit import PACKAGE, SmallApp, phone
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
