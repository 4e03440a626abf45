"""Checks of face checks hold and fail on the records, prompts and screens that they are about."""

from __future__ import annotations

from typing import Any

from steps import checks
from steps.findings import Finding
from tests.steps.judged import judged
from tests.steps.test_checks import record

PASSED, FAILED = record("face_passed"), record("account_face_failed")


def said(words: str = "请正对屏幕", audible: bool = True) -> dict[str, Any]:
    return {"words": words, "audible": audible, "package": "main"}


HOLDS: list[Finding] = [
    checks.face_passed([PASSED, record("entered")]),
    checks.face_passed([record("account_face_passed")]),
    checks.face_passed_on_prompt([said(audible=False), said()], [PASSED]),
    checks.face_failed_for("浓妆", ["请勿化浓妆"], [FAILED]),
]
FAILS: list[Finding] = [
    checks.face_passed([FAILED]),
    checks.face_passed([record("face_failed"), PASSED]),
    checks.face_passed([]),
    checks.face_passed_on_prompt([], [PASSED]),
    checks.face_passed_on_prompt([said(audible=False)], [PASSED]),
    checks.face_passed_on_prompt([said(" ")], [PASSED]),
    checks.face_passed_on_prompt([said()], [FAILED]),
    checks.face_failed_for("浓妆", ["请调整光线"], [FAILED]),
    checks.face_failed_for("浓妆", ["请勿化浓妆"], [FAILED, PASSED]),
    checks.face_failed_for("浓妆", ["请勿化浓妆"], []),
]


test_holds, test_fails, test_says_it_in_both_languages = judged(HOLDS, FAILS)
