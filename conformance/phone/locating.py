"""The target file's ways of naming an element, as WebDriver strategies: one table for each driver."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from appium.webdriver.common.appiumby import AppiumBy

from conformance.target import Driver, Locator

Strategy = tuple[str, str]
Way = Callable[[Locator], Strategy]


def _as_it_is(by: str) -> Way:
    return lambda locator: (by, locator.value)


def _id(locator: Locator) -> Strategy:
    """A resource id bears the package of its app."""
    whole = ":id/" in locator.value or not locator.package
    return AppiumBy.ID, locator.value if whole else f"{locator.package}:id/{locator.value}"


def _selector(method: str) -> Way:
    # A Java string literal is written like a JSON one.
    return lambda locator: (
        AppiumBy.ANDROID_UIAUTOMATOR,
        f"new UiSelector().{method}({json.dumps(locator.value, ensure_ascii=False)})",
    )


def _predicate(template: str) -> Way:
    """A predicate of what an element says; its string literals, too, are escaped like JSON's."""
    return lambda locator: (
        AppiumBy.IOS_PREDICATE,
        template.replace("$", json.dumps(locator.value, ensure_ascii=False)),
    )


STRATEGIES: Mapping[Driver, Mapping[str, Way]] = {
    "android": {
        "id": _id,
        "text": _selector("text"),
        "has": _selector("textContains"),
        "desc": _as_it_is(AppiumBy.ACCESSIBILITY_ID),
        "class": _as_it_is(AppiumBy.CLASS_NAME),
        "ui": _as_it_is(AppiumBy.ANDROID_UIAUTOMATOR),
        "xpath": _as_it_is(AppiumBy.XPATH),
    },
    "ios": {
        "id": _as_it_is(AppiumBy.ACCESSIBILITY_ID),
        "text": _predicate("label == $ OR value == $"),
        "has": _predicate("label CONTAINS $ OR value CONTAINS $"),
        "desc": _predicate("label == $"),
        "class": _as_it_is(AppiumBy.CLASS_NAME),
        "predicate": _as_it_is(AppiumBy.IOS_PREDICATE),
        "chain": _as_it_is(AppiumBy.IOS_CLASS_CHAIN),
        "xpath": _as_it_is(AppiumBy.XPATH),
    },
}


def strategy(locator: Locator, driver: Driver = "android") -> Strategy:
    """The WebDriver strategy and value for a locator."""
    return STRATEGIES[driver][locator.how](locator)
