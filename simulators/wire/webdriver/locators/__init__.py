"""Finding views: one function a strategy, each in a module of its own."""

from collections.abc import Callable

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.locators.plain import by_accessibility_id, by_class_name, by_id
from simulators.wire.webdriver.locators.ui_selector import by_ui_selector
from simulators.wire.webdriver.locators.xpath import by_xpath
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import View

Locate = Callable[[Snapshot, View | None, str], list[View]]
"""The views below the given one (None: on the whole screen) that the selector means, in document order."""

STRATEGIES: dict[str, Locate] = {
    "id": by_id,
    "accessibility id": by_accessibility_id,
    "class name": by_class_name,
    "xpath": by_xpath,
    "-android uiautomator": by_ui_selector,
}


def locate(snapshot: Snapshot, within: View | None, using: str, value: str) -> list[View]:
    """`invalid selector` where the strategy is unknown or the selector cannot be read."""
    strategy = STRATEGIES.get(using)
    if strategy is None:
        raise WireError(
            "invalid selector", f"no locator strategy {using!r}; there are {', '.join(STRATEGIES)}"
        )
    return strategy(snapshot, within, value)
