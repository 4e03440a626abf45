"""What rules of method observe accept, and the checks that know it."""

from __future__ import annotations

from conformance import catalogue
from tests.steps.test_checks import BEHAVIOURS
from tests.steps.test_mock_checks import GATES
from tests.steps.test_rehearsal_checks import CODES
from tests.steps.test_timetable_checks import CLASHES


def test_every_behaviour_that_a_rule_accepts_is_known_to_a_check() -> None:
    known = {
        found for found, _ in (*BEHAVIOURS.values(), *GATES.values(), *CLASHES.values(), *CODES.values())
    }
    assert {found for row in catalogue.load().rows for found in row.accepts} <= known
