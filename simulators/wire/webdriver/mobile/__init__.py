"""The `mobile:` commands of Appium's UiAutomator2 driver that the simulated phones answer, as one table."""

from collections.abc import Callable, Mapping
from typing import Any

from simulators.wire.webdriver.fields import Body
from simulators.wire.webdriver.mobile import apps, device, gestures, radio
from simulators.wire.webdriver.mobile.shell import shell
from simulators.wire.webdriver.sessions import Session

MOBILE: Mapping[str, Callable[[Session, Body], Any]] = {
    **apps.TABLE,
    **device.TABLE,
    **gestures.TABLE,
    **radio.TABLE,
    "shell": shell,
}
