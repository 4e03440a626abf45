"""Which step is due: what the platform said last, moved on by its own instants until it is heard again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from simulators.apps.screenbook import State
from simulators.core.instants import parse

View = dict[str, Any]
"""A sitting as the platform answers it: contracts/platform.openapi.yaml, Sitting."""

TIMED: Mapping[str, tuple[str, str]] = {
    "reading": ("answering_from", "answering"),
    "reading_interrupted": ("answering_from", "interrupted"),
    "interrupted": ("end", "display"),
    "answering": ("end", "display"),
    "display": ("display_ends", "photos"),
    "photos": ("photo_ends", "not_submitted"),
    "ready": ("photo_ends", "not_submitted"),
}
"""State, the instant that ends it, what comes next. The waiting room's end needs the paper, so the platform."""

BEFORE = ("listed", "exam_page", "face_check", "face_review")
CUT_OFF = ("reading_interrupted", "interrupted")
RUNNING = ("reading", "answering", *CUT_OFF, "display", "photos", "ready")
INSIDE = ("face_check", "waiting", *RUNNING)
"""Steps that the candidate must not leave."""
RECORDED = ("face_check", "waiting", "reading", "answering", *CUT_OFF, "display")
"""Steps that the main phone records: from 开始录制 (C09) to the end of the display (C33)."""
BEATING = ("waiting", *RUNNING)
SCREENS: Mapping[str, str] = {
    "listed": "exam_page",
    "face_review": "exam_page",
    "reading_interrupted": "reading",
    "interrupted": "answering",
    "ready": "photos",
}
"""The screen of a step, where it is not called as the step is."""


def phase(view: View, now: datetime) -> str:
    """The step at `now`. Half-open: at its end a step is over (C56)."""
    state: str = view["state"]
    while state in TIMED and parse(view[TIMED[state][0]]) <= now:
        state = _next(view, state)
    return state


def _next(view: View, state: str) -> str:
    """What comes next: after the answering, what there is to display or to photograph."""
    after = TIMED[state][1]
    if after != "display":
        return after
    if not view["subject"]["has_sheet"]:
        return "ready"
    return "display" if view["display_ends"] else "photos"


def recorded(view: View, step: str) -> bool:
    """Whether the main phone records this step; where the candidate goes on by hand, only once she has."""
    return step in RECORDED and not (step in CUT_OFF and view["terms"]["go_on_by_hand"])


def next_instant(view: View, now: datetime) -> datetime | None:
    """When the step changes next, by the platform's word or by the plan; None where neither says."""
    names = ("next_change", "start", "closes_at", "answering_from", "end", "display_ends", "photo_ends")
    named = [view[name] for name in names]
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
    if step in CUT_OFF and state["view"]["terms"]["go_on_by_hand"]:
        return "going_on"
    if step in ("reading", "answering", *CUT_OFF) and state["zoomed"]:
        return "question"
    if step == "ready" and state["viewing"] is not None:
        return "playback"
    return SCREENS.get(step, step)
