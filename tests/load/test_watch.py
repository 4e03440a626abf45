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
