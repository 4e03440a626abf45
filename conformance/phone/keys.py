"""The keys that a phone has, for each driver. An iPhone has none for back: what stands on the page, or a finger from the edge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from conformance.target import Driver

if TYPE_CHECKING:
    from appium.webdriver.webdriver import WebDriver

Press = Callable[["WebDriver"], object]


def _code(code: int) -> Press:
    return lambda driver: driver.press_keycode(code)


ACROSS_MS = 300
"""So long a finger takes from the left edge to the middle: a slow one only peeps at the page before."""


def _from_the_edge(driver: WebDriver) -> object:
    size = driver.get_window_size()
    middle = size["height"] // 2
    return driver.swipe(0, middle, size["width"] // 2, middle, ACROSS_MS)


KEYS: Mapping[Driver, Mapping[str, Press]] = {
    "android": {"home": _code(3), "back": _code(4), "power": _code(26), "recents": _code(187)},
    "ios": {
        "home": lambda driver: driver.execute_script("mobile: pressButton", {"name": "home"}),
        "back": _from_the_edge,
        "power": lambda driver: driver.lock(),
    },
}
"""What presses each key."""
