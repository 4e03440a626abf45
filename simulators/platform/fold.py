"""The main phone's sitting as a pure function of what happened and of now.

Events replay through the table in simulators.platform.sitting_machine. Between two events, and from the last of
them to now, the schedule's own instants move the sitting on; a limit that counts as a fact comes out as a derived
event with the limit's instant, not the reader's. Limits are half-open (at the instant itself the next state
holds, C06) but for the length of an interruption, which still holds at 120.000 s (C04). Where the candidate herself
decides when she begins or ends, her word is an event and moves the instants of the plan (`Schedule.own`); the timers
do the rest.

Silence is judged against the last contact, which is no event: whoever reads the fold without it judges none.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime, timedelta

from simulators.core.machine import Timed
from simulators.platform.events import BY_THE_CLOCK, Event
from simulators.platform.plan import Schedule
from simulators.platform.sitting_machine import CUT_OFF, SITTING
from simulators.platform.sitting_moves import APPLY, Sitting, interrupted

RESOLUTION = timedelta(milliseconds=1)
Fact = tuple[str, datetime]
"""What makes a fact of the clock the same as another."""
FACTS: Mapping[tuple[str, str], str] = {
    **{(row.source, row.timer): "forfeited" for row in SITTING.timed if row.target == "forfeited"},
    ("waiting", "start"): "started",
    ("waiting", "start_reading"): "started",
    ("reading", "reading_ends"): "answering_opened",
    ("reading_interrupted", "reading_ends"): "answering_opened",
    ("answering", "end"): "displayed",
    ("interrupted", "end"): "displayed",
    ("answering", "end_no_display"): "photos_opened",
    ("interrupted", "end_no_display"): "photos_opened",
    ("display", "display_ends"): "photos_opened",
    ("photos", "photo_ends"): "not_submitted",
    ("ready", "photo_ends"): "not_submitted",
    ("interrupted", "interruption"): "failed",
    ("reading_interrupted", "interruption"): "failed",
}
"""What is recorded when a timer runs out in a state; the end of a subject without sheets records nothing."""


def fold(schedule: Schedule, events: Iterable[Event], contact: datetime | None, now: datetime) -> Sitting:
    """The sitting after `events` (of the main phone, in order) at `now`, last heard of at `contact` (None: unknown)."""
    known = tuple(events)
    return stand(replay(Sitting(), schedule, known), schedule, stored(known), contact, now)


def replay(sitting: Sitting, schedule: Schedule, events: Iterable[Event]) -> Sitting:
    """The sitting after further events, as at the last of them."""
    for event in events:
        if event.what in BY_THE_CLOCK:
            sitting = _by_the_clock(sitting, event, schedule)
        else:
            sitting = APPLY[event.what](_run(sitting, schedule, event.at, None), event, schedule)
    return sitting


def stand(
    sitting: Sitting, schedule: Schedule, known: Set[Fact], contact: datetime | None, now: datetime
) -> Sitting:
    """What the clock makes of a sitting by `now`; facts that are known are not derived again."""
    return unknown(_run(_silence(sitting, schedule, contact, now), schedule, now, contact), known)


def stored(events: Iterable[Event]) -> set[Fact]:
    return {(event.what, event.at) for event in events}


def unknown(sitting: Sitting, known: Set[Fact]) -> Sitting:
    """The sitting without those derived facts that are known."""
    if not sitting.derived:
        return sitting
    fresh = tuple(fact for fact in sitting.derived if (fact.what, fact.at) not in known)
    return replace(sitting, derived=fresh)


def timers(sitting: Sitting, schedule: Schedule, contact: datetime | None) -> dict[str, datetime]:
    """When each timer runs out that may move this sitting."""
    schedule, terms = schedule.own(sitting.own), schedule.terms
    running = {
        _end(schedule): schedule.end,
        "reading_ends": schedule.answering_from,
        "display_ends": schedule.display_ends or schedule.end,
        "photo_ends": schedule.photo_ends,
    }
    if terms.free and sitting.own.begun is None:
        running["closes"] = schedule.closes
    else:
        running[_start(sitting, schedule, contact)] = schedule.start
    if sitting.interrupted_since is not None:
        name = "interruption_forfeits" if terms.forfeits else "interruption"
        running[name] = sitting.interrupted_since + schedule.interruption + RESOLUTION
    return running


def _start(sitting: Sitting, schedule: Schedule, contact: datetime | None) -> str:
    """The timer of the start: who is not there, or who reads first."""
    if sitting.state != "waiting":
        return "start"
    if contact is not None and contact + schedule.silence < schedule.start:
        return "start_absent"
    return "start_reading" if schedule.reading else "start"


def _end(schedule: Schedule) -> str:
    """The timer of the end: what follows on it."""
    if not schedule.has_sheet:
        return "end_no_sheet"
    return "end" if schedule.display_ends is not None else "end_no_display"


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
    too_long = row.timer in TOO_LONG
    facts = [Event(due - RESOLUTION if too_long else due, fact)] if fact else []
    if row.timer in ("start", "start_reading"):
        facts += _not_shown(sitting, schedule, due)
    return _stand(sitting, row, (*sitting.derived, *facts) if facts else sitting.derived)


TOO_LONG = ("interruption", "interruption_forfeits")


def _stand(sitting: Sitting, row: Timed, derived: tuple[Event, ...]) -> Sitting:
    """In the state that the clock leads to; an interruption lasts as long as its state has another name only."""
    return replace(
        sitting,
        state=row.target,
        interrupted_since=sitting.interrupted_since if row.target in CUT_OFF else None,
        cause="interruption" if row.timer in TOO_LONG else None,
        derived=derived,
    )


def _not_shown(sitting: Sitting, schedule: Schedule, at: datetime) -> list[Event]:
    """What should have been shown in the waiting room is for the review desk; nobody is kept out (assumed)."""
    missing = [item for item in schedule.terms.shows if item not in sitting.shown]
    return [Event(at, "flagged", detail={"cause": "not_shown", "items": missing})] if missing else []


def _silence(sitting: Sitting, schedule: Schedule, contact: datetime | None, now: datetime) -> Sitting:
    """A main phone that fell silent while answering is interrupted since it was last heard (C04)."""
    if contact is None:
        return sitting
    noticed, own = contact + schedule.silence, schedule.own(sitting.own)
    if noticed < own.start or noticed >= min(now, own.end):
        return sitting
    since = max(contact, own.start)
    sitting = _run(sitting, schedule, min(since, now), contact)
    if sitting.state not in ("reading", "answering"):
        return sitting
    event = Event(since, "interrupted", detail={"noticed": "silence"})
    return interrupted(replace(sitting, derived=(*sitting.derived, event)), event, schedule)


def _by_the_clock(sitting: Sitting, event: Event, schedule: Schedule) -> Sitting:
    """A stored fact of the clock is taken as it was recorded, not found again."""
    sitting = _run(sitting, schedule, event.at, None, strictly=True)
    if event.what == "interrupted":
        return interrupted(_run(sitting, schedule, event.at, None), event, schedule)
    rows = [
        row for row in SITTING.due(sitting.state, TIMERS) if FACTS.get((row.source, row.timer)) == event.what
    ]
    if not rows:
        return sitting
    running = timers(sitting, schedule, None)
    row = next((row for row in rows if row.timer in running), rows[0])
    return _stand(sitting, row, sitting.derived)


TIMERS: Mapping[str, None] = dict.fromkeys(row.timer for row in SITTING.timed)


def main_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that the fold knows, in order."""
    return tuple(event for event in events if event.what in APPLY or event.what in BY_THE_CLOCK)
