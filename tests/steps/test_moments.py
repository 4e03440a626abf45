"""Moments say the same in both languages."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steps import moments
from steps.moments import ANCHORS, Moment

COUNTS = st.integers(min_value=1, max_value=10_000)
WORDS = st.sampled_from(["ms", "second", "seconds", "minute", "minutes", "hour", "hours"])
SIDES = st.sampled_from(["before", "after"])


@given(count=COUNTS, unit=WORDS, side=SIDES, anchor=st.sampled_from(list(ANCHORS)))
def test_english_and_chinese_name_the_same_moment(count: int, unit: str, side: str, anchor: str) -> None:
    english = f"{count} {unit} {side} {anchor}"
    chinese = moments.moment_zh(english)
    assert re.fullmatch(moments.MOMENT_EN, english)
    assert re.fullmatch(moments.MOMENT_ZH, chinese)
    assert moments.moment(chinese) == moments.moment(english)


@pytest.mark.parametrize("anchor", ANCHORS)
def test_the_instant_itself_has_no_offset(anchor: str) -> None:
    words, name = ANCHORS[anchor]
    assert moments.moment(f"the instant {anchor}") == Moment(name, timedelta(0))
    assert moments.moment(f"{words}那一刻") == Moment(name, timedelta(0))


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        ("1 ms before the exam starts", "开考前1毫秒", Moment("starts", timedelta(milliseconds=-1))),
        (
            "1 minute after the waiting room opens",
            "候考室开放后1分钟",
            Moment("waiting_opens", timedelta(minutes=1)),
        ),
        ("61 seconds before the exam starts", "开考前61秒", Moment("starts", timedelta(seconds=-61))),
        (
            "10 minutes before the photo countdown ends",
            "拍照倒计时截止前10分钟",
            Moment("photos_end", timedelta(minutes=-10)),
        ),
    ],
)
def test_wordings(english: str, chinese: str, expected: Moment) -> None:
    assert moments.moment(english) == expected
    assert moments.moment_zh(english) == chinese


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(hours=9)))
def test_a_span_keeps_its_length(length: timedelta) -> None:
    milliseconds = length // timedelta(milliseconds=1)
    assert (
        moments.span(f"{milliseconds} ms")
        == moments.span(f"{milliseconds}毫秒")
        == timedelta(milliseconds=milliseconds)
    )
