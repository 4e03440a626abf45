"""Checks of the waiting time hold and fail on what the phone says and the platform has sent."""

from __future__ import annotations

import pytest

from conformance.bench.forms import Record
from steps import checks
from steps.findings import Finding
from tests.steps.test_checks import record, view


def sent(*parts: int, of: int = 3) -> list[Record]:
    return [record("resource", part=part, of=of) for part in parts]


HOLDS: list[Finding] = [
    checks.resources_loaded("资源 100%", sent(1, 2, 3)),
    checks.resources_loaded("", sent(1, 2, 3)),
    checks.resources_to_come(view("考题"), ["考题"], "资源 25%"),
]
FAILS: list[Finding] = [
    checks.resources_loaded("资源 75%", sent(1, 2, 3)),
    checks.resources_loaded("资源 100%", sent(1, 2)),
    checks.resources_loaded("资源 100%", sent(1, 2, 2)),
    checks.resources_loaded("资源 100%", []),
    checks.resources_to_come(view("考题"), ["考题"], "资源 100%"),
    checks.resources_to_come(view("考题"), ["考题"], ""),
    checks.resources_to_come(view("考题"), [], "资源 25%"),
    checks.resources_to_come(view(shown=False), ["考题"], "资源 25%"),
]


@pytest.mark.parametrize("finding", HOLDS)
def test_holds(finding: Finding) -> None:
    assert finding.holds


@pytest.mark.parametrize("finding", FAILS)
def test_fails(finding: Finding) -> None:
    assert not finding.holds


@pytest.mark.parametrize("finding", [*HOLDS, *FAILS])
def test_says_what_was_expected_and_seen_in_both_languages(finding: Finding) -> None:
    assert all([finding.expected.en, finding.expected.zh, finding.seen.en, finding.seen.zh])
