"""Checks hold and fail on the records and screens that they are about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from conformance.bench.forms import Probed, Record, Review
from conformance.season import Subject
from reports.form import Text
from steps import checks
from steps.findings import Arrival, Behaviour, Code, Countdown, Finding, View
from tests.steps.judged import judged

START = datetime(2023, 1, 12, 10, tzinfo=UTC)
FULL = frozenset({"code_full"})


def record(
    what: str, *, sitting: str = "s1", device: str = "d1", after: float = 0, **detail: object
) -> Record:
    return Record(1, START + timedelta(seconds=after), what, sitting, "a1", device, dict(detail))


def refusal(operation: str, cause: str, *, sitting: str = "s1", device: str = "d1") -> Record:
    return record("refused", sitting=sitting, device=device, operation=operation, cause=cause)


def came(device: str, told: str = "") -> Arrival:
    return Arrival(device, not told, told)


def view(*texts: str, shown: bool = True) -> View:
    return View(Text("page", "页面"), shown, texts)


FILES = [{"name": "sheet", "kind": "video", "bytes": 7}]
SENT = [record("submitted", files=FILES), record("upload_done", name="sheet", bytes=7)]
EARLY = refusal("enter", "too_early")
THREE = [record("paired", device=device) for device in ("d1", "d2", "d3")]
COURSE = [
    record(what) for what in ("opened", "entered", "face_passed", "started", "displayed", "photos_opened")
]
WRITTEN = [*COURSE, record("photo"), record("submitted")]
TYPED = [record(what) for what in ("opened", "entered", "face_passed", "started", "answer", "submitted")]
SUNG, ASKED = (
    Subject(name, "m", name, has_sheet, 2, ()) for name, has_sheet in (("和声", True), ("乐理", False))
)

HOLDS: list[Finding] = [
    checks.refused("enter", "too_early", "s1", [EARLY, refusal("enter", "too_late", sitting="s2")]),
    checks.let_in("s1", [record("entered"), refusal("enter", "too_early", sitting="s2")]),
    checks.accepted(Probed(True, 200, None, START)),
    checks.recorded_at("started", START, [record("started")]),
    checks.kept_its_course([*COURSE, record("photo"), record("photo"), record("submitted")]),
    checks.kept_its_course(TYPED, has_sheet=False),
    checks.each_subject([(SUNG, WRITTEN), (ASKED, TYPED)], checks.kept_its_course),
    checks.all_admitted([came("d1"), came("d2"), came("d3")], THREE),
    checks.last_turned_away(
        [came("d1"), came("d2"), came("d3"), came("d4", "no")],
        [*THREE, refusal("pair", "code_full", device="d4")],
    ),
    checks.one_admitted(
        [came("d3"), came("d4", "no")], [*THREE, refusal("pair", "code_full", device="d4")], 3
    ),
    checks.admitted(came("d1"), []),
    checks.turned_away(came("d4", "no"), FULL, [refusal("pair", "code_full", device="d4")]),
    checks.phones_recorded(["d1", "d2", "d3"], THREE),
    checks.joined_only(came("d1"), "s1", THREE),
    checks.joined("d1", THREE),
    checks.not_joined("d9", THREE),
    checks.asks_to_adjust("请调整后重试", "调整", []),
    checks.pages_recorded([1, 2], [record("photo", page=1, sha256="a"), record("photo", page=2, sha256="b")]),
    checks.no_page_changed([record("submitted")]),
    checks.page_taken_again(
        1,
        [
            record("photo", page=1, sha256="a"),
            record("photo", page=2, sha256="b"),
            record("photo", page=1, sha256="c"),
        ],
        [record("photo", page=1, sha256="c")],
    ),
    checks.submitted_once([record("submitted")]),
    checks.submitted_once([record("submitted")], START),
    checks.not_submitted(False, [refusal("submit", "pages_missing")]),
    checks.submitted_alone([record("started"), record("submitted")]),
    checks.missed_for_good([record("not_submitted")], Probed(False, 409, "too_late", START)),
    checks.aux_submitted_in([1], [[record("submitted")], [record("aux_submitted")]]),
    checks.aux_submitted_once([record("submitted"), record("aux_submitted")]),
    checks.aux_not_submitted([record("submitted")]),
    checks.files_arrived(
        "submitted", [record("submitted", files=FILES), record("upload_done", name="sheet", bytes=7)]
    ),
    checks.files_under_way("submitted", [record("submitted", files=FILES)]),
    checks.aux_arrived_in_each(
        [[record("aux_submitted", files=FILES), record("upload_done", name="sheet", bytes=7)]]
    ),
    checks.all_files_arrived(
        [
            *SENT,
            record("aux_submitted", files=FILES, device="d2"),
            record("upload_done", name="sheet", bytes=7, device="d2"),
        ]
    ),
    checks.status_under_way(view("sheet 40%")),
    checks.status_complete(view("sheet 100%")),
    checks.listed_as("已结束", ["歌曲写作 已结束"]),
    checks.on_screen(view("a")),
    checks.still_at_face_check(view("a"), ""),
    checks.red_bar_shown(view("a"), "red: ask for a review", "ask for"),
    checks.not_past_face_check(view(shown=False), [record("entered")]),
    checks.kept_out(view("弃考", shown=False), "弃考", [record("forfeited")]),
    checks.one_submission_accepted(
        [Probed(False, 409, "already_submitted", START), Probed(True, 200, None, START)]
    ),
    checks.face_check_first(view("a"), "s1", [record("entered")]),
    checks.same_code([Code("p", "ABCD"), Code("p", "ABCD")]),
    checks.all_codes_differ([Code("p", "ABCD"), Code("q", "ABCE")]),
    checks.code_is_shown(Code("p", "ABCD")),
    checks.code_entry_is_lowest([("begin", False, 500), ("code", True, 900)]),
    checks.details_shown(["考生 王芳", "歌曲写作"], ["王芳", "歌曲写作"]),
    checks.blocks_shown(["考生信息"], ["考生信息"]),
    checks.question_shown(view("q"), ["q"]),
    checks.question_is_new(["请以秋天为题写一首歌"], ["歌曲写作"]),
    checks.question_withheld([], [record("started")]),
    checks.question_withheld(["请以秋天为题写一首歌"], [record("face_passed"), record("started")]),
    checks.countdown_right(Countdown("09:00", ("候考倒计时",), 0.2, 0.1), timedelta(minutes=9), "候考倒计时"),
    checks.countdown_gives(
        Countdown("01:01", ("拍照倒计时",), 0.7, 0.5), timedelta(seconds=61), "拍照倒计时"
    ),
    checks.folded(True, Countdown("09:00", ("候考倒计时",), 0.2, 0.1), timedelta(minutes=9), "候考倒计时"),
]

FAILS: list[Finding] = [
    checks.refused("enter", "too_early", "s1", []),
    checks.refused("enter", "too_early", "s1", [refusal("enter", "too_late")]),
    checks.refused("enter", "too_early", "s1", [EARLY, record("entered")]),
    checks.refused("enter", "too_early", "s2", [EARLY]),
    checks.let_in("s1", []),
    checks.let_in("s1", [EARLY, record("entered")]),
    checks.accepted(Probed(False, 409, "too_late", START)),
    checks.recorded_at("started", START, [record("started", after=0.001)]),
    checks.recorded_at("started", START, [record("started"), record("started")]),
    checks.kept_its_course([*COURSE, record("submitted")]),
    checks.kept_its_course(WRITTEN, has_sheet=False),
    checks.kept_its_course(TYPED),
    checks.each_subject([], checks.kept_its_course),
    checks.each_subject([(SUNG, WRITTEN), (ASKED, WRITTEN)], checks.kept_its_course),
    checks.kept_its_course([EARLY, *COURSE, record("photo"), record("submitted")]),
    checks.all_admitted([came("d1"), came("d2")], THREE),
    checks.all_admitted([came("d1"), came("d2"), came("d3", "no")], THREE),
    checks.last_turned_away([came("d1"), came("d2"), came("d3"), came("d4")], THREE),
    checks.last_turned_away([came("d1"), came("d2"), came("d3"), came("d4", "no")], THREE),
    checks.one_admitted([came("d3"), came("d4")], [*THREE, record("paired", device="d4")], 3),
    checks.one_admitted([came("d4", "no"), came("d5", "no")], THREE, 3),
    checks.admitted(came("d1", "no"), []),
    checks.turned_away(came("d4", "no"), FULL, [refusal("pair", "code_closed", device="d4")]),
    checks.turned_away(came("d1", "no"), FULL, [refusal("pair", "code_full", device="d1"), *THREE]),
    checks.phones_recorded(["d1", "d2"], THREE),
    checks.joined_only(came("d1"), "s2", THREE),
    checks.joined("d9", THREE),
    checks.not_joined("d1", THREE),
    checks.joined_only(came("d1"), "s1", [*THREE, record("paired", sitting="s2")]),
    checks.asks_to_adjust("格式不正确", "调整", []),
    checks.asks_to_adjust("请调整后重试", "调整", THREE),
    checks.asks_to_adjust("请调整后重试", "调整", [refusal("pair", "code_unknown")]),
    checks.pages_recorded([1, 2], [record("photo", page=2), record("photo", page=1)]),
    checks.no_page_changed([record("photo", page=1)]),
    checks.page_taken_again(
        1, [record("photo", page=1, sha256="a")] * 2, [record("photo", page=1, sha256="a")]
    ),
    checks.submitted_once([]),
    checks.submitted_once([record("submitted"), record("submitted")]),
    checks.submitted_once([record("submitted", after=1)], START),
    checks.not_submitted(True, []),
    checks.submitted_alone([record("submitted"), record("terminated")]),
    checks.submitted_alone([record("not_submitted")]),
    checks.missed_for_good([record("not_submitted")], Probed(True, 200, None, START)),
    checks.missed_for_good([record("submitted")], Probed(False, 409, "too_late", START)),
    checks.aux_submitted_in([1], [[record("aux_submitted")], [record("aux_submitted")]]),
    checks.aux_submitted_in([0, 1], [[record("aux_submitted")], []]),
    checks.aux_submitted_once([record("aux_submitted", after=1)], START),
    checks.not_submitted(False, [record("submitted")]),
    checks.aux_not_submitted([record("aux_submitted")]),
    checks.files_arrived("submitted", []),
    checks.files_arrived(
        "submitted", [record("submitted", files=FILES), record("upload_done", name="sheet", bytes=6)]
    ),
    checks.files_arrived(
        "submitted",
        [record("submitted", files=FILES), record("upload_done", name="sheet", bytes=7, device="d2")],
    ),
    checks.files_arrived("submitted", [record("photo", page=1), *SENT]),
    checks.files_under_way("submitted", []),
    checks.aux_arrived_in_each(
        [[record("aux_submitted", files=FILES), record("upload_done", name="sheet", bytes=7)], []]
    ),
    checks.all_files_arrived(SENT),
    checks.pages_recorded([1, 2], [record("photo", page=1, sha256="a"), record("photo", page=2, sha256="a")]),
    checks.status_under_way(view("sheet 100%")),
    checks.status_complete(view("sheet 100%", "video 99%")),
    checks.status_complete(view()),
    checks.listed_as("已结束", ["歌曲写作 进行中"]),
    checks.on_screen(view(shown=False)),
    checks.still_at_face_check(view("a"), "red"),
    checks.red_bar_shown(view("a"), "", "ask for"),
    checks.red_bar_shown(view("a"), "try again", "ask for"),
    checks.not_past_face_check(view(shown=False), [record("face_passed")]),
    checks.kept_out(view("未开放", shown=False), "弃考", []),
    checks.kept_out(view("弃考", shown=False), "弃考", [record("entered")]),
    checks.one_submission_accepted([Probed(True, 200, None, START)] * 2),
    checks.face_check_first(view("a"), "s1", [record("started")]),
    checks.same_code([Code("p", "ABCD")]),
    checks.same_code([Code("p", "ABCD"), Code("q", "ABCD")]),
    checks.all_codes_differ([Code("p", "ABCD"), Code("q", "ABCD")]),
    checks.code_is_shown(None),
    checks.code_entry_is_lowest([("begin", False, 950), ("code", True, 900)]),
    checks.details_shown(["考生 李静"], ["王芳"]),
    checks.details_shown(["考生 李静"], []),
    checks.blocks_shown(["考生信息", "考试信息"], ["考生信息"]),
    checks.question_shown(view("q"), []),
    checks.question_is_new(["注意：请以秋天为题写一首歌"], ["预告请以秋天为题写一首歌"]),
    checks.question_is_new([], ["waiting"]),
    checks.question_withheld(["请以秋天为题写一首歌"], [record("started")]),
    checks.countdown_right(Countdown("09:01", ("候考倒计时",), 0.2, 0.1), timedelta(minutes=9), "候考倒计时"),
    checks.countdown_right(Countdown("09:00", ("倒计时",), 0.2, 0.1), timedelta(minutes=9), "候考倒计时"),
    checks.countdown_right(Countdown("09:00", ("候考倒计时",), 0.7, 0.1), timedelta(minutes=9), "候考倒计时"),
    checks.countdown_right(Countdown("soon", ("候考倒计时",), 0.2, 0.1), timedelta(minutes=9), "候考倒计时"),
    checks.countdown_gives(
        Countdown("01:02", ("拍照倒计时",), 0.7, 0.5), timedelta(seconds=61), "拍照倒计时"
    ),
    checks.countdown_gives(Countdown("01:01", ("剩余时间",), 0.7, 0.5), timedelta(seconds=61), "拍照倒计时"),
    checks.folded(False, Countdown("09:00", ("候考倒计时",), 0.2, 0.1), timedelta(minutes=9), "候考倒计时"),
]


test_holds, test_fails, test_says_it_in_both_languages = judged(HOLDS, FAILS)


LATE: dict[str, tuple[str, Behaviour]] = {
    "shut out": ("forfeited", checks.late_face_check(view(shown=False), START, [record("forfeited")])),
    "shut out late": ("", checks.late_face_check(view(shown=False), START, [record("forfeited", after=1)])),
    "shut out by the record alone": ("", checks.late_face_check(view("q"), START, [record("forfeited")])),
    "let in": (
        "let_in",
        checks.late_face_check(view("q"), START, [record("face_passed"), record("started")]),
    ),
    "let in without a face check": ("", checks.late_face_check(view("q"), START, [record("started")])),
    "left where she is": ("", checks.late_face_check(view(shown=False), START, [record("face_passed")])),
}


UNFIT: dict[str, tuple[str, Behaviour]] = {
    "refuses and says why": ("refused", checks.warned_or_refused("平板", view("不支持平板", shown=False))),
    "warns and goes on": ("warned", checks.warned_or_refused("平板", view("不支持平板", "登录"))),
    "goes on without a word": ("", checks.warned_or_refused("平板", view("登录"))),
    "is away without a word": ("", checks.warned_or_refused("平板", view(shown=False))),
}
CASE = Review("1", "flag", "13800000001", "s1", START, {"cause": "screenshot"})
CAPTURED: dict[str, tuple[str, Behaviour]] = {
    "shown to the reviewer": ("shown", checks.capture_met([record("flagged")], [CASE])),
    "ends the exam": ("terminated", checks.capture_met([record("terminated")], [])),
    "is recorded and nobody sees it": ("", checks.capture_met([record("flagged")], [])),
    "goes unseen": ("", checks.capture_met([record("started")], [])),
    "fails the exam": ("", checks.capture_met([record("flagged"), record("failed")], [CASE])),
}
BEHAVIOURS = {**LATE, **UNFIT, **CAPTURED}


@pytest.mark.parametrize(("known", "behaviour"), BEHAVIOURS.values(), ids=BEHAVIOURS)
def test_a_behaviour_is_known_by_all_of_its_marks(known: str, behaviour: Behaviour) -> None:
    assert behaviour.id == known
    assert all([behaviour.seen.en, behaviour.seen.zh])


def test_the_subject_whose_exam_went_wrong_is_named() -> None:
    finding = checks.each_subject([(SUNG, WRITTEN), (ASKED, WRITTEN)], checks.kept_its_course)
    assert finding.expected.zh.startswith("乐理：")
    assert finding.seen.en.startswith("乐理:")


def test_every_check_is_tried() -> None:
    tests = Path(__file__).parent.glob("test_*checks.py")
    source = "".join(path.read_text(encoding="utf-8") for path in tests)
    assert [name for name in checks.__all__ if f"checks.{name}(" not in source] == []
