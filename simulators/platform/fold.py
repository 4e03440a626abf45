"""The main phone's sitting as a pure function of what happened and of now.

Events replay through the table in simulators.platform.sitting_machine. Between two events, and from the last of
them to now, the schedule's own instants move the sitting on; a limit that counts as a fact comes out as a derived
event with the limit's instant, not the reader's. Limits are half-open (at the instant itself the next state
holds, C06) but for the length of an interruption, which still holds at 120.000 s (C04).

Silence is judged against the last contact, which is no event: whoever reads the fold without it judges none.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from simulators.platform.events import BY_THE_CLOCK, Event
from simulators.platform.plan import Schedule
from simulators.platform.sitting_machine import SITTING

RESOLUTION = timedelta(milliseconds=1)
FACTS: Mapping[tuple[str, str], str] = {
    **{(row.source, row.timer): "forfeited" for row in SITTING.timed if row.target == "forfeited"},
    ("waiting", "start"): "started",
    ("answering", "end"): "displayed",
    ("interrupted", "end"): "displayed",
    ("display", "display_ends"): "photos_opened",
    ("photos", "photo_ends"): "not_submitted",
    ("ready", "photo_ends"): "not_submitted",
    ("interrupted", "interruption"): "failed",
}
"""What is recorded when a timer runs out in a state; the end of a subject without sheets records nothing."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting as it stands, on the phone that entered it. `derived` are the facts by the clock that the events do not hold yet."""

    state: str = SITTING.initial
    device: str | None = None
    failures: int = 0
    review: str = "none"
    interruptions: int = 0
    interrupted_since: datetime | None = None
    returned_at: datetime | None = None
    photos: Mapping[int, str] = field(default_factory=dict)
    quality: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    answer: str | None = None
    submission: Event | None = None
    derived: tuple[Event, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages accepted so far, in order."""
        return tuple(sorted(self.photos))


def fold(schedule: Schedule, events: Iterable[Event], contact: datetime | None, now: datetime) -> Sitting:
    """The sitting after `events` (of the main phone, in order) at `now`, last heard of at `contact` (None: unknown)."""
    known = tuple(events)
    sitting = Sitting()
    for event in known:
        if event.what in BY_THE_CLOCK:
            sitting = _by_the_clock(sitting, event, schedule)
        else:
            sitting = APPLY[event.what](_run(sitting, schedule, event.at, None), event, schedule)
    sitting = _silence(sitting, schedule, contact, now)
    sitting = _run(sitting, schedule, now, contact)
    stored = {(event.what, event.at) for event in known}
    return replace(
        sitting, derived=tuple(fact for fact in sitting.derived if (fact.what, fact.at) not in stored)
    )


def timers(sitting: Sitting, schedule: Schedule, contact: datetime | None) -> dict[str, datetime]:
    """When each timer runs out that may move this sitting."""
    absent = contact is not None and contact + schedule.silence < schedule.start
    sheet = schedule.display_ends is not None
    running = {
        "start_absent" if absent and sitting.state == "waiting" else "start": schedule.start,
        "end" if sheet else "end_no_sheet": schedule.end,
        "display_ends": schedule.display_ends or schedule.end,
        "photo_ends": schedule.photo_ends,
    }
    if sitting.interrupted_since is not None:
        running["interruption"] = sitting.interrupted_since + schedule.interruption + RESOLUTION
    return running


def next_change(sitting: Sitting, schedule: Schedule, contact: datetime | None) -> datetime | None:
    """The next instant at which the state changes by itself, None in a state that lasts."""
    running = timers(sitting, schedule, contact)
    return min((running[row.timer] for row in SITTING.due(sitting.state, running)), default=None)


def _run(
    sitting: Sitting, schedule: Schedule, until: datetime, contact: datetime | None, *, strictly: bool = False
) -> Sitting:
    while (due := next_change(sitting, schedule, contact)) is not None and (
        due < until or (due == until and not strictly)
    ):
        sitting = _time_out(sitting, schedule, due, contact)
    return sitting


def _time_out(sitting: Sitting, schedule: Schedule, due: datetime, contact: datetime | None) -> Sitting:
    running = timers(sitting, schedule, contact)
    row = next(row for row in SITTING.due(sitting.state, running) if running[row.timer] == due)
    fact = FACTS.get((row.source, row.timer))
    if row.source == "listed" and not schedule.formal:
        fact = None  # who never opened a mock exam has given nothing up
    at = due - RESOLUTION if row.timer == "interruption" else due
    derived = (*sitting.derived, Event(at, fact)) if fact else sitting.derived
    return replace(sitting, state=row.target, interrupted_since=None, derived=derived)


def _silence(sitting: Sitting, schedule: Schedule, contact: datetime | None, now: datetime) -> Sitting:
    """A main phone that fell silent while answering is interrupted since it was last heard (C04)."""
    if contact is None:
        return sitting
    noticed = contact + schedule.silence
    if noticed < schedule.start or noticed >= min(now, schedule.end):
        return sitting
    sitting = _run(sitting, schedule, min(schedule.start, now), contact)
    if sitting.state != "answering":
        return sitting
    event = Event(max(contact, schedule.start), "interrupted", detail={"noticed": "silence"})
    return _interrupted(replace(sitting, derived=(*sitting.derived, event)), event, schedule)


def _by_the_clock(sitting: Sitting, event: Event, schedule: Schedule) -> Sitting:
    """A stored fact of the clock is taken as it was recorded, not found again."""
    sitting = _run(sitting, schedule, event.at, None, strictly=True)
    if event.what == "interrupted":
        return _interrupted(_run(sitting, schedule, event.at, None), event, schedule)
    for row in SITTING.due(sitting.state, TIMERS):
        if FACTS.get((row.source, row.timer)) == event.what:
            return replace(sitting, state=row.target, interrupted_since=None)
    return sitting


def _interrupted(sitting: Sitting, event: Event, schedule: Schedule) -> Sitting:
    count = sitting.interruptions + 1
    if count > schedule.interruptions_allowed:
        over = replace(
            sitting,
            interruptions=count,
            derived=(*sitting.derived, Event(event.at, "failed", detail={"cause": "too_many_interruptions"})),
        )
        return _move(over, "interrupt_too_often")
    return replace(_move(sitting, "interrupt"), interruptions=count, interrupted_since=event.at)


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
    if sitting.state != "interrupted":
        return replace(sitting, returned_at=event.at)
    return replace(_move(sitting, "return"), interrupted_since=None, returned_at=event.at)


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
    "photo": _photo,
    "answer": lambda sitting, event, _: replace(_move(sitting, "answer"), answer=event.detail["text"]),
    "submitted": lambda sitting, event, _: replace(_move(sitting, "submit"), submission=event),
}
"""How each recorded fact of the main phone moves a sitting."""

TIMERS: Mapping[str, None] = dict.fromkeys(row.timer for row in SITTING.timed)


def main_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that the fold knows, in order."""
    return tuple(event for event in events if event.what in APPLY or event.what in BY_THE_CLOCK)
