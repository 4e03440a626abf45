"""By NSPredicate: `type == 'XCUIElementTypeButton' AND label CONTAINS[c] 'ok'`."""

from functools import partial

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.ios.attributes import NAMES, read
from simulators.wire.webdriver.ios.views import IosView
from simulators.wire.webdriver.locators.plain import ios_views
from simulators.wire.webdriver.predicates import Holds, PredicateError, compiled
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import View

ATTRIBUTES = frozenset(NAMES)


def by_predicate(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """Of all views of the screen, or of a view and those below it, those for which it holds."""
    try:
        holds = compiled(value, ATTRIBUTES)
        return [view for view in ios_views(snapshot, within) if satisfies(view, holds)]
    except PredicateError as fault:
        raise WireError("invalid selector", f"predicate {value!r}: {fault}") from fault


def satisfies(view: IosView, holds: Holds) -> bool:
    return holds(partial(read, view))
