"""The clock contract, clause by clause (contracts/clock.md)."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.core.clock import ClockError, DrivenClock, ScaledClock
from simulators.core.instants import CST, iso, parse

START = datetime(2023, 1, 12, 9, 45, tzinfo=CST)
SECOND = timedelta(seconds=1)


def test_1_reading_does_not_move_it() -> None:
    clock = DrivenClock(START)
    assert [clock.now() for _ in range(3)] == [START] * 3


def test_2_it_never_goes_back() -> None:
    clock = DrivenClock(START)
    with pytest.raises(ClockError, match=r"09:45:00\.000.*09:44:59\.999"):
        clock.advance(START - timedelta(milliseconds=1))
    assert clock.now() == START


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from("ab")), max_size=12))
def test_3_order_is_instant_then_owner_then_sequence(plan: list[tuple[int, str]]) -> None:
    clock, seen = DrivenClock(START), []
    for number, (after, owner) in enumerate(plan):
        clock.call_at(
            START + after * SECOND,
            owner,
            lambda row=(after, owner, number): seen.append((*row, clock.now())),  # type: ignore[misc]
        )
    clock.advance(START + 20 * SECOND)
    assert [row[:3] for row in seen] == sorted((a, o, n) for n, (a, o) in enumerate(plan))
    assert all(at == START + after * SECOND for after, _, _, at in seen)


def test_4_it_ends_where_it_was_sent() -> None:
    clock = DrivenClock(START)
    clock.call_at(START + SECOND, "phone", lambda: None)
    clock.advance(START + 5 * SECOND)
    assert clock.now() == START + 5 * SECOND


def test_5_new_wakeups_inside_the_span_are_run_and_late_ones_at_once() -> None:
    clock, seen = DrivenClock(START), []

    def first() -> None:
        clock.call_at(START + 2 * SECOND, "phone", lambda: seen.append(clock.now()))
        clock.call_at(START - SECOND, "phone", lambda: seen.append(clock.now()))

    clock.call_at(START + SECOND, "phone", first)
    clock.advance(START + 3 * SECOND)
    assert seen == [START + SECOND, START + 2 * SECOND]


def test_6_a_cancelled_wakeup_is_not_run() -> None:
    clock, seen = DrivenClock(START), []
    second = clock.call_at(START + SECOND, "b", lambda: seen.append("b"))
    clock.call_at(START + SECOND, "a", second.cancel)
    clock.advance(START + SECOND)
    assert seen == []


@given(
    wakeups=st.lists(st.integers(1, 3000), max_size=5),
    steps=st.lists(st.integers(1, 1500), min_size=1, max_size=5),
    interval=st.integers(100, 1500),
)
def test_7_merged_beats_count_and_end_as_single_ones(
    wakeups: list[int], steps: list[int], interval: int
) -> None:
    def history(merge: bool) -> tuple[int, list[tuple[int, datetime | None]]]:
        clock = DrivenClock(START, merge_beats=merge)
        beats, last, seen = 0, None, []

        def beaten(times: int) -> None:
            nonlocal beats, last
            beats, last = beats + times, clock.now()

        clock.beat(timedelta(milliseconds=interval), "phone", beaten)
        for after in wakeups:
            clock.call_at(START + timedelta(milliseconds=after), "zz", lambda: seen.append((beats, last)))
        for step in steps:
            clock.advance(clock.now() + timedelta(milliseconds=step))
        return beats, seen

    assert history(True) == history(False)


def test_7_beats_of_an_empty_span_come_as_one() -> None:
    clock, seen = DrivenClock(START), []
    clock.beat(SECOND, "phone", lambda times: seen.append((times, clock.now())))
    clock.advance(START + 60 * SECOND)
    assert seen == [(60, START + 60 * SECOND)]


def test_7_a_beat_needs_an_interval() -> None:
    with pytest.raises(ClockError, match="positive interval"):
        DrivenClock(START).beat(timedelta(0), "phone", lambda _: None)


def test_9_a_scaled_clock_follows_the_wall() -> None:
    wall = [100.0]
    clock, seen = ScaledClock(START, 20, lambda: wall[0]), []
    clock.call_at(START + 30 * SECOND, "phone", lambda: seen.append("due"))
    wall[0] += 1
    assert (clock.now(), clock.run_due(), seen) == (START + 20 * SECOND, 0, [])
    wall[0] += 1
    assert (clock.run_due(), seen) == (1, ["due"])


def test_an_instant_survives_the_wire() -> None:
    assert parse(iso(START)) == START
    assert iso(START) == "2023-01-12T09:45:00.000+08:00"
    with pytest.raises(ValueError, match="names no UTC offset"):
        parse("2023-01-12T09:45:00")
