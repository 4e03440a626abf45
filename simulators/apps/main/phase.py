"""Which step is due: what the platform said last, moved on by its own instants until it is heard again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from simulators.apps.screenbook import State
from simulators.core.instants import parse

View = dict[str, Any]
"""A sitting as the platform answers it: contracts/platform.openapi.yaml, Sitting."""

TIMED: Mapping[str, tuple[str, str]] = {
    "interrupted": ("end", "display"),
    "answering": ("end", "display"),
    "display": ("display_ends", "photos"),
    "photos": ("photo_ends", "not_submitted"),
    "ready": ("photo_ends", "not_submitted"),
}
"""State, the instant that ends it, what comes next. The waiting room's end needs the paper, so the platform."""

BEFORE = ("listed", "exam_page", "face_check", "face_review")
RUNNING = ("answering", "interrupted", "display", "photos", "ready")
INSIDE = ("face_check", "waiting", *RUNNING)
"""Steps that the candidate must not leave."""
RECORDED = ("face_check", "waiting", "answering", "interrupted", "display")
"""Steps that the main phone records: from 开始录制 (C09) to the end of the display (C33)."""
BEATING = ("waiting", *RUNNING)
SCREENS: Mapping[str, str] = {
    "listed": "exam_page",
    "face_review": "exam_page",
    "interrupted": "answering",
    "ready": "photos",
}
"""The screen of a step, where it is not called as the step is."""


def phase(view: View, now: datetime) -> str:
    """The step at `now`. Half-open: at its end a step is over (C56)."""
    state: str = view["state"]
    while state in TIMED and parse(view[TIMED[state][0]]) <= now:
        state = TIMED[state][1] if view["subject"]["has_sheet"] or state in ("photos", "ready") else "ready"
    return state


def next_instant(view: View, now: datetime) -> datetime | None:
    """When the step changes next, by the platform's word or by the plan; None where neither says."""
    named = [view["next_change"], view["start"], view["end"], view["display_ends"], view["photo_ends"]]
    coming = [instant for name in named if name and (instant := parse(name)) > now]
    return min(coming, default=None)


def shown(state: State, now: datetime) -> str:
    """The screen that is due."""
    screen: str = state["screen"]
    if screen not in ("exam", "code") or state["view"] is None:
        return screen
    step = phase(state["view"], now)
    if screen == "code" and step in BEFORE:
        return "code"
    if step in ("answering", "interrupted") and state["zoomed"]:
        return "question"
    return SCREENS.get(step, step)
