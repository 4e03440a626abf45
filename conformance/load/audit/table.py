"""Every invariant in one table: what is asked of each sitting, under which rules, and when it can be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from conformance.load.audit import (
    agreeing,
    closing,
    codes,
    coming,
    interrupting,
    lockouts,
    phones,
    sending,
    timing,
)
from conformance.load.audit.case import Case
from conformance.load.audit.forms import Allowance, Breach, Seat
from conformance.load.audit.limits import Limits
from conformance.load.told import Told


@dataclass(frozen=True, slots=True)
class Invariant:
    """`check` finds where one of `rules` is broken. `early`: what it finds in part of the platform's records stays found,
    so that it is asked while the run goes on. `fixed`: it is asked where everybody begins at the same instant."""

    rules: tuple[str, ...]
    check: Callable[[Case], Iterator[Breach]]
    early: bool = True
    fixed: bool = False


INVARIANTS = (
    Invariant(("WAIT-01", "WAIT-02"), coming.window),
    Invariant(("WAIT-01", "WAIT-12"), coming.locked_out),
    Invariant(("WAIT-09",), coming.aux_first),
    Invariant(("WAIT-11",), coming.face_first, fixed=True),
    Invariant(("PAIR-02", "PAIR-03", "PAIR-06"), codes.places),
    Invariant(("PAIR-01", "PAIR-08"), codes.turned_away),
    Invariant(("PAIR-08",), codes.over),
    Invariant(("PAIR-08",), codes.closed_early, early=False),
    Invariant(("UPLD-14",), phones.one_main_phone),
    Invariant(("JOUR-01",), phones.other_phone),
    Invariant(("UPLD-14",), phones.two_at_once, early=False),
    Invariant(("PAIR-05",), phones.owner),
    Invariant(("INTR-04",), interrupting.counted, fixed=True),
    Invariant(("INTR-04",), interrupting.told_again, early=False, fixed=True),
    Invariant(("INTR-01",), interrupting.failed, fixed=True),
    Invariant(("INTR-03",), interrupting.too_long, fixed=True),
    Invariant(("INTR-04",), interrupting.too_many, early=False, fixed=True),
    Invariant(("INTR-03",), interrupting.never_back, early=False, fixed=True),
    Invariant(("INTR-04",), interrupting.heard, early=False, fixed=True),
    Invariant(("SUBM-02", "SUBM-07"), closing.submitted_in_time, fixed=True),
    Invariant(("SUBM-07",), closing.answered_in_time, fixed=True),
    Invariant(("SUBM-02", "SUBM-07", "REC-04"), closing.turned_away, fixed=True),
    Invariant(("SUBM-05", "REC-12"), closing.once),
    Invariant(("PHOT-03", "SUBM-01"), closing.pages),
    Invariant(("SUBM-01",), closing.pages_there),
    Invariant(("SUBM-03",), closing.unchanged),
    Invariant(("SUBM-04",), closing.aux_after_main),
    Invariant(("SUBM-09",), closing.already),
    Invariant(("WAIT-07", "WAIT-02", "DISP-01", "SUBM-02", "VAR-03"), timing.on_time, fixed=True),
    Invariant(("WAIT-07", "WAIT-12"), timing.started, early=False, fixed=True),
    Invariant(("SUBM-05",), timing.ended, early=False, fixed=True),
    Invariant(("UPLD-11",), sending.offsets, early=False),
    Invariant(("UPLD-06", "UPLD-07"), sending.arrived, early=False),
    Invariant(("UPLD-11",), sending.whole, early=False),
    Invariant(("UPLD-11",), sending.announced),
    Invariant(tuple(sorted({rule for rule, _ in agreeing.FACTS.values()})), agreeing.lost, early=False),
    Invariant(tuple(sorted({rule for rule, _ in agreeing.FACTS.values()})), agreeing.unasked, early=False),
    Invariant(("PHOT-06", "SUBM-07"), agreeing.latest, early=False),
    Invariant(("WAIT-12",), lockouts.kept_out, early=False),
    Invariant(("SUBM-02", "SUBM-07"), lockouts.kept_from_submitting, early=False, fixed=True),
)


def breaches(case: Case, *, finished: bool) -> Iterator[Breach]:
    """Everything that is wrong with one sitting; before the run has `finished`, what can be told by then."""
    for row in INVARIANTS:
        if (finished or row.early) and (case.limits.fixed or not row.fixed):
            yield from row.check(case)


OF_ONE_ANSWER = ("PAIR-05", "WAIT-05")
"""The rules that each answer is held against by itself, beside those of its time."""


def wrong_with(one: Told, seat: Seat, limits: Limits, allowance: Allowance) -> Iterator[Breach]:
    """What one answer shows by itself, as soon as it is told."""
    alone = (phones.stranger(one, seat), agreeing.stamped(one, allowance), coming.let_in(one, limits))
    yield from filter(None, (*alone, closing.taken(one, limits) if limits.fixed else None))
