"""Checks of an exam under way hold and fail on what they are about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from conformance.bench.forms import Record
from reports.form import Text
from steps import checks
from steps.findings import Countdown, Finding, Span, View

START = datetime(2023, 1, 12, 10, tzinfo=UTC)
LABEL = "剩余时间"


def record(what: str, sitting: str = "s1", **detail: object) -> Record:
    return Record(1, START, what, sitting, "a1", "d1", dict(detail))


def view(*texts: str, shown: bool = True) -> View:
    return View(Text("page", "页面"), shown, texts)


def span(begin: float, end: float) -> Span:
    return Span(START + timedelta(minutes=begin), START + timedelta(minutes=end))


def clock(text: str, label: str = LABEL, down: float = 0.06) -> Countdown:
    return Countdown(text, (label,), 0.3, down)


OVER = record("refused", operation="enter", cause="already_over")
MINUTE = timedelta(minutes=1)

HOLDS: list[Finding] = [
    checks.question_enlarged(view("q"), ("q", 0.9), ["q"]),
    checks.time_at_the_top(clock("01:00"), MINUTE, LABEL),
    checks.time_at_the_top(clock("01:01"), MINUTE + timedelta(milliseconds=1), LABEL),
    checks.time_at_the_top(clock("01:00"), MINUTE + timedelta(milliseconds=1), LABEL),
    checks.nowhere_to_write(False, ["请在答题纸上作答"]),
    checks.not_written("甲", ["乙"]),
    checks.films_nothing([]),
    checks.answer_kept("b", [record("answer", text="a"), record("answer", text="b")]),
    checks.not_let_in_again("s1", [OVER]),
    checks.filmed_throughout([span(-3, 30), span(30, 61)], span(0, 60)),
    checks.led_through([view("a"), view("b")]),
]

FAILS: list[Finding] = [
    checks.question_enlarged(view("q", shown=False), ("q", 0.9), ["q"]),
    checks.question_enlarged(view("q"), ("q", 0.5), ["q"]),
    checks.question_enlarged(view("q"), ("r", 0.9), ["q"]),
    checks.question_enlarged(view("q"), ("", 0.9), []),
    checks.time_at_the_top(clock("01:01"), MINUTE, LABEL),
    checks.time_at_the_top(clock("00:59"), MINUTE, LABEL),
    checks.time_at_the_top(clock("01:00", "候考倒计时"), MINUTE, LABEL),
    checks.time_at_the_top(clock("01:00", down=0.6), MINUTE, LABEL),
    checks.nowhere_to_write(True, []),
    checks.not_written("甲", ["乙", "甲乙"]),
    checks.films_nothing([span(0, 60)]),
    checks.answer_kept("a", [record("answer", text="a"), record("answer", text="b")]),
    checks.answer_kept("a", []),
    checks.not_let_in_again("s1", []),
    checks.not_let_in_again("s2", [OVER]),
    checks.not_let_in_again("s1", [OVER, record("entered")]),
    checks.not_let_in_again("s1", [record("refused", operation="enter", cause="too_late")]),
    checks.filmed_throughout([], span(0, 60)),
    checks.filmed_throughout([span(1, 61)], span(0, 60)),
    checks.filmed_throughout([span(0, 59)], span(0, 60)),
    checks.filmed_throughout([span(0, 30), span(31, 60)], span(0, 60)),
    checks.led_through([]),
    checks.led_through([view("a"), view("b", shown=False)]),
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
