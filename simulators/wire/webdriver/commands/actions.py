"""Perform and release actions: fingers on the glass, keys on the keyboard."""

from collections import defaultdict
from collections.abc import Callable, Mapping

from simulators.wire.webdriver.call import ELEMENT, Call, Command
from simulators.wire.webdriver.fields import field, number
from simulators.wire.webdriver.gestures import Action, Finger, moved, ticks
from simulators.wire.webdriver.keyboard import type_into
from simulators.wire.webdriver.touch import swipe, tap_at

Fingers = defaultdict[str, Finger]


def perform(call: Call) -> None:
    """Nothing is touched before the whole is read; a tick's actions run in the order of their sources."""
    fingers: Fingers = defaultdict(Finger)
    for tick in ticks(call.body):
        for action in tick:
            DO.get(action.do, _wait)(call, fingers[action.source], action)


def _wait(_: Call, __: Finger, ___: Action) -> None:
    """Pauses and releases of keys move nothing: only the world's clock passes time."""


def _move(call: Call, finger: Finger, action: Action) -> None:
    box = call.session.look().root.rect
    origin = action.fields.get("origin")
    centre = call.session.view(field(origin, ELEMENT, str)).rect.centre if isinstance(origin, dict) else None
    moved(finger, action.fields, (box.width, box.height), centre)


def _down(_: Call, finger: Finger, __: Action) -> None:
    finger.down = finger.x, finger.y


def _up(call: Call, finger: Finger, _: Action) -> None:
    if finger.down is not None and finger.swiped:
        swipe(call.session, finger.down, (finger.x, finger.y))
    elif finger.down is not None:
        tap_at(call.session, round(finger.x), round(finger.y))
    finger.down = None


def _cancel(_: Call, finger: Finger, __: Action) -> None:
    finger.down = None


def _roll(call: Call, finger: Finger, action: Action) -> None:
    """A wheel scrolls what lies under it: the page moves the other way."""
    across, down = (number(action.fields, name) for name in ("deltaX", "deltaY"))
    _move(call, finger, action)
    swipe(call.session, (finger.x, finger.y), (finger.x - across, finger.y - down))


def _key(call: Call, _: Finger, action: Action) -> None:
    type_into(call.session, field(action.fields, "value", str))


DO: Mapping[str, Callable[[Call, Finger, Action], None]] = {
    "pointerMove": _move,
    "pointerDown": _down,
    "pointerUp": _up,
    "pointerCancel": _cancel,
    "keyDown": _key,
    "scroll": _roll,
}

ROWS = (
    Command("POST", "/session/{session}/actions", perform),
    Command("DELETE", "/session/{session}/actions", lambda _: None),
)
