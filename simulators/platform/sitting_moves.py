"""A sitting of the main phone, and how each recorded fact moves it through the table in simulators.platform.sitting_machine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from simulators.platform.events import Event
from simulators.platform.plan import Schedule
from simulators.platform.sitting_machine import CUT_OFF, SITTING
from simulators.platform.terms import Own


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting as it stands, on the phone that entered it. `derived` are the facts by the clock that the events do not hold yet.

    `shown`: what was shown in the waiting room. `begun`: how many recordings were, at a time of the candidate's own.
    `cause`: why the sitting ended, where an interruption or another phone ended it.
    """

    state: str = SITTING.initial
    device: str | None = None
    failures: int = 0
    review: str = "none"
    interruptions: int = 0
    interrupted_since: datetime | None = None
    returned_at: datetime | None = None
    return_keys: frozenset[str] = frozenset()
    photos: Mapping[int, str] = field(default_factory=dict)
    quality: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    answer: str | None = None
    submission: Event | None = None
    shown: tuple[str, ...] = ()
    own: Own = field(default_factory=Own)
    begun: int = 0
    cause: str | None = None
    derived: tuple[Event, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages accepted so far, in order."""
        return tuple(sorted(self.photos))


def interrupted(sitting: Sitting, event: Event, schedule: Schedule) -> Sitting:
    """After one interruption more, whoever noticed it."""
    if schedule.terms.loses_recording:
        return _lost(sitting, event, schedule)
    count = sitting.interruptions + 1
    if count <= schedule.interruptions_allowed:
        return replace(_move(sitting, "interrupt"), interruptions=count, interrupted_since=event.at)
    word, move = TOO_OFTEN[schedule.terms.forfeits]
    over = _ended(sitting, event.at, word, "too_many_interruptions")
    return _move(replace(over, interruptions=count), move)


TOO_OFTEN: Mapping[bool, tuple[str, str]] = {
    False: ("failed", "interrupt_too_often"),
    True: ("forfeited", "interrupt_forfeits"),
}
"""What is recorded of one interruption too many, and how the sitting moves: whether a season forfeits or fails it."""


def _ended(sitting: Sitting, at: datetime, word: str, cause: str) -> Sitting:
    fact = Event(at, word, detail={"cause": cause})
    return replace(sitting, derived=(*sitting.derived, fact), cause=cause)


def _lost(sitting: Sitting, event: Event, schedule: Schedule) -> Sitting:
    """The recording is lost, and with it the chance, unless it is given back; another may be begun while one is left."""
    begun = sitting.begun if schedule.terms.lost_costs_chance else sitting.begun - 1
    left = (schedule.terms.chances or 0) - begun
    fact = Event(event.at, "recording_lost", detail={"chances_left": left})
    anew = replace(
        sitting,
        interruptions=sitting.interruptions + 1,
        begun=begun,
        own=Own(),
        answer=None,
        derived=(*sitting.derived, fact),
    )
    if left > 0:
        return _move(anew, "interrupt_loses")
    return _move(_ended(anew, event.at, "failed", "no_chances"), "interrupt_loses_last")


def _move(sitting: Sitting, event: str) -> Sitting:
    return replace(sitting, state=SITTING.next(sitting.state, event))


def _face_failed(sitting: Sitting, _: Event, schedule: Schedule) -> Sitting:
    failures = sitting.failures + 1
    if failures < schedule.face_failures:
        return replace(_move(sitting, "face_fail"), failures=failures)
    return replace(_move(sitting, "face_exhausted"), failures=failures, review="needed")


def _photo(sitting: Sitting, event: Event, schedule: Schedule) -> Sitting:
    page = int(event.detail["page"])
    photos = {**sitting.photos, page: str(event.detail.get("sha256", ""))}
    quality = {**sitting.quality, page: event.detail.get("quality", {})}
    last = sitting.state == "photos" and len(photos) == schedule.pages
    return replace(_move(sitting, "photo_last" if last else "photo"), photos=photos, quality=quality)


def _returned(sitting: Sitting, event: Event, _: Schedule) -> Sitting:
    told_by = {event.detail["key"]} if "key" in event.detail else set()
    back = replace(sitting, returned_at=event.at, return_keys=sitting.return_keys | told_by)
    if sitting.state not in CUT_OFF:
        return back
    return replace(_move(back, "return"), interrupted_since=None)


def _second_login(sitting: Sitting, event: Event, _: Schedule) -> Sitting:
    return _move(_ended(sitting, event.at, "failed", "second_device"), "second_login")


Apply = Callable[[Sitting, Event, Schedule], Sitting]
APPLY: Mapping[str, Apply] = {
    "opened": lambda sitting, _, __: _move(sitting, "open"),
    "entered": lambda sitting, event, _: replace(_move(sitting, "enter"), device=event.device),
    "face_passed": lambda sitting, event, _: replace(
        _move(sitting, "face_pass"), failures=0, device=event.device
    ),
    "face_failed": _face_failed,
    "face_review_requested": lambda sitting, _, __: replace(
        _move(sitting, "review_request"), review="requested"
    ),
    "face_review_approved": lambda sitting, _, __: replace(
        _move(sitting, "review_approve"), review="approved", failures=0
    ),
    "face_review_rejected": lambda sitting, _, __: replace(
        _move(sitting, "review_reject"), review="rejected"
    ),
    "left": lambda sitting, _, __: _move(sitting, "leave"),
    "terminated": lambda sitting, _, __: replace(_move(sitting, "leave"), interrupted_since=None),
    "returned": _returned,
    "shown": lambda sitting, event, _: replace(
        _move(sitting, "show"), shown=(*sitting.shown, event.detail["item"])
    ),
    "begun": lambda sitting, event, _: replace(
        _move(sitting, "begin"), own=Own(begun=event.at), begun=sitting.begun + 1
    ),
    "finished": lambda sitting, event, _: replace(
        _move(sitting, "finish"), own=replace(sitting.own, finished=event.at)
    ),
    "record_again": lambda sitting, _, __: replace(_move(sitting, "record_again"), own=Own(), answer=None),
    "second_login": _second_login,
    "photo": _photo,
    "answer": lambda sitting, event, _: replace(_move(sitting, "answer"), answer=event.detail["text"]),
    "submitted": lambda sitting, event, _: replace(_move(sitting, "submit"), submission=event),
}
"""How each recorded fact of the main phone moves a sitting."""
