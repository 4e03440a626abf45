"""A process's watch is kept with the platform's clock, also where that answers late and changes its pace."""

from datetime import timedelta
from typing import Any

import pytest

from conformance.load.bench import Shown
from conformance.load.play.timekeeping import Timekeeper
from conformance.load.watch import Watch
from tests.load.conftest import START, Wall


class Platform:
    """A clock that answers after a while, unevenly; it turns its pace at wall instants."""

    def __init__(self, wall: Wall) -> None:
        self.wall, self.turns = wall, [(0.0, START, 1.0)]

    def turn(self, rate: float) -> None:
        self.turns.append((self.wall.seconds, self.now().now, rate))

    def now(self) -> Shown:
        at, start, rate = self.turns[-1]
        return Shown(start + timedelta(seconds=(self.wall.seconds - at) * rate), rate, start)


def keeper(watch: Watch) -> Timekeeper:
    bench: Any = None
    return Timekeeper(bench, watch, (), leads=False)


def asked(platform: Platform, kept: Timekeeper, before: float, after: float) -> None:
    """Ask the clock once; the question travels so long, and the answer."""
    began = platform.wall.seconds
    platform.wall.seconds += before
    shown = platform.now()
    platform.wall.seconds += after
    kept.believe(shown, began)


def settled() -> tuple[Wall, Platform, Watch, Timekeeper]:
    """A watch that has been kept by some quick answers."""
    wall = Wall()
    platform, watch = Platform(wall), Watch(START, 1, wall)
    kept = keeper(watch)
    for _ in range(5):
        asked(platform, kept, 0.001, 0.001)
    return wall, platform, watch, kept


@pytest.mark.parametrize("slow", [0.002, 1.5])
def test_late_and_uneven_answers_say_the_time_together(slow: float) -> None:
    wall = Wall()
    platform, watch = Platform(wall), Watch(START - timedelta(seconds=3), 1, wall)
    kept = keeper(watch)
    for before, after in ((slow, 0.001), (0.001, slow), (slow, slow)):
        asked(platform, kept, before, after)
        wall.seconds += 0.5
    assert abs((watch.now() - platform.now().now).total_seconds()) <= 0.002


def test_a_turn_of_the_pace_is_known_to_the_instant_though_the_answer_was_slow() -> None:
    _, platform, watch, kept = settled()
    platform.turn(60)
    asked(platform, kept, 2.0, 3.0)
    assert watch.rate == 60
    assert abs((watch.now() - platform.now().now).total_seconds()) <= 0.002 * 60


def test_the_doubt_is_told_in_exam_time() -> None:
    wall = Wall()
    platform, watch = Platform(wall), Watch(START, 1, wall)
    platform.turn(60)
    kept = keeper(watch)
    for _ in range(8):
        asked(platform, kept, 0.01, 0.01)
    assert kept.doubt_ms == pytest.approx(0.01 * 60 * 1000, rel=0.01)


def test_an_expected_turn_is_gone_by_at_once_and_put_right_once_it_is_seen() -> None:
    wall, platform, watch, kept = settled()
    kept.expect(60)
    asked(platform, kept, 0.001, 0.001)
    assert watch.rate == 60
    wall.seconds += 0.01
    platform.turn(60)
    asked(platform, kept, 0.3, 0.2)
    assert abs((watch.now() - platform.now().now).total_seconds()) <= 0.002 * 60


def test_an_expected_turn_that_does_not_come_is_given_up() -> None:
    wall = Wall()
    platform, watch = Platform(wall), Watch(START, 1, wall)
    kept = keeper(watch)
    asked(platform, kept, 0.001, 0.001)
    kept.expect(60)
    wall.seconds += 3
    asked(platform, kept, 0.001, 0.001)
    assert watch.rate == 1
    assert abs((watch.now() - platform.now().now).total_seconds()) <= 0.002


def test_what_was_sent_around_a_turn_is_told_by_the_turn_as_it_is_known_afterwards() -> None:
    """The turn was expected, came later than that, and was seen later still."""
    wall, platform, watch, kept = settled()
    kept.expect(60)
    wall.seconds += 0.4
    before, shown_before = wall.seconds, platform.now().now
    wall.seconds += 0.6
    platform.turn(60)
    wall.seconds += 0.5
    after, shown_after = wall.seconds, platform.now().now
    asked(platform, kept, 0.4, 0.4)
    assert abs((watch.then(before) - shown_before).total_seconds()) <= 0.002
    assert abs((watch.then(after) - shown_after).total_seconds()) <= 0.002 * 60
    assert abs(watch.wall_then(shown_before) - before) <= 0.002
    assert abs(watch.wall_then(shown_after) - after) <= 0.002
