"""Finding views: one function a strategy, each in a module of its own."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.locators.class_chain import by_class_chain
from simulators.wire.webdriver.locators.css_translated import by_css_on_android, by_css_on_ios
from simulators.wire.webdriver.locators.plain import (
    by_class_name,
    by_description,
    by_id,
    by_title,
    by_type,
)
from simulators.wire.webdriver.locators.predicate import by_predicate
from simulators.wire.webdriver.locators.uiautomator import by_ui_selector
from simulators.wire.webdriver.locators.xpath import by_xpath, by_xpath1, by_xpath2
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import View

Locate = Callable[[Snapshot, View | None, str], list[View]]
"""The views below the given one (None: on the whole screen) that the selector means, in document order."""

STRATEGIES: Mapping[str, Mapping[str, Locate]] = {
    "UiAutomator2": {
        "id": by_id,
        "accessibility id": by_description,
        "class name": by_class_name,
        "xpath": by_xpath2,
        "-android uiautomator": by_ui_selector,
        "css selector": by_css_on_android,
    },
    "XCUITest": {
        "id": by_title,
        "name": by_title,
        "accessibility id": by_title,
        "class name": by_type,
        "xpath": by_xpath,
        "-ios predicate string": by_predicate,
        "-ios class chain": by_class_chain,
        "css selector": by_css_on_ios,
    },
}
"""What each driver offers."""
ENFORCED = "enforceXPath1"
"""UiAutomator2's setting by which it speaks the older XPath."""


def locate(
    snapshot: Snapshot,
    within: View | None,
    using: str,
    value: str,
    settings: Mapping[str, object] = MappingProxyType({}),
) -> list[View]:
    """`settings` are the session's; `invalid selector` where the strategy is unknown or the selector cannot be read."""
    known = STRATEGIES[snapshot.dialect.driver]
    strategy = known.get(using)
    if strategy is None:
        raise WireError("invalid selector", f"no locator strategy {using!r}; there are {', '.join(known)}")
    if strategy is by_xpath2 and settings.get(ENFORCED) is True:
        strategy = by_xpath1
    return strategy(snapshot, within, value)
