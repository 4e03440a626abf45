"""Checks of uploads hold and fail on what they are about."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest

from conformance.bench.forms import Record, Review, Upload
from reports.form import Text
from steps import checks
from steps.findings import Finding, View

START = datetime(2023, 1, 12, 10, tzinfo=UTC)
CONTENT = b"la la la"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


def file(received: int = 8, state: str = "done", sha256: str = DIGEST) -> Upload:
    return Upload("a.mp4", "video", "main", 8, received, state, sha256)


def record(what: str, device: str) -> Record:
    return Record(1, START, what, "s1", "a1", device)


def view(*texts: str, shown: bool = True) -> View:
    return View(Text("page", "页面"), shown, texts)


FLAG = Review("1", "flag", "a1", "s1", START)
ONE = [record("aux_recording", "d1"), record("aux_submitted", "d1")]
TWO = [record("aux_recording", "d1"), record("aux_recording", "d2")]
LABELS = ("重新上传", "重新提交")

HOLDS: list[Finding] = [
    checks.arrived_byte_for_byte([file()], [CONTENT]),
    checks.went_on([{"a.mp4": 3}, {"a.mp4": 3}, {"a.mp4": 8}], [file()]),
    checks.stands_still([{"a.mp4": 1}, {"a.mp4": 3}, {"a.mp4": 3}]),
    checks.grew([{"a.mp4": 9}, {"a.mp4": 1}, {"a.mp4": 3}]),
    checks.progress_true(view("考试视频  a.mp4", "上传中  62%"), [file(5, "uploading")]),
    checks.progress_true(view("考试视频  a.mp4", "上传成功  100%"), [file()]),
    checks.reminded("重新提交", LABELS),
    checks.not_reminded(""),
    checks.one_aux_phone("d1", ONE),
    checks.change_is_shown(TWO, [FLAG]),
]

FAILS: list[Finding] = [
    checks.grew([{"a.mp4": 1}, {"a.mp4": 3}, {"a.mp4": 3}]),
    checks.arrived_byte_for_byte([], []),
    checks.arrived_byte_for_byte([file()], []),
    checks.arrived_byte_for_byte([file()], [b"la la li"]),
    checks.arrived_byte_for_byte([file()], [CONTENT + b"!"]),
    checks.went_on([{"a.mp4": 3}, {"a.mp4": 0}, {"a.mp4": 8}], [file()]),
    checks.went_on([{"a.mp4": 3}, {"a.mp4": 7}], [file(7, "uploading")]),
    checks.went_on([{"a.mp4": 0}, {"a.mp4": 8}], [file()]),
    checks.went_on([{"a.mp4": 3}], []),
    checks.stands_still([{"a.mp4": 1}, {"a.mp4": 3}]),
    checks.stands_still([{"a.mp4": 0}, {"a.mp4": 0}]),
    checks.progress_true(view("考试视频  a.mp4", "上传中  63%"), [file(5, "uploading")]),
    checks.progress_true(view("考试视频  a.mp4", "上传成功  100%", shown=False), [file()]),
    checks.progress_true(view("考试视频  b.mp4", "上传成功  100%"), [file()]),
    checks.progress_true(view(), []),
    checks.reminded("", LABELS),
    checks.reminded("上传失败", LABELS),
    checks.not_reminded("重新提交"),
    checks.one_aux_phone("d1", [record("aux_recording", "d1")]),
    checks.one_aux_phone("d1", [*ONE, record("aux_recording", "d2")]),
    checks.one_aux_phone("d2", ONE),
    checks.change_is_shown(TWO, []),
    checks.change_is_shown(ONE, [FLAG]),
]


@pytest.mark.parametrize("finding", HOLDS)
def test_holds(finding: Finding) -> None:
    assert finding.holds


@pytest.mark.parametrize("finding", FAILS)
def test_fails_and_says_what_was_seen(finding: Finding) -> None:
    assert not finding.holds
    assert finding.expected.en
    assert finding.expected.zh
    assert finding.seen.en
    assert finding.seen.zh
