"""Exam time as one process of a run knows it: read from the platform's clock now and then, followed by the wall between.

What waits here waits for an exam instant; where the clock's speed changes, it counts anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import gevent
from gevent.event import Event

Wall = Callable[[], float]
"""Seconds of a clock that only goes on."""


LITTLE_S = 0.05
"""Wall seconds by which nobody minds to be woken at another instant: who comes too early waits on."""


class Watch:
    """Shows `start` at once, and goes at `rate` exam seconds a wall second."""

    def __init__(self, start: datetime, rate: float, wall: Wall = time.monotonic) -> None:
        self._wall, self._changed = wall, Event()
        self._exam, self._at, self.rate = start, wall(), rate

    def now(self) -> datetime:
        return self.at(self._wall())

    def wall(self) -> float:
        return self._wall()

    def at(self, wall: float) -> datetime:
        """Exam time at a wall instant of this piece of the day."""
        return self._exam + timedelta(seconds=(wall - self._at) * self.rate)

    def wall_of(self, exam: datetime) -> float:
        """The wall instant at which this piece of the day shows an exam instant."""
        return self._at + (exam - self._exam).total_seconds() / self.rate

    def ms_since(self, instant: datetime) -> float:
        """Wall milliseconds since an exam instant; below 0 before it."""
        return (self.now() - instant).total_seconds() / self.rate * 1000

    def set(self, exam: datetime, wall: float, rate: float) -> None:
        """The platform's clock showed `exam` at `wall`, and goes at `rate`; whoever waits counts anew."""
        self._exam, self._at, self.rate = exam, wall, rate
        changed, self._changed = self._changed, Event()
        changed.set()

    def shift(self, seconds: float) -> None:
        """Everything happens so many wall seconds later than was thought. Who waits is woken only where that is much."""
        if abs(seconds) > LITTLE_S:
            self.set(self._exam, self._at + seconds, self.rate)
        else:
            self._at += seconds

    def rest(self, seconds: float) -> None:
        """Wait for so many wall seconds, as who tries again does."""
        Event().wait(seconds)

    def until(self, instant: datetime, sooner: Event | None = None) -> bool:
        """Wait for an exam instant, or for what may come sooner; whether that came."""
        while (left := -self.ms_since(instant) / 1000) > 0 and not (sooner and sooner.is_set()):
            gevent.wait([self._changed, *([sooner] if sooner else [])], timeout=left, count=1)
        return sooner is not None and sooner.is_set()
