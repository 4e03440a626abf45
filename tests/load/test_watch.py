"""Exam time in a process of a run: it follows the wall at the platform's pace, and who waits counts anew when that changes."""

from datetime import timedelta

import gevent
from gevent.event import Event

from conformance.load.watch import Piece, Watch
from tests.load.conftest import START, Wall


def test_exam_time_follows_the_wall() -> None:
    wall = Wall()
    watch = Watch(START, 60, wall)
    wall.seconds = 2.5
    assert watch.now() == START + timedelta(seconds=150)
    assert watch.ms_since(START) == 2500


def test_a_change_of_pace_loses_nothing() -> None:
    wall = Wall()
    watch = Watch(START, 60, wall)
    wall.seconds = 10
    watch.set(Piece(watch.now(), 10, 2))
    wall.seconds = 11
    assert watch.now() == START + timedelta(seconds=602)


def test_who_waits_counts_anew_when_the_pace_changes() -> None:
    wall = Wall()
    watch = Watch(START, 0.001, wall)
    for sooner in (None, Event()):
        waiting = gevent.spawn(watch.until, START + timedelta(hours=1), sooner)
        gevent.idle()
        assert not waiting.ready()
        watch.set(Piece(START + timedelta(hours=1), wall(), 1))
        assert waiting.get(timeout=10) is False
        watch.set(Piece(START, wall(), 0.001))


def test_what_comes_sooner_ends_the_wait() -> None:
    watch, sooner = Watch(START, 1, Wall()), Event()
    waiting = gevent.spawn(watch.until, START + timedelta(hours=1), sooner)
    gevent.idle()
    sooner.set()
    assert waiting.get(timeout=10) is True


def test_who_waits_for_what_is_earlier_is_woken_first() -> None:
    watch, woken = Watch(START, 1000), list[int]()

    def wait(minutes: int) -> None:
        watch.until(START + timedelta(minutes=minutes))
        woken.append(minutes)

    waiting = [gevent.spawn(wait, minutes) for minutes in (3, 1, 2, 1)]
    gevent.joinall(waiting, timeout=10)
    assert woken == [1, 1, 2, 3]


def test_a_turn_of_the_pace_wakes_nobody_whose_instant_has_not_come() -> None:
    wall = Counting()
    watch = Watch(START, 1, wall)
    waiting = [
        gevent.spawn(watch.until, START + timedelta(hours=1), sooner) for sooner in (None, Event()) * 50
    ]
    gevent.idle()
    wall.looks = 0
    watch.set(Piece(START, wall(), 0.5))
    gevent.idle()
    assert not any(one.ready() for one in waiting)
    assert wall.looks < 5
    gevent.killall(waiting)


def test_who_is_gone_leaves_the_others_their_instants() -> None:
    wall = Wall()
    watch = Watch(START, 0.001, wall)
    first, second = (gevent.spawn(watch.until, START + timedelta(hours=hours)) for hours in (1, 2))
    gevent.idle()
    first.kill()
    watch.set(Piece(START + timedelta(hours=3), wall(), 1))
    assert second.get(timeout=10) is False


class Counting(Wall):
    """A wall that counts how often it is looked at."""

    looks = 0

    def __call__(self) -> float:
        self.looks += 1
        return super().__call__()
