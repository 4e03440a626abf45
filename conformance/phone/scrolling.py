"""How a finger moves a page that is longer than the screen, for each driver."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from conformance.target import Driver

if TYPE_CHECKING:
    from appium.webdriver.webdriver import WebDriver

Direction = Literal["down", "up"]
MIDDLE = (0.1, 0.3, 0.8, 0.4)
"""Left, top, width and height of where the finger goes, as shares of the screen: clear of bars at either end."""

MOST_SCREENS = 12
"""No page of an app is longer; one with a clock on it never looks the same twice, and would be scrolled for ever."""


def _by_area(driver: WebDriver, direction: Direction, bounds: Sequence[int]) -> object:
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    sides = (width, height, width, height)
    area = {
        name: round(share * side)
        for name, share, side in zip(("left", "top", "width", "height"), MIDDLE, sides, strict=True)
    }
    return driver.execute_script("mobile: scrollGesture", {**area, "direction": direction, "percent": 1.0})


def _by_screen(driver: WebDriver, direction: Direction, _: Sequence[int]) -> object:
    return driver.execute_script("mobile: scroll", {"direction": direction})


SCROLL: Mapping[Driver, Callable[[WebDriver, Direction, Sequence[int]], object]] = {
    "android": _by_area,
    "ios": _by_screen,
}
"""What moves the page on, `down` towards its end; `bounds` are the screen's, as its tree tells them."""
