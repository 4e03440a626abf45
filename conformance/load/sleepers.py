"""Who waits for an exam instant is woken when it has come: a turn of the pace moves one alarm, and wakes nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from heapq import heappop, heappush
from itertools import count

import gevent
from gevent.event import Event

Left = Callable[[datetime], float]
"""Wall seconds until an exam instant, as is thought now."""


class Sleepers:
    """In the order of their instants; one greenlet has the alarm for the first of them, while there is one."""

    def __init__(self, left: Left) -> None:
        self._left = left
        self._due: list[tuple[datetime, int, Event]] = []
        self._numbers = count()
        self._turned = Event()
        self._waker: gevent.Greenlet[[], None] | None = None

    def wait(self, instant: datetime, sooner: Event | None = None) -> None:
        """Until an exam instant, or what may come sooner."""
        woken = Event()
        heappush(self._due, (instant, next(self._numbers), woken))
        if self._due[0][2] is woken:
            self.turned()
        if self._waker is None or self._waker.dead:
            self._waker = gevent.spawn(self._wake)
        if sooner is None:
            woken.wait()
        else:
            gevent.wait([woken, sooner], count=1)

    def turned(self) -> None:
        """What is left until an instant is another than was thought."""
        self._turned.set()

    def _wake(self) -> None:
        while self._due:
            left = self._left(self._due[0][0])
            if left > 0:
                self._turned.clear()
                self._turned.wait(left)
            else:
                heappop(self._due)[2].set()
