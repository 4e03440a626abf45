"""Checks of recordings hold and fail on what they are about."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conformance.inspect.finding import Finding as Measured
from conformance.inspect.finding import Span, finding
from reports.form import Text
from steps import checks
from steps.findings import Finding
from tests.steps.test_checks import START, record, view

GAP = (START + timedelta(seconds=100), START + timedelta(seconds=120))
SAID = Text("seen", "所见")


def measured(name: str, good: bool | None, *spans: tuple[float, float]) -> Measured:
    return finding(name, good, SAID, tuple(Span(*span) for span in spans))


FINE, DARK, DAZZLED = measured("sharp", True), measured("bright", False), measured("backlight", False)

HOLDS: list[Finding] = [
    checks.sound_film(FINE),
    checks.defect_only([FINE, DARK], "bright"),
    checks.defect_only([FINE, measured("backlight", None)], ""),
    checks.only_then(measured("one_take", False, (100, 120)), START, GAP),
    checks.only_then(measured("one_take", False, (95, 126)), START, GAP),
    checks.camera_is("front", "前置", "当前：前置摄像头", "front"),
    checks.elapsed_is("● 已录制 1:02:03", timedelta(seconds=3723.9)),
    checks.elapsed_is("● 已录制 02:03", timedelta(seconds=123)),
    checks.end_named("录制自动结束时间：09:45:00", START.replace(hour=9, minute=45, second=0)),
    checks.began_at([record("paired"), record("aux_recording")], START),
    checks.stopped_at([record("aux_stopped")], START),
    checks.stopped_at([record("aux_recording")], None),
    checks.nothing_plays([view("录制完的视频无法查看，也不可更改。"), view("考试记录")]),
    checks.no_recording_offered(False),
    checks.still_records(
        view("录制中"), [record("aux_recording"), record("aux_stopped"), record("aux_resumed")]
    ),
    checks.claims_no_recording(view(shown=False)),
    checks.goes_on_recording(view("考试记录"), True),
]
FAILS: list[Finding] = [
    checks.sound_film(DARK),
    checks.sound_film(measured("people", None)),
    checks.defect_only([FINE, DARK, DAZZLED], "bright"),
    checks.defect_only([FINE], "bright"),
    checks.defect_only([DARK], ""),
    checks.only_then(measured("one_take", True), START, GAP),
    checks.only_then(measured("one_take", False, (100, 110)), START, GAP),
    checks.only_then(measured("one_take", False, (100, 120), (300, 301)), START, GAP),
    checks.only_then(measured("one_take", False, (90, 120)), START, GAP),
    checks.camera_is("front", "前置", "当前：前置摄像头", "back"),
    checks.camera_is("front", "前置", "当前：后置摄像头", "front"),
    checks.elapsed_is("● 已录制 02:02", timedelta(seconds=123)),
    checks.elapsed_is("● 已录制 02:03", None),
    checks.elapsed_is("录制中", timedelta(0)),
    checks.end_named("录制自动结束时间：09:45:01", START.replace(hour=9, minute=45, second=0)),
    checks.end_named("录制自动结束时间：09:45:01", None),
    checks.began_at([record("aux_recording")], GAP[0]),
    checks.began_at([record("aux_recording")] * 2, START),
    checks.stopped_at([record("aux_stopped")], GAP[0]),
    checks.stopped_at([record("aux_stopped")], None),
    checks.stopped_at([], START),
    checks.nothing_plays([view("考试视频", "播放")]),
    checks.nothing_plays([view("考试记录", shown=False)]),
    checks.no_recording_offered(True),
    checks.still_records(view("录制中"), [record("aux_recording"), record("aux_stopped")]),
    checks.still_records(view("录制中"), []),
    checks.still_records(view(shown=False), [record("aux_recording")]),
    checks.claims_no_recording(view("录制中")),
    checks.goes_on_recording(view("考试记录"), False),
]


@pytest.mark.parametrize("found", HOLDS)
def test_what_should_hold_holds(found: Finding) -> None:
    assert found.holds


@pytest.mark.parametrize("found", FAILS)
def test_what_should_fail_fails(found: Finding) -> None:
    assert not found.holds
    assert all([found.expected.en, found.expected.zh, found.seen.en, found.seen.zh])
