"""The laws of a season's terms: what one says must fit what the others say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from conformance.faults import NOTHING, Words, value
from conformance.season.shape import names, number, rows, table
from conformance.tomlfile import Found

Raw = Mapping[str, Any]
OF_AUX = ("phones_per_code", "aux_margin_minutes")
OF_SHEETS = ("display_seconds", "photo_minutes")
AUX_SHOWN = ("room", "desk")

ONE_PHONE = Words("nothing of an aux phone, as exam.cameras is 1", "exam.cameras 为 1，不得涉及辅机")
FREE_ONLY = Words(
    "no answer_minutes, as the start is fixed and the window says how long is answered",
    "开考时间固定，作答时长以场次为准，不得填写 answer_minutes",
)
ANSWER_MINUTES = Words(
    "a limit answer_minutes, as the start is free", "开考时间自选，须填写 limits.answer_minutes"
)
NO_DISPLAY = Words("false, as display_seconds is 0", "display_seconds 为 0，须为 false")


def laws(raw: Raw) -> Iterator[Found]:
    """Every term that does not fit another."""
    yield from _needed(raw)
    yield from _alone(raw)
    yield from _start(raw)
    yield from _lengths(raw)
    yield from _mocks(raw)
    if number(raw, "display_seconds") == 0 and table(raw, "display").get("with_face") is True:
        yield "display.with_face", value("true"), NO_DISPLAY


def _needed(raw: Raw) -> Iterator[Found]:
    """The limits that follow from the phones and the papers."""
    papers = [row for _, row in rows(raw, "subjects")]
    sheets = [row for row in papers if row.get("has_sheet") is True]
    asked = (
        (OF_AUX, table(raw, "exam").get("cameras", 2) == 2, "there is an aux phone", "考试使用辅机"),
        (OF_SHEETS, bool(sheets), "a subject has an answer sheet", "有科目使用答题纸"),
        (
            ("sheet_pages",),
            any("pages" not in row for row in sheets),
            "a subject with an answer sheet names no pages",
            "有使用答题纸的科目未填写页数",
        ),
        (
            ("submit_minutes",),
            any(row.get("has_sheet") is False for row in papers),
            "a subject has no answer sheet",
            "有科目不使用答题纸",
        ),
    )
    if not isinstance(raw.get("limits"), dict):
        return
    for limits, needed, why, why_zh in asked:
        for limit in limits if needed else ():
            if limit not in raw["limits"]:
                expected = Words(
                    f"a table with value, origin and source, as {why}",
                    f"{why_zh}，须有列明 value、origin 与 source 的表",
                )
                yield f"limits.{limit}", NOTHING, expected


def _alone(raw: Raw) -> Iterator[Found]:
    """An exam with one phone asks nothing of an aux phone."""
    if table(raw, "exam").get("cameras", 2) != 1:
        return
    if "aux" in table(raw, "apps"):
        yield "apps.aux", value("aux"), ONE_PHONE
    shown = names(table(raw, "waiting"), "shows")
    yield from (("waiting.shows", value(one), ONE_PHONE) for one in shown if one in AUX_SHOWN)
    if "aux" in names(table(raw, "interruption"), "repaired_on"):
        yield "interruption.repaired_on", value("aux"), ONE_PHONE


def _start(raw: Raw) -> Iterator[Found]:
    """How long is answered is told by the window, or where the start is free by a limit."""
    free = table(raw, "exam").get("start", "fixed") == "free"
    told = "answer_minutes" in table(raw, "limits")
    if free and not told:
        yield "limits.answer_minutes", NOTHING, ANSWER_MINUTES
    if told and not free:
        yield "limits.answer_minutes", value(number(raw, "answer_minutes")), FREE_ONLY


def _lengths(raw: Raw) -> Iterator[Found]:
    """Reading and answering fit into every window."""
    asked = timedelta(minutes=number(raw, "reading_minutes") + number(raw, "answer_minutes"))
    for key, subject in rows(raw, "subjects"):
        for where, window in rows(subject, "windows", f"{key}."):
            lasts = _lasts(window)
            answered = number(raw, "answer_minutes") > 0
            if lasts is not None and asked and (asked > lasts if answered else asked >= lasts):
                minutes = int(asked.total_seconds() // 60)
                expected = Words(
                    f"room for {minutes} minutes of reading and answering",
                    f"场次须容纳 {minutes} 分钟的阅题与作答",
                )
                yield f"{where}.end", value(window["end"]), expected


def _lasts(window: Raw) -> timedelta | None:
    try:
        start, end = (datetime.fromisoformat(str(window[edge])) for edge in ("start", "end"))
    except (KeyError, ValueError):
        return None
    return end - start if end > start else None


def _mocks(raw: Raw) -> Iterator[Found]:
    """No more mock exams are required than every subject has."""
    required = number(raw, "mocks_required")
    for key, subject in rows(raw, "subjects"):
        there = sum(row.get("session") != "formal" for _, row in rows(subject, "windows"))
        if there < required:
            expected = Words(
                f"at least {required} mock exams, as mocks_required says",
                f"须有不少于 mocks_required 规定的 {required} 场模拟考试",
            )
            yield f"{key}.windows", Words(f"{there} mock exams", f"{there} 场模拟考试"), expected
