"""The confirmation under load: nobody confirms before it opens, who was told of a confirmation has it, and has it once (CONF)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from conformance.load.audit.case import clock
from conformance.load.audit.forms import Breach, Record
from conformance.load.told import Told
from reports.form import Text

EARLY, KEPT = "CONF-01", "CONF-02"
"""The rules: when the confirmation opens, and that it puts the exam on the list."""


@dataclass(slots=True)
class Confirmations:
    """What both journals say of confirmations that phones of the run have asked for."""

    recorded: dict[str, list[Record]] = field(default_factory=dict)
    told: dict[str, list[Told]] = field(default_factory=dict)

    def record(self, one: Record) -> None:
        if one.what == "confirmed" and one.account:
            self.recorded.setdefault(one.account, []).append(one)

    def tell(self, one: Told) -> None:
        if one.op == "confirm":
            self.told.setdefault(one.account, []).append(one)

    def breaches(self, opens: datetime | None) -> Iterator[Breach]:
        """What is wrong with them; of accounts that no phone confirmed, nothing is known."""
        for account, told in sorted(self.told.items()):
            facts = self.recorded.get(account, [])
            accepted = [one for one in told if one.accepted]
            if accepted and not facts:
                yield Breach(KEPT, NOT_KEPT, (), tuple(accepted[:1]))
            yield from _twice(facts, told)
            for fact in facts:
                if opens is not None and fact.at < opens:
                    yield Breach(EARLY, _early(fact, opens), (fact,), tuple(told[:2]))

    def checked(self) -> dict[str, int]:
        """How many accounts were looked at under each rule."""
        return dict.fromkeys((EARLY, KEPT), len(self.told)) if self.told else {}


NOT_KEPT = Text(
    "a confirmation was acknowledged, and the platform has no record of it",
    "考试确认已获确认答复，平台却没有相应记录",
)


def _twice(facts: Iterable[Record], told: Iterable[Told]) -> Iterator[Breach]:
    majors: dict[str, list[Record]] = {}
    for fact in facts:
        majors.setdefault(str(fact.detail.get("major")), []).append(fact)
    for major, same in majors.items():
        if len(same) > 1:
            said = Text(
                f"{major} is confirmed {len(same)} times", f"{major} 的考试确认被记录了 {len(same)} 次"
            )
            yield Breach(KEPT, said, tuple(same), tuple(told)[:2])


def _early(fact: Record, opens: datetime) -> Text:
    at, limit = clock(fact.at), clock(opens)
    return Text(
        f"confirmed at {at}, before it opened at {limit}", f"{at} 即已确认，而确认于 {limit} 方才开放"
    )
