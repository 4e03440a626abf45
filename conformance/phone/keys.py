"""The keys that a phone has, for each driver. A key that is not in the table stands on the page, if anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from conformance.target import Driver

if TYPE_CHECKING:
    from appium.webdriver.webdriver import WebDriver

Press = Callable[["WebDriver"], object]


def _code(code: int) -> Press:
    return lambda driver: driver.press_keycode(code)


KEYS: Mapping[Driver, Mapping[str, Press]] = {
    "android": {"home": _code(3), "back": _code(4), "power": _code(26), "recents": _code(187)},
    "ios": {
        "home": lambda driver: driver.execute_script("mobile: pressButton", {"name": "home"}),
        "power": lambda driver: driver.lock(),
    },
}
"""What presses each key."""
