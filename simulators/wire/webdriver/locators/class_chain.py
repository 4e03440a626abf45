"""By class chain: which views its steps lead to."""

from collections.abc import Iterator
from typing import cast

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.ios.views import PREFIX, IosView
from simulators.wire.webdriver.locators.chain import ANY, ChainError, Condition, Step, steps
from simulators.wire.webdriver.locators.predicate import ATTRIBUTES, satisfies
from simulators.wire.webdriver.predicates import Holds, PredicateError, compiled
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import View

Tests = list[tuple[Condition, Holds]]
ANY_TYPE = f"{PREFIX}Any"


def by_class_chain(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """A chain begins below the application, or below the view; neither is found by it."""
    found = [cast(IosView, within or snapshot.root)]
    try:
        for step, tests in [(step, _tests(step)) for step in steps(value)]:
            found = _led(found, step, tests)
    except (ChainError, PredicateError) as fault:
        raise WireError("invalid selector", f"class chain {value!r}: {fault}") from fault
    return list(found)


def _tests(step: Step) -> Tests:
    return [(one, compiled(one.predicate, ATTRIBUTES)) for one in step.conditions]


def _led(roots: list[IosView], step: Step, tests: Tests) -> list[IosView]:
    """Where the step leads from these; each view once, in document order."""
    fitting = [view for root in roots for view in _reached(root, step) if _is_of(view, step.type)]
    once = list({view.key: view for view in fitting}.values())
    found = [view for view in once if all(_passes(view, *test) for test in tests)]
    if not step.position:
        return found
    place = step.position - 1 if step.position > 0 else len(found) + step.position
    return found[place : place + 1] if place >= 0 else []


def _reached(root: IosView, step: Step) -> Iterator[IosView]:
    if not step.deep:
        return iter(cast(list[IosView], root.children))
    below = root.walk()
    next(below)
    return cast(Iterator[IosView], below)


def _is_of(view: IosView, wanted: str) -> bool:
    return wanted in (ANY, ANY_TYPE, view.class_name)


def _passes(view: IosView, condition: Condition, holds: Holds) -> bool:
    if condition.of == "itself":
        return satisfies(view, holds)
    return any(satisfies(cast(IosView, below), holds) for below in view.walk() if below is not view)
