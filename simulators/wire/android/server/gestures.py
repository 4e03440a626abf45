"""Gestures: UiAutomator2's shapes of origin, offset and area, as the `mobile:` commands that they are."""

from collections.abc import Callable, Mapping
from typing import Any

from simulators.wire.android.server.asking import IN_SESSION, Asked, Row, origin, same

Arguments = Callable[[Asked], Mapping[str, Any]]


def _table(asked: Asked, name: str) -> Mapping[str, Any]:
    found = asked.body.get(name)
    return found if isinstance(found, dict) else {}


def _at(asked: Asked) -> Mapping[str, Any]:
    offset = _table(asked, "offset")
    return {"x": offset.get("x"), "y": offset.get("y"), "duration": asked.body.get("duration")}


def _along(asked: Asked) -> Mapping[str, Any]:
    start, end = _table(asked, "start"), _table(asked, "end")
    return {
        **{f"start{axis.upper()}": start.get(axis) for axis in ("x", "y")},
        **{f"end{axis.upper()}": end.get(axis) for axis in ("x", "y")},
        "speed": asked.body.get("speed"),
    }


def _across(asked: Asked) -> Mapping[str, Any]:
    area = {side: _table(asked, "area").get(side) for side in ("left", "top", "width", "height")}
    return {**area, **{name: asked.body.get(name) for name in ("direction", "percent", "speed")}}


GESTURES: Mapping[str, tuple[str, Arguments]] = {
    "click": ("clickGesture", _at),
    "long_click": ("longClickGesture", _at),
    "double_click": ("doubleClickGesture", _at),
    "drag": ("dragGesture", _along),
    "fling": ("flingGesture", _across),
    "scroll": ("scrollGesture", _across),
    "swipe": ("swipeGesture", _across),
    "pinch_open": ("pinchOpenGesture", _across),
    "pinch_close": ("pinchCloseGesture", _across),
}
"""By the last word of their address: the `mobile:` command, and its arguments."""


def _gesture(name: str, verb: str, arguments: Arguments) -> Row:
    def answer(asked: Asked) -> Any:
        return asked.mobile(verb, elementId=origin(asked), **arguments(asked))

    return Row("POST", f"{IN_SESSION}/appium/gestures/{name}", answer)


def _scroll_to(asked: Asked) -> Any:
    wanted = _table(asked, "params")
    return asked.mobile(
        "scroll",
        elementId=origin(asked),
        strategy=wanted.get("strategy"),
        selector=wanted.get("selector"),
        maxSwipes=wanted.get("maxSwipes"),
    )


def _scroll_back(asked: Asked) -> Any:
    return asked.mobile("scrollBackTo", elementId=asked.names["element"], elementToId=asked.names["to"])


ROWS = (
    *(_gesture(name, *how) for name, how in GESTURES.items()),
    Row("POST", f"{IN_SESSION}/gestures/scroll_to", _scroll_to),
    Row("POST", f"{IN_SESSION}/appium/element/{{element}}/scroll_to/{{to}}", _scroll_back),
    same("POST", "/actions"),
)
