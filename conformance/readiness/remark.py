"""What is said of one aspect of a phone, and how bad it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from reports.form import NOTHING, Text

Grade = Literal["fit", "advice", "unknown", "unfit"]
"""`unknown`: neither the phone nor an operator could tell."""
WORST: Sequence[Grade] = ("unfit", "unknown", "advice", "fit")
Teller = Literal["phone", "system", "operator", "nobody"]
"""Who told what is judged: the phone's driver, the system itself (it is so on each of its phones), a person, nobody."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one aspect of a phone. `told_by` and `asked`: who told it, in answer to what; `found`: the finding alone."""

    aspect: str
    grade: Grade
    said: Text
    told_by: Teller = "phone"
    asked: Text = NOTHING
    found: Text = NOTHING
    answer: str = ""
    """What came, as it came; empty where nothing was asked."""


def grade(found: Iterable[Remark]) -> Grade:
    """The worst decides."""
    return min((remark.grade for remark in found), key=WORST.index, default="fit")
