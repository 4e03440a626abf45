"""A small iPhone, with a session on it."""

import pytest

from simulators.core.turns import Turns
from simulators.wire.webdriver import Endpoint
from tests.wire.client import Wire
from tests.wire.small_phone import IPHONE, PACKAGE, SmallPhone


@pytest.fixture
def phone() -> SmallPhone:
    return SmallPhone("iphone-1", IPHONE)


@pytest.fixture
def free(phone: SmallPhone) -> Wire:
    return Wire(Endpoint(lambda: {"iphone-1": phone}, Turns()))


@pytest.fixture
def wire(free: Wire) -> Wire:
    return free.begin("iOS", bundleId=PACKAGE)
