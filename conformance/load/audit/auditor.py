"""The audit of a run: fed with both journals as they grow, asked while the run goes on and once it is over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from conformance.load.audit import waves
from conformance.load.audit.case import Case
from conformance.load.audit.confirming import Confirmations
from conformance.load.audit.forms import GRANTED, Allowance, Breach, Record, Seat
from conformance.load.audit.limits import Lawgiver
from conformance.load.audit.table import INVARIANTS, OF_ONE_ANSWER, breaches, wrong_with
from conformance.load.audit.thin import Thin
from conformance.load.result.form import Audit, Violation
from conformance.load.told import Told
from conformance.season import Season
from reports.form import Text

NO_RECORDS = Text("the platform has no record of the run", "平台没有本次演练的任何记录")
NOT_READ = Text("the platform's records could not be read to their end", "未能读完平台的全部记录")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the audit found; `unfinished` says why it could not be brought to its end."""

    audit: Audit
    unfinished: tuple[Text, ...] = ()


class Auditor:
    """Looks only at sittings that the run has registered; `since` is the number of the last record before the run."""

    def __init__(
        self, season: Season, seats: Iterable[Seat], allowance: Allowance = GRANTED, since: int = 0
    ) -> None:
        self._law, self._allowance = Lawgiver(season), allowance
        self._seats = {seat.sitting: seat for seat in seats}
        self._records: dict[str, list[Record]] = defaultdict(list)
        self._told: dict[str, list[Told]] = defaultdict(list)
        self._put_off: list[Told] = []
        self._confirmations, self._opens = Confirmations(), season.date("confirmation_opens")
        self._thin, self._fresh = Thin(), list[Breach]()
        self._changed: set[str] = set()
        self._found: dict[tuple[Any, ...], Breach] = {}
        self._last, self._gaps = since, 0

    def recorded(self, records: Iterable[Record]) -> None:
        """Further records of the platform, in their order."""
        for one in records:
            self._gaps += one.seq != self._last + 1
            self._last = one.seq
            self._confirmations.record(one)
            if one.sitting in self._seats:
                self._records[one.sitting].append(one)
                self._changed.add(one.sitting)

    def told(self, told: Iterable[Told]) -> None:
        """Further records of the phones, in any order."""
        for one in told:
            seat = self._seats.get(one.sitting or "")
            if seat is not None:
                self._fresh += [
                    found
                    for found in wrong_with(one, seat, self._law.limits(seat), self._allowance)
                    if self._new(seat.sitting, found)
                ]
                if (kept := self._thin.kept(one)) is not None:
                    self._told[seat.sitting].append(kept)
            self._confirmations.tell(one)
            if one.status in waves.PUT_OFF:
                self._put_off.append(one)

    def so_far(self) -> Sequence[Breach]:
        """What has been found since this was asked last, while the run goes on."""
        changed, self._changed = self._changed, set()
        fresh, self._fresh = self._fresh, []
        return fresh + [
            found
            for sitting in sorted(changed)
            for found in breaches(self._case(sitting, None), finished=False)
            if self._new(sitting, found)
        ]

    def finish(self, until: datetime | None) -> Outcome:
        """Everything, once both journals are whole. `until`: what the clock decided before it stands in the records."""
        for sitting in self._seen():
            for found in breaches(self._case(sitting, until), finished=True):
                self._new(sitting, found)
        for found in (
            *waves.put_off_together(self._put_off),
            *self._confirmations.breaches(self._opens),
        ):
            self._new("", found)
        unfinished = tuple(self._unfinished(until))
        violations = tuple(violation(key[0], found) for key, found in self._found.items())
        return Outcome(
            Audit(checked=self._checked(), violations=violations, finished=not unfinished), unfinished
        )

    def _case(self, sitting: str, until: datetime | None) -> Case:
        seat = self._seats[sitting]
        records, told = self._records.get(sitting, ()), self._told.get(sitting, ())
        return Case(seat, self._law.limits(seat), tuple(records), tuple(told), self._allowance, until)

    def _new(self, sitting: str, found: Breach) -> bool:
        key = (sitting, found.rule, found.says.en)
        if key in self._found:
            return False
        self._found[key] = found
        return True

    def _unfinished(self, until: datetime | None) -> Iterable[Text]:
        if not self._last:
            yield NO_RECORDS
        if until is None:
            yield NOT_READ
        if self._gaps:
            yield Text(
                f"the platform's records have {self._gaps} gaps in their numbers",
                f"平台记录的编号有 {self._gaps} 处不连续",
            )

    def _checked(self) -> dict[str, int]:
        """How many sittings were looked at under each rule."""
        asked: Counter[str] = Counter()
        fixed = [self._law.limits(self._seats[sitting]).fixed for sitting in self._seen()]
        for row in INVARIANTS:
            count = sum(fixed) if row.fixed else len(fixed)
            for rule in row.rules if count else ():
                asked[rule] = max(asked[rule], count)
        asked.update({rule: max(len(fixed) - asked[rule], 0) for rule in OF_ONE_ANSWER})
        asked.update(self._confirmations.checked())
        return dict(sorted(asked.items()))

    def _seen(self) -> list[str]:
        """The sittings in which anything happened, or was asked for."""
        return sorted(self._seats.keys() & (self._records.keys() | self._told.keys()))


def violation(sitting: str, found: Breach) -> Violation:
    """A breach as the result tells it."""
    return Violation(
        rule=found.rule,
        says=found.says,
        sitting=sitting,
        platform=tuple(msgspec.to_builtins(one) for one in found.records),
        user=tuple(msgspec.to_builtins(one) for one in found.told),
    )
