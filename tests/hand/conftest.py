"""Sheets of the shipped features, as people would carry them out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

from conformance import plan
from conformance.hand import script
from conformance.hand.answers import CHOICES, Answer, Joined, Kept
from conformance.hand.lane import Lane
from conformance.hand.script import Sheet
from conformance.plan import Plan
from conformance.request import RunRequest
from conformance.running import resolving
from conformance.sentences import stepbook
from conformance.target.hand import Place

AT = "2026-03-01T09:00:00.000+08:00"
LATE = "waiting_room/waiting_room.feature#who-comes-late-waits-less-and-starts-with-everybody"
TOLD = "accounts/accounts.feature"


@cache
def by_hand(harm: tuple[int, ...] = (1,)) -> Plan:
    """The plan of a run in people's hands."""
    stepbook.book(("steps",))
    return plan.read(RunRequest(target="manual-pair", harm=harm))


@cache
def sheet(case: str = LATE) -> Sheet:
    found = next(one for one in by_hand().suite.cases() if one.id == case)
    return script.sheet(found, by_hand(), resolving.values)


def answer(line: int, place: Place = "main", said: str = "", note: str = "", case: str = LATE) -> Answer:
    """An answer; a good one unless another is given."""
    kind = sheet(case).lines[line].kind
    word = cast(Any, said or CHOICES[kind][0])
    return Answer(case=case, line=line, place=place, said=word, by="李梅", at=AT, note=note)


def joined(place: Place = "main", by: str = "李梅") -> Joined:
    return Joined(place=place, by=by, at=AT, version="3.2.1")


@pytest.fixture
def lane(tmp_path: Path) -> Lane:
    return Lane([sheet()], Kept(tmp_path))
