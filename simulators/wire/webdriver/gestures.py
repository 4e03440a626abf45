"""W3C actions (section 15): sources of ticks, read into touches and keys.

Each source is a list of actions; the n-th actions of all sources are one tick. A pointer that goes down and comes
up where it was is a tap; one that has moved farther than a finger trembles is a swipe, and taps nothing.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body, choice, field, number, shown

TREMBLE_PX = 24
POINTERS = {"mouse": "mouse", "pen": "pen", "touch": "touch"}
VIEWPORT, POINTER = "viewport", "pointer"
KINDS: Mapping[str, frozenset[str]] = {
    "none": frozenset({"pause"}),
    "key": frozenset({"pause", "keyDown", "keyUp"}),
    "pointer": frozenset({"pause", "pointerMove", "pointerDown", "pointerUp", "pointerCancel"}),
    "wheel": frozenset({"pause", "scroll"}),
}


@dataclass(frozen=True, slots=True)
class Action:
    """One action of one source: `do` is its type, `fields` the rest."""

    source: str
    do: str
    fields: Body


def ticks(body: Body) -> list[tuple[Action, ...]]:
    """The actions, tick by tick; `invalid argument` where they are malformed."""
    rows = [_source(one, place) for place, one in enumerate(field(body, "actions", list))]
    return [tuple(action for action in tick if action is not None) for tick in zip_longest(*rows)]


def _source(value: Any, place: int) -> list[Action]:
    if not isinstance(value, dict):
        raise invalid(f"action source {place} must be an object, not {shown(value)}")
    known = choice(value, "type", KINDS)
    name = field(value, "id", str)
    if value["type"] == "pointer":
        choice(
            field(value, "parameters", dict, {"pointerType": "mouse"}),
            "pointerType",
            POINTERS | {"": "mouse"},
        )
    return [_action(one, name, known) for one in field(value, "actions", list)]


def _action(value: Any, source: str, known: frozenset[str]) -> Action:
    if not isinstance(value, dict):
        raise invalid(f"an action of {source!r} must be an object, not {shown(value)}")
    do = choice(value, "type", {name: name for name in sorted(known)})
    if number(value, "duration", 0) < 0:
        raise invalid(f"'duration' of a {do} in {source!r} is negative")
    return Action(source, do, value)


@dataclass(slots=True)
class Finger:
    """Where a pointer is, and where it went down."""

    x: float = 0
    y: float = 0
    down: tuple[float, float] | None = None

    @property
    def swiped(self) -> bool:
        return self.down is not None and math.dist(self.down, (self.x, self.y)) > TREMBLE_PX


def moved(finger: Finger, fields: Body, size: tuple[int, int], centre: tuple[int, int] | None) -> None:
    """Move; `centre` is that of the element that is the origin, if one is."""
    origin = fields.get("origin", VIEWPORT)
    if centre is None and origin not in (VIEWPORT, POINTER):
        raise invalid(f"'origin' must be {VIEWPORT!r}, {POINTER!r} or an element, not {shown(origin)}")
    start = centre or ((finger.x, finger.y) if origin == POINTER else (0, 0))
    x, y = start[0] + number(fields, "x"), start[1] + number(fields, "y")
    if not (0 <= x <= size[0] and 0 <= y <= size[1]):
        raise WireError(
            "move target out of bounds", f"({x:g}, {y:g}) is outside the screen of {size[0]} x {size[1]}"
        )
    finger.x, finger.y = x, y
