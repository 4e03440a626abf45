"""Checks of accounts hold and fail on the records and screens that they are about."""

from __future__ import annotations

from conformance.bench.forms import Record
from steps import checks
from steps.findings import Finding
from tests.steps.judged import judged
from tests.steps.test_checks import record, refusal, view


def practice(event: str) -> Record:
    return record("practised", event=event)


HOLDS: list[Finding] = [
    checks.happened("confirmed", [record("confirmed"), record("logged_in")]),
    checks.has_not_happened("confirmed", [record("logged_in")]),
    checks.refused_for("too_early", [refusal("confirm", "no_record"), refusal("confirm", "too_early")]),
    checks.not_offered(False),
    checks.offered(True),
    checks.practised(1, [practice("begun"), practice("ended")]),
    checks.listed_once(["song"]),
    checks.number_shown("2023001", ["准考证号：2023001"]),
    checks.numbers_differ(["2023001", "2023002"]),
    checks.only_to_read(view("姓名：王芳"), []),
]
FAILS: list[Finding] = [
    checks.happened("confirmed", [record("confirmed"), record("confirmed")]),
    checks.happened("confirmed", [record("logged_in")]),
    checks.has_not_happened("confirmed", [record("confirmed")]),
    checks.refused_for("too_early", [refusal("confirm", "too_early"), refusal("confirm", "no_record")]),
    checks.refused_for("too_early", []),
    checks.not_offered(True),
    checks.offered(False),
    checks.practised(1, [practice("begun")]),
    checks.practised(2, [practice("begun"), practice("ended")]),
    checks.practised(1, [practice("begun"), practice("ended"), record("submitted")]),
    checks.practised(1, [practice("begun"), refusal("practice", "not_confirmed"), practice("ended")]),
    checks.listed_once([]),
    checks.listed_once(["song", "song"]),
    checks.number_shown("2023001", ["准考证号："]),
    checks.number_shown("", ["准考证号："]),
    checks.numbers_differ(["2023001", "2023001"]),
    checks.numbers_differ(["2023001", ""]),
    checks.only_to_read(view(shown=False), []),
    checks.only_to_read(view("姓名：王芳"), ["school"]),
]


test_holds, test_fails, test_says_it_in_both_languages = judged(HOLDS, FAILS)
