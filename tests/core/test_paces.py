"""A clock that follows the wall at a pace that changes, here and in whatever process comes after."""

from datetime import timedelta

import pytest

from simulators.core.clock import ClockError
from simulators.core.instants import parse
from simulators.core.paces import FASTEST, PacedClock

START = parse("2023-01-12T09:00:00.000+08:00")
SECOND = timedelta(seconds=1)


class Hand:
    """A wall that is turned by hand."""

    def __init__(self) -> None:
        self.at = 1_700_000_000.0

    def __call__(self) -> float:
        return self.at


def test_it_stands_until_it_has_a_pace() -> None:
    wall = Hand()
    clock = PacedClock(START, wall)
    wall.at += 100
    assert (clock.now(), clock.rate) == (START, 0)


def test_it_goes_on_from_where_it_stands_at_each_new_pace() -> None:
    wall = Hand()
    clock = PacedClock(START, wall)
    for rate, after in ((60, 120), (1, 122), (30, 182)):
        clock.follow(clock.changed(rate))
        wall.at += 2
        assert (clock.now(), clock.rate) == (START + after * SECOND, rate)


def test_whoever_follows_the_same_pace_later_has_the_same_time() -> None:
    wall = Hand()
    clock, other = PacedClock(START, wall), PacedClock(START + timedelta(days=3), wall)
    pace = clock.changed(60)
    wall.at += 1000
    for one in (clock, other):
        one.follow(pace)
    assert clock.now() == other.now() == START + 60_000 * SECOND


@pytest.mark.parametrize("rate", [0, -1, FASTEST + 1, float("nan"), float("inf")])
def test_a_rate_at_which_time_would_not_go_on_is_refused(rate: float) -> None:
    with pytest.raises(ClockError, match="at most"):
        PacedClock(START, Hand()).changed(rate)
