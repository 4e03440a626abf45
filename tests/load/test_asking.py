"""A phone's requests: told as they were, timed from when they were meant, and tried again as the plan says."""

from datetime import timedelta

import pytest

from conformance.load.asking import Raw, Request
from conformance.load.plan import Retry
from conformance.load.watch import Piece
from tests.load.conftest import START, Opened, answer, refusal

ENTER = Request("enter", "POST", "/sittings/s1/enter", detail={"page": 1})


def test_an_answer_is_told_with_its_state_and_stamp(opened: Opened) -> None:
    desk = opened(answer(state="face_check", server_time="2023-01-12T09:45:00.600+08:00"))
    reply = desk.line.ask(ENTER, "enter")
    (told,) = desk.records
    assert (reply.accepted, reply.state, told.at) == (True, "face_check", "2023-01-12T09:45:00.600+08:00")
    assert (told.op, told.step, told.status, told.detail) == (
        "enter",
        "enter",
        200,
        {"page": 1, "state": "face_check"},
    )
    assert told.ms == pytest.approx(10)
    assert told.intended is None


def test_a_refusal_is_told_with_its_cause_and_not_tried_again(opened: Opened) -> None:
    desk = opened(refusal("too_late"))
    reply = desk.line.ask(ENTER, "enter")
    assert (reply.accepted, reply.cause, [one.cause for one in desk.records]) == (
        False,
        "too_late",
        ["too_late"],
    )


def test_latency_counts_from_the_intended_instant(opened: Opened) -> None:
    """The phone was busy for two wall seconds after it, which is the platform's; then half a second too slow, which is ours."""
    desk = opened(answer())
    intended = START
    desk.watch.moved.seconds = 2.5
    free = START + timedelta(seconds=2 * desk.watch.rate)
    desk.line.ask(ENTER, "enter", intended, free)
    (told,) = desk.records
    assert told.ms == pytest.approx(2510)
    assert told.skew == pytest.approx(500)


def test_what_was_due_before_a_turn_of_the_pace_was_late_by_the_pace_of_that_time(opened: Opened) -> None:
    """Half a wall second before the clock was slowed down; by the slow pace that would be half a minute."""
    desk = opened(answer())
    watch, rate = desk.watch, desk.watch.rate
    watch.confirm(turned=True)
    watch.moved.seconds = 1.0
    watch.set(Piece(watch.now(), 1.0, 1))
    watch.confirm(turned=True)
    desk.line.ask(ENTER, "enter", START + timedelta(seconds=rate / 2))
    (told,) = desk.records
    assert told.skew == pytest.approx(500)
    assert told.ms == pytest.approx(510)


@pytest.mark.parametrize("status", [0, 429, 502, 503, 507])
def test_what_says_nothing_of_the_exam_is_tried_again(opened: Opened, status: int) -> None:
    desk = opened(Raw(status, fault="timeout" if not status else ""), answer(state="face_check"))
    assert desk.line.ask(ENTER, "enter").accepted
    assert [(one.status, one.attempt) for one in desk.records] == [(status, 1), (200, 2)]


def test_attempts_have_an_end(opened: Opened) -> None:
    desk = opened(*[Raw(503)] * 3, retry=Retry(attempts=3))
    assert desk.line.ask(ENTER, "enter").status == 503
    assert len(desk.records) == 3


def test_without_jitter_all_wait_alike_and_longer_each_time(opened: Opened) -> None:
    desk = opened(*[Raw(503)] * 5, answer(), retry=Retry(base_ms=100, cap_ms=500, jitter=False))
    desk.line.ask(ENTER, "enter")
    assert desk.watch.rested == [0.1, 0.2, 0.4, 0.5, 0.5]


def test_with_jitter_each_wait_is_drawn(opened: Opened) -> None:
    desk = opened(*[Raw(503)] * 5, answer(), retry=Retry(base_ms=100, cap_ms=500))
    desk.line.ask(ENTER, "enter")
    assert all(
        0 <= wait < most for wait, most in zip(desk.watch.rested, [0.1, 0.2, 0.4, 0.5, 0.5], strict=True)
    )
    assert len(set(desk.watch.rested)) == 5


def test_a_platform_that_says_when_is_believed(opened: Opened) -> None:
    desk = opened(Raw(503, headers={"retry-after": "3"}), answer(), retry=Retry(base_ms=100))
    desk.line.ask(ENTER, "enter")
    assert 3 <= desk.watch.rested[0] < 3.1
    assert desk.records[0].detail["retry_after"] == "3"


def test_an_answer_that_is_no_json_is_told_by_its_status(opened: Opened) -> None:
    desk = opened(Raw(500, b"<html>"))
    assert desk.line.ask(ENTER, "enter").cause == "500"
