"""Checks of the waiting time hold and fail on what the phone says and the platform has sent."""

from __future__ import annotations

from conformance.bench.forms import Record
from steps import checks
from steps.findings import Finding
from tests.steps.judged import judged
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


test_holds, test_fails, test_says_it_in_both_languages = judged(HOLDS, FAILS)
