"""How a registration stands: the account, the roster and the sittings of its subject, led through the table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from simulators.platform.plan import Schedule
from simulators.platform.registration_machine import REGISTRATION
from simulators.platform.sitting_machine import RUNNING
from simulators.platform.sitting_moves import Sitting

PAST_THE_END = ("display", "photos", "ready", "submitted", "not_submitted")
"""States of a mock sitting that reached the end of its answering time: it was taken (C25)."""
ENDS = {"submitted": "submit", "terminated": "leave", "failed": "fail"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a registration rests on; `trouble` is why the school's data do not fit, None where they do."""

    visible: bool
    trouble: str | None
    confirmed: bool
    prepared: bool
    mocks: Sequence[tuple[Schedule, Sitting]] = ()
    formal: tuple[Schedule, Sitting] | None = None


def mocks_taken(mocks: Sequence[tuple[Schedule, Sitting]], now: datetime) -> int:
    """How many mock sittings reached the end of their answering time by `now`; one that was broken off counts for
    nothing (R382, C25)."""
    return sum(now >= plan.end and sitting.state in PAST_THE_END for plan, sitting in mocks)


def registration(facts: Facts, now: datetime) -> str:
    """The state at `now`."""
    state = REGISTRATION.initial
    for event in _events(facts, now):
        state = REGISTRATION.next(state, event)
    if facts.formal is None or not facts.confirmed:
        return state
    return _formal(state, *facts.formal, now)


def _events(facts: Facts, now: datetime) -> Iterator[str]:
    if facts.confirmed:
        yield from ("appear", "confirm")
    elif facts.visible:
        yield "appear_mismatched" if facts.trouble else "appear"
        return
    if facts.confirmed and facts.prepared:
        yield "prepared"
    if facts.confirmed:
        yield from ["mock"] * mocks_taken(facts.mocks, now)


def _formal(state: str, plan: Schedule, sitting: Sitting, now: datetime) -> str:
    """Moved on by the formal sitting and its clock."""
    if now < plan.opens_at:
        return state
    state = _time_out(state, "formal_opens")
    if sitting.state == "forfeited":
        return _time_out(state, "start")
    if sitting.state in (*RUNNING, *ENDS, "not_submitted"):
        state = REGISTRATION.next(state, "start")
    if sitting.state in ENDS:
        return REGISTRATION.next(state, ENDS[sitting.state])
    return _time_out(state, "photo_ends") if sitting.state == "not_submitted" else state


def _time_out(state: str, timer: str) -> str:
    return next((row.target for row in REGISTRATION.due(state, {timer: None})), state)
