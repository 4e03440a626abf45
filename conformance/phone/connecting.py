"""Opens a WebDriver session on a phone; it takes the phone as it is and starts nothing on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.target import Driver, Target

if TYPE_CHECKING:
    from appium.options.common.base import AppiumOptions
    from appium.webdriver.webdriver import WebDriver


def open_driver(url: str, target: Target, udid: str, driver: Driver) -> WebDriver:
    """A session of the phone's driver at `url`."""
    from appium import webdriver

    return webdriver.Remote(url, options=_options(driver).load_capabilities(_wanted(target, udid, driver)))


def _options(driver: Driver) -> AppiumOptions:
    from appium.options.android import UiAutomator2Options
    from appium.options.ios import XCUITestOptions

    return {"android": UiAutomator2Options, "ios": XCUITestOptions}[driver]()


def _wanted(target: Target, udid: str, driver: Driver) -> dict[str, object]:
    return {
        "appium:udid": udid,
        "appium:noReset": True,
        "appium:autoLaunch": False,
        "appium:newCommandTimeout": 0,
        **target.capabilities[driver],
    }
