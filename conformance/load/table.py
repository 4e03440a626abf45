"""A phone's way through the day as a table, and the one interpreter that walks it.

A row is what a phone does next in a state: when it is due, whom it waits for, and where each outcome leads. Of the rows
of a state the first applies whose `when` holds. An outcome that no row names leads out of the exam; the audit judges it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

OUT = "out"
"""The phone does nothing more."""
OK, OVER = "ok", "over"
"""Outcomes of every operation: accepted, and the sitting is over."""


@dataclass(frozen=True, slots=True)
class Row:
    """In `state`: `does` at the instant `at` (at once without one), once `after` has happened. `beats`: the phone sends
    heartbeats until then. `when`: only if this holds."""

    state: str
    does: str
    then: Mapping[str, str] = field(default_factory=dict)
    at: str = ""
    after: str = ""
    when: str = ""
    beats: bool = False


class Phone(Protocol):
    """What the interpreter asks of a phone."""

    def holds(self, condition: str) -> bool: ...

    def due(self, step: str) -> datetime | None:
        """The intended instant of a step; None where there is none."""

    def wait(self, due: datetime | None, after: str, *, beats: bool) -> str:
        """Wait for the instant and for what comes first; OK, or what came in between."""

    def do(self, verb: str, due: datetime | None) -> str:
        """Carry out one verb; the outcome."""


def walk(phone: Phone, rows: Sequence[Row], state: str) -> Iterable[str]:
    """Go the whole way; every state that the phone came to, the last of which has no row."""
    while (row := _row(phone, rows, state)) is not None:
        yield state
        due = phone.due(row.at) if row.at else None
        outcome = phone.wait(due, row.after, beats=row.beats)
        if outcome == OK:
            outcome = phone.do(row.does, due)
        state = row.then.get(outcome, OUT)
    yield state


def _row(phone: Phone, rows: Sequence[Row], state: str) -> Row | None:
    return next((row for row in rows if row.state == state and (not row.when or phone.holds(row.when))), None)
