"""The limit in wall time for what a target is asked, and what a clock that was moved has to say."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from typing import Any, cast

import pytest

from conformance.lab import patience, preflight, timekeeping
from conformance.outcome import RefusedWhen, TransportLost
from reports.form import Text

DOING = Text("what is asked", "所问事项")
NOW = datetime.fromisoformat("2023-01-12T09:50:00.000+08:00")


def test_what_is_done_in_time_is_given_as_it_is() -> None:
    assert patience.within(60, lambda: "done", lambda: DOING) == "done"


@pytest.mark.parametrize("fault", [RefusedWhen("no"), ValueError("no"), TimeoutError("its own")])
def test_what_is_raised_in_time_is_raised_as_it_is(fault: Exception) -> None:
    def work() -> None:
        raise fault

    with pytest.raises(type(fault)) as raised:
        patience.within(60, work, lambda: DOING)
    assert raised.value is fault


def test_what_takes_too_long_is_given_up_and_says_at_what() -> None:
    gate = threading.Event()
    try:
        with pytest.raises(TransportLost) as raised:
            patience.within(0.05, gate.wait, lambda: DOING)
    finally:
        gate.set()
    said = raised.value.cause
    assert isinstance(said, Text)
    assert said.en.startswith("the target was not looked over within 0.05 s")
    assert said.en.endswith("it does not answer: what is asked")
    assert said.zh.endswith("被测对象没有应答：所问事项")


def test_an_answer_that_a_driver_trips_over_is_the_target_s_and_not_the_kit_s() -> None:
    def ask(_stage: Any, _address: Any) -> None:
        raise KeyError("sessionId")

    question = preflight.Question(DOING, ask)
    with pytest.raises(preflight.Unfit, match="make no sense: what is asked") as raised:
        preflight._answered(question, cast(Any, None), cast(Any, None))
    assert raised.value.seen == "KeyError: 'sessionId'"


MOVES = [
    (timedelta(0), 1, True),
    (timedelta(seconds=1), 1, True),
    (timedelta(microseconds=-999), 1, True),
    (timedelta(milliseconds=-1), 1, False),
    (timedelta(milliseconds=-999), 1000, True),
    (timedelta(seconds=-1), 1000, False),
]


@pytest.mark.parametrize(("off", "resolution_ms", "holds"), MOVES)
def test_a_clock_that_was_moved_is_there_as_exactly_as_it_keeps_time(
    off: timedelta, resolution_ms: int, holds: bool
) -> None:
    if holds:
        assert timekeeping.moved(NOW, NOW + off, resolution_ms) == NOW + off
        return
    with pytest.raises(TransportLost, match="does not go where it is moved"):
        timekeeping.moved(NOW, NOW + off, resolution_ms)


def test_every_question_says_in_both_languages_what_is_asked() -> None:
    said = [question.says for question in preflight.QUESTIONS]
    assert len({one.en for one in said}) == len(said)
    assert all(one.en and one.zh for one in said)
