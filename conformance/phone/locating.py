"""The target file's ways of naming an element, as WebDriver strategies of an Android phone."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from appium.webdriver.common.appiumby import AppiumBy

from conformance.target import Locator

Strategy = tuple[str, str]


def _selector(method: str) -> Callable[[str], Strategy]:
    def strategy(value: str) -> Strategy:
        quoted = json.dumps(value, ensure_ascii=False)  # a Java string literal is written like a JSON one
        return AppiumBy.ANDROID_UIAUTOMATOR, f"new UiSelector().{method}({quoted})"

    return strategy


STRATEGIES: Mapping[str, Callable[[str], Strategy]] = {
    "id": lambda value: (AppiumBy.ID, value),
    "text": _selector("text"),
    "has": _selector("textContains"),
    "desc": lambda value: (AppiumBy.ACCESSIBILITY_ID, value),
    "class": lambda value: (AppiumBy.CLASS_NAME, value),
    "ui": lambda value: (AppiumBy.ANDROID_UIAUTOMATOR, value),
    "xpath": lambda value: (AppiumBy.XPATH, value),
}


def strategy(locator: Locator) -> Strategy:
    """The WebDriver strategy and value for a locator."""
    return STRATEGIES[locator.how](locator.value)
