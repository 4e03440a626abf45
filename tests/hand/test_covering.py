"""Which scenarios people are asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conformance.hand import script
from conformance.outcome import ControlMissing, PrecisionMissing
from conformance.running import choosing, resolving
from conformance.running.gathering import _scope
from conformance.target.hand import HandForm
from tests.hand.conftest import by_hand, sheet

HALF_A_DAY = 80
"""Scenarios of four sentences, at less than a minute a sentence."""


@pytest.mark.parametrize("harm", [(1,), (2, 3)])
def test_each_of_the_vendors_rules_that_has_a_scenario_is_asked_once(harm: tuple[int, ...]) -> None:
    plan = by_hand(harm)
    chosen = choosing.chosen(plan)
    asked = {rule for case in chosen.cases for rule in case.scene.rules}
    whole = choosing.chosen(replace(plan, target=replace(plan.target, hand=None)))
    exercised = {rule for case in whole.cases for rule in case.scene.rules}
    vendors = {row.id for row in chosen.rows if row.answers_for == "vendor"}
    assert vendors & exercised <= asked
    assert len(chosen.cases) <= HALF_A_DAY
    for case in chosen.cases:  # none of them is there for nothing
        others = {rule for other in chosen.cases if other is not case for rule in other.scene.rules}
        assert vendors & set(case.scene.rules) - others or not _can(case.id)


def _can(case: str) -> bool:
    return script.hindrance(sheet(case), by_hand()) is None


def test_what_people_cannot_do_is_known_before_they_are_asked() -> None:
    plan = by_hand()
    reasons: dict[type[Exception], int] = {}
    for case in plan.suite.cases():
        found = script.hindrance(script.sheet(case, plan, resolving.values), plan)
        if found:
            reasons[type(found[1])] = reasons.get(type(found[1]), 0) + 1
    assert set(reasons) == {ControlMissing, PrecisionMissing}


def test_a_place_where_nobody_stands_is_a_control_that_is_missing() -> None:
    plan = by_hand()
    alone = replace(plan, target=replace(plan.target, hand=HandForm(operators=("main", "aux"))))
    found = script.hindrance(sheet(), alone)
    assert found is not None
    number, why = found
    assert isinstance(why, ControlMissing)
    assert why.control == "operators/platform"
    assert sheet().lines[number].places == ("platform",)


def test_a_run_by_hand_is_never_the_whole_edition() -> None:
    assert not _scope(by_hand(()).request, True).full
    assert _scope(by_hand(()).request, False).full


def test_a_rule_that_is_not_the_vendors_says_why_nobody_was_asked() -> None:
    plan = by_hand()
    row = next(row for row in plan.catalogue.rows if row.answers_for == "candidate" and not row.untested)
    assert choosing.left_out(row, plan) == choosing.NOT_ASKED
