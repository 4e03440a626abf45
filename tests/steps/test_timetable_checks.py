"""Checks of the timetable hold and fail on what was met at its sittings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from conformance.bench.forms import Probed
from conformance.season import Window, load
from steps import checks
from steps.findings import Behaviour, Finding, Listed, ListedSitting, Visit
from tests.steps.judged import judged
from tests.steps.test_checks import START, record, refusal, view

SEASON = load("zjcm-2023")
END = START + timedelta(hours=1)
WINDOW = Window("formal", START, END)
MOCK = Window("mock-1", START - timedelta(days=1), END - timedelta(days=1))


def answer(cause: str | None = None) -> Probed:
    return Probed(cause is None, 409 if cause else 200, cause, START)


OPENING = {"before": answer("too_early"), "at": answer(), "after": answer()}
BEGIN = {"before": answer(), "at": answer("too_late"), "after": answer("too_late")}
VIEWS = {"start": view("考题"), "before the end": view("考题"), "end": view("定格", shown=False)}
VISIT = Visit("作曲", "和声", "formal", START - timedelta(minutes=15), START, END, OPENING)
SAT = replace(VISIT, answers=BEGIN, views=VIEWS, records=(record("started"),))


def opened(**answers: Probed) -> Visit:
    return replace(VISIT, answers={**OPENING, **answers})


def begun(**answers: Probed) -> Visit:
    return replace(SAT, answers={**BEGIN, **answers})


def listed(*told: str, major: str = "作曲", number: str = "2023000001") -> Listed:
    sittings = (
        ListedSitting("和声写作", WINDOW, told[0]),
        ListedSitting("和声写作", MOCK, told[-1]),
    )
    texts = (
        major,
        f"准考证号：{number}",
        "和声写作 正式考试",
        "和声写作 模拟考试（第1场）",
        "模拟考试",
        *told,
    )
    return Listed(major, ("和声写作",), sittings, texts)


RIGHT = listed("2023-01-12 10:00-11:00  未开始", "01月11日 10:00至11:00")
MAJORS = [
    Listed(
        major.name,
        tuple(paper.name for paper in SEASON.subjects if paper.major == major.id),
        (),
        (
            major.name,
            f"准考证号：20230000{number}",
            *(paper.name for paper in SEASON.subjects if paper.major == major.id),
        ),
    )
    for number, major in enumerate(SEASON.majors, 10)
]
OFFERED = {
    major.id: "考试科目：" + "、".join(paper.name for paper in SEASON.subjects if paper.major == major.id)
    for major in SEASON.majors
}

HOLDS: list[Finding] = [
    checks.every_opening_kept([VISIT, VISIT]),
    checks.every_start_kept([SAT]),
    checks.every_end_kept([SAT]),
    checks.listed_as_published([RIGHT], "formal"),
    checks.listed_as_published([RIGHT], "mock"),
    checks.mocks_as_published([RIGHT], "模拟考试"),
    checks.offered_as_published(OFFERED, SEASON),
    checks.records_of_their_own(MAJORS, SEASON),
]
FAILS: list[Finding] = [
    checks.every_opening_kept([]),
    checks.every_opening_kept([VISIT, opened(before=answer())]),
    checks.every_opening_kept([opened(before=answer("too_late"))]),
    checks.every_opening_kept([opened(at=answer("too_early"))]),
    checks.every_opening_kept([opened(after=answer("aux_not_recording"))]),
    checks.every_start_kept([begun(before=answer("too_late"))]),
    checks.every_start_kept([begun(at=answer())]),
    checks.every_start_kept([begun(after=answer())]),
    checks.every_start_kept([replace(SAT, records=(record("started", after=0.001),))]),
    checks.every_start_kept([replace(SAT, records=())]),
    checks.every_start_kept([replace(SAT, views={**VIEWS, "start": view(shown=False)})]),
    checks.every_end_kept([replace(SAT, views={**VIEWS, "before the end": view(shown=False)})]),
    checks.every_end_kept([replace(SAT, views={**VIEWS, "end": view("考题")})]),
    checks.listed_as_published([], "formal"),
    checks.listed_as_published([listed("2023-01-12 10:00-11:30", "2023-01-11 10:00-11:00")], "formal"),
    checks.listed_as_published([listed("2023-01-11 10:00-11:00", "2023-01-11 10:00-11:00")], "formal"),
    checks.listed_as_published([listed("2023-01-12 10:00-11:00", "2023-01-12 10:00-11:00")], "mock"),
    checks.mocks_as_published([listed("和声写作 模拟考试（第2场）")], "模拟考试"),
    checks.mocks_as_published([], "模拟考试"),
    checks.offered_as_published(dict(list(OFFERED.items())[1:]), SEASON),
    checks.offered_as_published({**OFFERED, "composition": "考试科目：歌曲写作"}, SEASON),
    checks.offered_as_published({**OFFERED, "composition": "考试科目：歌曲写作、四部和声写作"}, SEASON),
    checks.records_of_their_own(MAJORS[:-1], SEASON),
    checks.records_of_their_own([MAJORS[0], *MAJORS[:-1]], SEASON),
    checks.records_of_their_own([replace(MAJORS[0], subjects=("歌曲写作",)), *MAJORS[1:]], SEASON),
]
CLASH = ("与已确认的专业时间冲突",)
CLASHES: dict[str, tuple[str, Behaviour]] = {
    "told": ("warned", checks.clash_met(CLASH, "时间冲突", [record("confirmed")])),
    "not told": ("silent", checks.clash_met((), "时间冲突", [record("confirmed")])),
    "refused and told": ("refused", checks.clash_met(CLASH, "时间冲突", [refusal("confirm", "clash")])),
    "refused without a word": ("", checks.clash_met((), "时间冲突", [refusal("confirm", "clash")])),
    "nothing happens": ("", checks.clash_met(CLASH, "时间冲突", [])),
}


test_holds, test_fails, test_says_it_in_both_languages = judged(HOLDS, FAILS)


@pytest.mark.parametrize(("known", "behaviour"), CLASHES.values(), ids=CLASHES)
def test_a_clash_is_known_by_all_of_its_marks(known: str, behaviour: Behaviour) -> None:
    assert behaviour.id == known


def test_the_sitting_that_went_wrong_is_named() -> None:
    finding = checks.every_start_kept([SAT, replace(begun(at=answer()), subject="乐理")])
    assert "乐理" in finding.expected.zh
    assert "乐理" in finding.seen.en
