"""By UiSelector: what `new UiSelector().text("x").enabled(true)` means for a tree of views.

Conditions are a table of the methods of androidx.test.uiautomator.UiSelector; where Android compares without
regard to case (textContains, textStartsWith and their description twins) so does the table. Patterns must match
the whole value.
"""

import re
from collections.abc import Callable

from simulators.wire.webdriver.android.attributes import clickable, scrollable
from simulators.wire.webdriver.android.views import AndroidView
from simulators.wire.webdriver.locators.java import Argument, Call, JavaError
from simulators.wire.webdriver.locators.plain import android_views
from simulators.wire.webdriver.patterns import pattern
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import View

Condition = Callable[[AndroidView], bool]
Value = Callable[[AndroidView], str]
Flag = Callable[[AndroidView], bool]

STRINGS: dict[str, Value] = {
    "text": lambda view: view.text,
    "description": lambda view: view.element.description,
    "className": lambda view: view.class_name,
    "packageName": lambda view: view.package,
    "resourceId": lambda view: view.resource_id,
}
COMPARISONS: dict[str, Callable[[str, str], bool]] = {
    "": lambda seen, wanted: seen == wanted,
    "Contains": lambda seen, wanted: wanted.lower() in seen.lower(),
    "StartsWith": lambda seen, wanted: seen.lower().startswith(wanted.lower()),
    "Matches": lambda seen, wanted: pattern(wanted, re.DOTALL).fullmatch(seen) is not None,
}
PARTIAL = {"text", "description"}
FLAGS: dict[str, Flag] = {
    "checkable": lambda view: view.element.checked is not None,
    "checked": lambda view: bool(view.element.checked),
    "clickable": clickable,
    "enabled": lambda view: view.element.enabled,
    "focusable": clickable,
    "focused": lambda view: view.focused,
    "longClickable": lambda view: view.element.kind == "field",
    "scrollable": scrollable,
    "selected": lambda _: False,
}
METHODS = {
    f"{name}{suffix}": (value, compare)
    for name, value in STRINGS.items()
    for suffix, compare in COMPARISONS.items()
    if name in PARTIAL or suffix in {"", "Matches"}
}


def selected(snapshot: Snapshot, within: View | None, chain: tuple[Call, ...]) -> list[View]:
    """The views that satisfy one selector; `instance` then picks one of them, `childSelector` goes below."""
    calls = chain[1:]
    conditions = [_condition(call) for call in calls if call.name not in SPECIAL]
    found: list[View] = [
        view for view in android_views(snapshot, within) if all(holds(view) for holds in conditions)
    ]
    for call in sorted(
        (call for call in calls if call.name in SPECIAL), key=lambda call: list(SPECIAL).index(call.name)
    ):
        found = SPECIAL[call.name](snapshot, found, _argument(call))
    return found


def _condition(call: Call) -> Condition:
    argument = _argument(call)
    if call.name in METHODS and isinstance(argument, str):
        value, compare = METHODS[call.name]
        return lambda view: compare(value(view), argument)
    if call.name in FLAGS and isinstance(argument, bool):
        flag = FLAGS[call.name]
        return lambda view: flag(view) is argument
    if call.name == "index" and isinstance(argument, int) and not isinstance(argument, bool):
        return lambda view: view.index == argument
    raise JavaError(f"UiSelector has no {call.name}({type(argument).__name__})")


def _argument(call: Call) -> Argument:
    if len(call.arguments) != 1:
        raise JavaError(f"{call.name} takes one argument, not {len(call.arguments)}")
    return call.arguments[0]


def instance(_: Snapshot, found: list[View], argument: Argument) -> list[View]:
    if not isinstance(argument, int) or isinstance(argument, bool):
        raise JavaError("instance takes a number")
    return found[argument : argument + 1] if argument >= 0 else []


def _below(snapshot: Snapshot, found: list[View], argument: Argument) -> list[View]:
    """The first of `found` that has such a view below it decides, as on Android."""
    if not isinstance(argument, tuple) or argument[0].name != "UiSelector":
        raise JavaError("childSelector takes a new UiSelector()")
    return next((below for view in found if (below := selected(snapshot, view, argument))), [])


def _beside(snapshot: Snapshot, found: list[View], argument: Argument) -> list[View]:
    parents = [snapshot.by_key[view.key[:-1]] for view in found if len(view.key) > 1]
    return _below(snapshot, parents, argument)


SPECIAL: dict[str, Callable[[Snapshot, list[View], Argument], list[View]]] = {
    "instance": instance,
    "childSelector": _below,
    "fromParent": _beside,
}
"""Methods that work on what the conditions found, in this order."""
