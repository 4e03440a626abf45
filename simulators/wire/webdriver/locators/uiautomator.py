"""By UiAutomator: UiSelectors and UiScrollables, several of them split by semicolons.

A UiScrollable finds what the last of its calls gives, or itself where none gives anything.
"""

import re
from collections.abc import Callable

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.locators.java import Call, JavaError, parse
from simulators.wire.webdriver.locators.ui_selector import instance, selected
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import View

Give = Callable[[Snapshot, View | None, list[View], Call], list[View]]
STAYING = frozenset({
    "scrollForward", "scrollBackward", "scrollToEnd", "scrollToBeginning", "flingForward", "flingBackward", "flingToEnd",
    "flingToBeginning", "setAsVerticalList", "setAsHorizontalList", "setMaxSearchSwipes", "setSwipeDeadZonePercentage",
})  # fmt: skip
"""The calls of a UiScrollable that give itself, or nothing."""


def by_ui_selector(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """Several selectors, split by semicolons, are tried in turn."""
    try:
        for calls in parse(value):
            found = meant(snapshot, within, calls)
            if found:
                return found
    except (JavaError, re.error) as fault:
        raise WireError("invalid selector", f"UiSelector {value!r}: {fault}") from fault
    return []


def meant(snapshot: Snapshot, within: View | None, calls: tuple[Call, ...]) -> list[View]:
    """The views that a chain of calls means."""
    maker, *rest = calls
    if maker.name == "UiSelector":
        return selected(snapshot, within, calls)
    around = selected(snapshot, within, selector(maker, 0))
    unknown = [call.name for call in rest if call.name not in GIVING.keys() | STAYING]
    if unknown:
        raise JavaError(
            f"UiScrollable has no {unknown[0]}; it has {', '.join(sorted(GIVING.keys() | STAYING))}"
        )
    giving = [call for call in rest if call.name in GIVING]
    return GIVING[giving[-1].name](snapshot, within, around, giving[-1]) if giving else around[:1]


def selector(call: Call, place: int) -> tuple[Call, ...]:
    """The selector that a call has for an argument."""
    if place < len(call.arguments):
        argument = call.arguments[place]
        if isinstance(argument, tuple) and argument[0].name == "UiSelector":
            return argument
    raise JavaError(f"{call.name} takes a new UiSelector()")


def words(call: Call, place: int) -> str:
    """The string that a call has for an argument."""
    argument = call.arguments[place] if place < len(call.arguments) else None
    if not isinstance(argument, str):
        raise JavaError(f"{call.name} takes a string")
    return argument


def sought(call: Call) -> tuple[Call, ...]:
    """What one of the calls that scroll until something is in view looks for."""
    if call.name == "scrollIntoView":
        return selector(call, 0)
    method = "text" if call.name == "scrollTextIntoView" else "description"
    return Call("UiSelector", ()), Call(method, (words(call, 0),))


def _in_view(snapshot: Snapshot, within: View | None, _: list[View], call: Call) -> list[View]:
    return selected(snapshot, within, sought(call))


def _child_with(method: str) -> Give:
    """The child that holds a view with these words."""

    def give(snapshot: Snapshot, _: View | None, around: list[View], call: Call) -> list[View]:
        pattern, held = selector(call, 0), (Call("UiSelector", ()), Call(method, (words(call, 1),)))
        children = [child for view in around[:1] for child in selected(snapshot, view, pattern)]
        holders = {view.key for view in selected(snapshot, None, held)}
        return [child for child in children if holders & {view.key for view in child.walk()}]

    return give


def _child_at(snapshot: Snapshot, _: View | None, around: list[View], call: Call) -> list[View]:
    children = [child for view in around[:1] for child in selected(snapshot, view, selector(call, 0))]
    return instance(snapshot, children, call.arguments[1] if len(call.arguments) == 2 else "")


GIVING: dict[str, Give] = {
    "scrollIntoView": _in_view,
    "scrollTextIntoView": _in_view,
    "scrollDescriptionIntoView": _in_view,
    "getChildByText": _child_with("text"),
    "getChildByDescription": _child_with("description"),
    "getChildByInstance": _child_at,
}
"""The calls of a UiScrollable that give something other than itself, and what."""
