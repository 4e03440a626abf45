"""The endpoint with two small phones, spoken to without a socket."""

from dataclasses import dataclass

import pytest

from simulators.core.turns import Turns
from simulators.wire.webdriver import Endpoint
from tests.wire.client import Wire
from tests.wire.small_phone import SmallPhone


@dataclass
class Wall:
    """Seconds that pass only when told."""

    seconds: float = 0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def phones() -> dict[str, SmallPhone]:
    return {name: SmallPhone(name) for name in ("phone-1", "phone-2")}


@pytest.fixture
def phone(phones: dict[str, SmallPhone]) -> SmallPhone:
    return phones["phone-1"]


@pytest.fixture
def endpoint(phones: dict[str, SmallPhone], wall: Wall) -> Endpoint:
    return Endpoint(lambda: phones, Turns(), wall)


@pytest.fixture
def wire(endpoint: Endpoint) -> Wire:
    """A session on phone-1."""
    return Wire(endpoint).begin(udid="phone-1", appPackage="com.example.exam")
