"""What apps and platform can declare to be able to do: for which seasons they are made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from conformance.catalogue import Catalogue
from conformance.sentences.scenes import Case
from reports.form import Scenario, Text

ABILITIES: Mapping[str, Text] = {
    "has_aux": Text("exams with an auxiliary phone", "使用辅机的考试"),
    "has_one_phone": Text("exams with one phone", "只用一部手机的考试"),
    "has_fixed_start": Text("exams that start at a fixed time", "开考时间固定的考试"),
    "has_free_start": Text("exams that everybody starts in their own time", "由考生自选开考时间的考试"),
    "has_early_end": Text("ending an exam early", "提前结束作答"),
    "has_reading_phase": Text("a reading phase", "阅题阶段"),
    "has_viewable_recordings": Text("viewing one's own recordings", "查看本人录像"),
    "has_waiting_shows": Text("showing things in the waiting room", "候考期间向镜头展示物品"),
    "has_sheet": Text("subjects with answer sheets", "使用答题纸的科目"),
    "has_no_sheet": Text("subjects without answer sheets", "不使用答题纸的科目"),
    "has_several_pages": Text("answer sheets of several pages", "多页答题纸"),
    "has_display": Text("the display window", "定格展示"),
    "has_display_with_face": Text("the face beside the answer sheet", "人脸与答题纸同时入镜"),
    "has_recording_chances": Text("several chances to record", "多次录制机会"),
    "has_repair_on_aux": Text("going on from the auxiliary phone", "在辅机上恢复中断"),
    "has_mock_exams": Text("mock exams", "模拟考试"),
    "has_mocks_required": Text("mock exams that are required", "强制参加的模拟考试"),
}
"""Those features of a season that somebody has to build; what a season merely publishes is none."""


def presupposed(case: Case, rules: Catalogue) -> frozenset[str]:
    """The abilities without which there would be no such case: its own, and those of its rules."""
    of_rules = (name for rule in case.scene.rules for name, wanted in rules.row(rule).when.items() if wanted)
    return frozenset({*case.when, *of_rules} & set(ABILITIES))


def seen(
    cases: Iterable[Case], scenarios: Mapping[str, Scenario], rules: Catalogue
) -> Mapping[str, bool | None]:
    """Which abilities a run saw: one is there where a case that presupposes it passed, and lacking where none of them
    did and one failed. Of the others the run says nothing."""
    verdicts: dict[str, set[str]] = {name: set() for name in ABILITIES}
    for case in cases:
        for name in presupposed(case, rules):
            verdicts[name].add(scenarios[case.id].verdict)
    return {name: _there(found) for name, found in verdicts.items()}


def _there(verdicts: set[str]) -> bool | None:
    if "PASS" in verdicts:
        return True
    return False if "FAIL" in verdicts else None
