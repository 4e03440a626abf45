"""Checks of interruptions and departures hold and fail on the records and screens that they are about."""

from __future__ import annotations

from conformance.bench.forms import Record
from steps import checks
from steps.findings import Finding
from tests.steps.judged import judged
from tests.steps.test_checks import record, view


def told(*words: str) -> list[Record]:
    return [record(word) for word in words]


CUT = ("interrupted", "returned")

HOLDS: list[Finding] = [
    checks.goes_on(view("q"), ["q"], told(*CUT)),
    checks.going_on_by_the_record(told(*CUT)),
    checks.interruptions_counted(0, told("returned")),
    checks.interruptions_counted(2, told(*CUT, *CUT)),
    checks.failed(told(*CUT, "interrupted", "failed")),
    checks.terminated(told(*CUT, "terminated")),
    checks.told_of_the_end(view("考试失败"), [], "考试失败"),
]
FAILS: list[Finding] = [
    checks.goes_on(view("q", shown=False), ["q"], []),
    checks.goes_on(view("q"), [], []),
    checks.goes_on(view("q"), ["q"], told("failed")),
    checks.going_on_by_the_record(told("interrupted")),
    checks.going_on_by_the_record(told("returned")),
    checks.going_on_by_the_record(told("failed", *CUT)),
    checks.interruptions_counted(1, told(*CUT, *CUT)),
    checks.failed(told("failed")),
    checks.failed(told(*CUT)),
    checks.failed(told("interrupted", "failed", "returned")),
    checks.failed(told("forfeited", "interrupted", "failed")),
    checks.failed(told("interrupted", "terminated")),
    checks.terminated(told("failed")),
    checks.terminated(told("terminated", "terminated")),
    checks.terminated([]),
    checks.told_of_the_end(view("考试失败"), ["q"], "考试失败"),
    checks.told_of_the_end(view("考试"), [], "考试失败"),
]


test_holds, test_fails, test_says_it_in_both_languages = judged(HOLDS, FAILS)
