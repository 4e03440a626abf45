"""Checks of storage and of phones that were looked over hold and fail on what they are about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from conformance.bench.forms import Review
from conformance.readiness import Grade, Remark, Teller
from reports.form import Text
from steps import checks
from steps.findings import Finding
from tests.steps.judged import judged
from tests.steps.test_checks import record

OLD = [Remark("system", "advice", Text("too old", "过低")), Remark("form", "fit", Text("a phone", "手机"))]
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)

HOLDS: list[Finding] = [
    checks.graded("system", "advice", OLD),
    checks.graded("form", "fit", OLD),
    checks.says("存储空间不足", ["手机存储空间不足，请清理"]),
    checks.says_together(("摄像头", "设置"), ["需要使用您的摄像头，请在“设置”中允许"]),
    checks.nothing_lost({"a": MINUTE}, {"a": MINUTE, "b": HOUR}),
    checks.gone_on({"a": MINUTE}, {"a": 2 * MINUTE}),
    checks.less_room({"main": 10, "aux": 10}, {"main": 9, "aux": 0}),
    checks.aux_recording([record("aux_recording")]),
    checks.aux_recording([record("aux_resumed")], "aux_resumed"),
    checks.aux_not_recording([record("paired"), record("aux_stopped")]),
]
FAILS: list[Finding] = [
    checks.graded("system", "fit", OLD),
    checks.graded("age", "fit", OLD),
    checks.graded("form", "fit", [*OLD, *OLD]),
    checks.says("存储空间不足", ["存储空间", "不足"]),
    checks.says_together(("摄像头", "设置"), ["请对准摄像头", "设置"]),
    checks.nothing_lost({"a": HOUR}, {"a": MINUTE}),
    checks.nothing_lost({"a": MINUTE}, {"b": HOUR}),
    checks.nothing_lost({}, {"b": HOUR}),
    checks.gone_on({"a": MINUTE}, {"a": MINUTE}),
    checks.gone_on({"a": MINUTE}, {}),
    checks.gone_on({}, {"a": HOUR}),
    checks.less_room({"main": 10, "aux": 10}, {"main": 9, "aux": 10}),
    checks.less_room({}, {}),
    checks.aux_recording([record("paired")]),
    checks.aux_recording([record("aux_recording")], "aux_resumed"),
    checks.aux_not_recording([record("aux_resumed")]),
]


test_holds, test_fails, test_says_it_in_both_languages = judged(HOLDS, FAILS)


@pytest.mark.parametrize(("teller", "remarks", "holds"), [
    ("operator", [("operator", "是否开启？")], True),
    ("operator", [("phone", "adb shell")], False),
    ("phone", [("phone", "adb shell")], True),
    ("phone", [("phone", "")], False),
    ("phone", [("phone", "a"), ("operator", "b")], False),
    ("phone", [], False),
])  # fmt: skip
def test_who_told_what_a_remark_rests_on(teller: str, remarks: list[tuple[Teller, str]], holds: bool) -> None:
    made = [Remark("ringer", "fit", Text("x", "x"), told, Text(asked, asked)) for told, asked in remarks]
    assert checks.told_by(teller, made).holds is holds


@pytest.mark.parametrize(("aspects", "grades", "holds"), [
    ([], ["fit", "fit"], True),
    ([], ["fit", "advice"], False),
    ([], [], False),
    (["signal"], ["fit", "unfit"], True),
    (["signal"], ["fit", "advice"], True),
    (["signal"], ["unfit", "unfit"], False),
    (["signal"], ["unfit", "fit"], False),
    (["signal"], ["fit", "fit"], False),
])  # fmt: skip
def test_what_falls_short_is_that_and_nothing_else(
    aspects: list[str], grades: list[Grade], holds: bool
) -> None:
    names = ("ringer", "signal")[: len(grades)]
    made = [Remark(name, grade, Text("x", "x")) for name, grade in zip(names, grades, strict=True)]
    assert checks.short_of(aspects, made).holds is holds


START, NOW = datetime(2023, 1, 12, 10, tzinfo=UTC), datetime(2023, 1, 12, 11, tzinfo=UTC)
BEFORE, LATER, EARLIER = "2023-01-12T09:50:00+00:00", "2023-01-12T10:00:01+00:00", "2023-01-12T10:59:59+00:00"


@pytest.mark.parametrize(("parts", "holds"), [
    ([[BEFORE, None, None]], True),
    ([[START.isoformat(), NOW.isoformat(), "finished"]], True),
    ([[LATER, None, None]], False),
    ([[BEFORE, EARLIER, "storage_full"]], False),
    ([[BEFORE, EARLIER, "power_loss"], [EARLIER, None, None]], False),
    ([], False),
])  # fmt: skip
def test_a_recording_without_a_gap_is_one_piece_from_the_start_until_now(
    parts: list[list[str | None]], holds: bool
) -> None:
    assert checks.without_gap({"a.mp4": parts}, START, NOW).holds is holds
    assert not checks.without_gap({}, START, NOW).holds


@pytest.mark.parametrize(("now", "holds"), [(9, False), (10, True), (11, True)])
def test_as_much_room_is_not_less(now: int, holds: bool) -> None:
    assert checks.as_much_room({"main": 10}, {"main": now}).holds is holds
    assert not checks.as_much_room({}, {}).holds


def test_each_of_the_words_has_to_be_there() -> None:
    assert checks.says_each(["甲", "乙"], ["只有甲", "只有乙"]).holds
    assert not checks.says_each(["甲", "丙"], ["甲乙"]).holds


def test_for_how_long_an_app_is_to_be_kept_is_named_where_it_is_laid_down() -> None:
    told = ["结束后48小时内，请勿卸载"]
    assert checks.asks_to_be_kept(["请勿卸载"], 48, told).holds
    assert checks.asks_to_be_kept(["请勿卸载"], 0, told).holds
    assert not checks.asks_to_be_kept(["请勿卸载"], 24, told).holds
    assert not checks.asks_to_be_kept(["请勿清理"], 48, told).holds


CASE = Review("7", "files_missing", "a", "s", NOW)


@pytest.mark.parametrize(("cases", "shown", "holds"), [
    ([CASE], True, True), ([CASE], False, False), ([], True, False), ([], False, True),
])  # fmt: skip
def test_missing_files_are_shown_or_not(cases: list[Review], shown: bool, holds: bool) -> None:
    assert checks.missing_shown(cases, shown=shown).holds is holds


@pytest.mark.parametrize(("number", "devices", "cases", "holds"), [
    (1, ["a"], 0, True), (2, ["a", "b"], 1, True), (2, ["a", "a"], 1, False), (2, ["a", "b"], 0, False),
    (3, ["a", "b", "c"], 2, True), (1, ["a"], 1, False),
])  # fmt: skip
def test_each_phone_beyond_the_first_waits_for_the_reviewer(
    number: int, devices: list[str], cases: int, holds: bool
) -> None:
    records = [record("paired", device=device) for device in devices]
    assert checks.phones_joined(number, [CASE] * cases, records).holds is holds
