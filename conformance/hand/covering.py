"""Which cases people are asked for: for each rule of the vendor's one that they can carry out, and no more than it takes.

Nobody has the time for every row of examples. What a rule's one scenario shows is shown; that it was one is said by the
run's scope, which is never the whole edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conformance.catalogue import Row
from conformance.hand import script
from conformance.hand.script import Resolve
from conformance.plan import Plan
from conformance.sentences.scenes import Case


def covering(cases: Sequence[Case], rows: Iterable[Row], plan: Plan, resolve: Resolve) -> tuple[Case, ...]:
    """The fewest cases that a simple search finds, in the order in which they were given. Of cases that cover the same,
    those rest on the text rather than on a reading, and are short."""
    asked = [row.id for row in rows if row.answers_for == "vendor"]
    possible = [case for case in cases if not script.hindrance(script.sheet(case, plan, resolve), plan)]
    picked = _picked(possible, asked)
    left = [rule for rule in asked if not any(rule in case.scene.rules for case in picked)]
    picked += _picked(cases, left)  # of these the run says what is missing
    return tuple(case for case in cases if case in picked)


def _picked(cases: Sequence[Case], rules: Iterable[str]) -> list[Case]:
    left = {rule for rule in rules if any(rule in case.scene.rules for case in cases)}
    picked: list[Case] = []
    while left:
        best = max(cases, key=lambda case: _worth(case, left))
        picked.append(best)
        left -= set(best.scene.rules)
    return picked


def _worth(case: Case, left: set[str]) -> tuple[int, bool, int]:
    return len(left & set(case.scene.rules)), case.row.get("basis") != "reading", -len(case.scene.sentences)
