"""Checks of mock exams hold and fail on what is told and recorded of them."""

from __future__ import annotations

import pytest

from conformance.bench.forms import Review
from steps import checks
from steps.findings import Behaviour, Finding
from tests.steps.judged import judged
from tests.steps.test_checks import START, record, refusal

ASKED = {"mock-1": ["甲"], "mock-2": ["乙"], "formal": ["丙"]}
CASE = Review("1", "account_face", "a1", None, START)

HOLDS: list[Finding] = [
    checks.counted(1, 1),
    checks.questions_differ({"和声": ASKED}),
    checks.does_not_say("不作为评分依据", ["考试内容"]),
    checks.nothing_recorded([]),
    checks.left_to_herself([], []),
]
FAILS: list[Finding] = [
    checks.counted(1, 0),
    checks.counted(0, None),
    checks.questions_differ({"歌曲": ASKED, "和声": {**ASKED, "mock-2": ["丙"]}}),
    checks.questions_differ({"和声": {**ASKED, "formal": []}}),
    checks.questions_differ({"和声": {**ASKED, "mock-1": []}}),
    checks.questions_differ({"和声": {"formal": ["丙"]}}),
    checks.questions_differ({}),
    checks.does_not_say("不作为评分依据", ["不作为评分依据。"]),
    checks.does_not_say("不作为评分依据", []),
    checks.nothing_recorded([record("opened")]),
    checks.left_to_herself([CASE], []),
    checks.left_to_herself([], [record("face_review_approved")]),
]
GATES: dict[str, tuple[str, Behaviour]] = {
    "let in": ("let_in", checks.mock_gate_met([], "模拟考试", [record("entered")])),
    "told why not": (
        "refused",
        checks.mock_gate_met(["请先参加模拟考试"], "模拟考试", [refusal("open", "mock_needed")]),
    ),
    "refused without a word": ("", checks.mock_gate_met([], "模拟考试", [refusal("open", "mock_needed")])),
    "let in and refused": (
        "",
        checks.mock_gate_met(["模拟考试"], "模拟考试", [record("entered"), refusal("open", "x")]),
    ),
    "nothing happens": ("", checks.mock_gate_met(["模拟考试"], "模拟考试", [])),
}


test_holds, test_fails, test_says_it_in_both_languages = judged(HOLDS, FAILS)


@pytest.mark.parametrize(("known", "behaviour"), GATES.values(), ids=GATES)
def test_a_gate_is_known_by_all_of_its_marks(known: str, behaviour: Behaviour) -> None:
    assert behaviour.id == known
