"""Opens a WebDriver session on a phone; it takes the phone as it is and starts nothing on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from conformance.target import Driver, Target

if TYPE_CHECKING:
    from appium.options.common.base import AppiumOptions
    from appium.webdriver.webdriver import WebDriver


def open_driver(
    url: str, target: Target, udid: str, driver: Driver, further: Mapping[str, Any] | None = None
) -> WebDriver:
    """A session of the phone's driver at `url`; `further` capabilities go before those of the target."""
    from appium import webdriver

    wanted = {**_wanted(target, udid, driver), **(further or {})}
    return webdriver.Remote(url, options=_options(driver).load_capabilities(wanted))


def _options(driver: Driver) -> AppiumOptions:
    from appium.options.android import UiAutomator2Options
    from appium.options.ios import XCUITestOptions

    return {"android": UiAutomator2Options, "ios": XCUITestOptions}[driver]()


def _wanted(target: Target, udid: str, driver: Driver) -> dict[str, object]:
    own = target.device(udid)
    return {
        "appium:udid": udid,
        "appium:noReset": True,
        "appium:autoLaunch": False,
        "appium:newCommandTimeout": 0,
        **target.capabilities[driver],
        **(own.capabilities if own else {}),
    }
