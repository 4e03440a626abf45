"""One sitting as both journals tell it, and what several checks ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from conformance.load.audit.forms import GRANTED, Allowance, Record, Seat
from conformance.load.audit.limits import Limits
from conformance.load.told import Told

OVER = ("submitted", "forfeited", "terminated", "failed", "not_submitted")
"""Facts after which a sitting is over."""


@dataclass(frozen=True)
class Case:
    """`records` are the sitting's in their order, `told` what its phones wrote down. `until`: what the clock decides
    before this instant stands in the records; None while nobody knows."""

    seat: Seat
    limits: Limits
    records: tuple[Record, ...]
    told: tuple[Told, ...] = ()
    allowance: Allowance = GRANTED
    until: datetime | None = None

    @cached_property
    def facts(self) -> tuple[Record, ...]:
        """What happened, refusals left out."""
        return tuple(one for one in self.records if one.what != "refused")

    def named(self, *words: str) -> Iterator[Record]:
        """The facts with one of these names, in order."""
        return (one for one in self.facts if one.what in words)

    def refused(self, operation: str, *causes: str) -> Iterator[Record]:
        """The refusals of an operation for one of these causes, in order."""
        return (one for one in self.records if one.refusal[0] == operation and one.refusal[1] in causes)

    def before(self, record: Record, *words: str) -> list[Record]:
        """The facts of these names that the platform had recorded before `record`."""
        return [one for one in self.named(*words) if one.seq < record.seq]

    @cached_property
    def submission(self) -> Record | None:
        """The first submission of the main phone."""
        return next(self.named("submitted"), None)

    def asked(self, *operations: str) -> Iterator[Told]:
        """What the phones asked for, in the order in which it was written down."""
        return (one for one in self.told if one.op in operations)

    def accepted(self, *operations: str) -> Iterator[Told]:
        """What they asked for and were given."""
        return (one for one in self.asked(*operations) if one.accepted)

    def decided(self, at: datetime) -> bool:
        """Whether all that the clock decides at `at` must have been recorded."""
        return self.until is not None and at < self.until


def clock(at: datetime | None) -> str:
    """An instant as sentences name it: the time of its day, to the millisecond."""
    return at.strftime("%H:%M:%S.") + f"{at.microsecond // 1000:03d}" if at else "?"
