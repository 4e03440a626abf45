"""How many connections a server keeps at once: where one more comes than there is room for, one that is idle is let go.

A server may close an idle connection at any time, and a client comes back with its next request (RFC 9112, section 9.5). One that
can open no more files can do neither: nobody new is let in, and no picture is kept.

Who goes is the longest idle of a few that are drawn. Phones send their heartbeats in turn: the longest idle of all is the one that
comes next, and of a few phones too many each would find that its connection has just been let go.
"""

import resource
import sys
from asyncio import Transport
from itertools import count

from simulators.core.chance import Chance

RESERVE = 512
"""Files that a process needs beside its connections: the store, pictures and parts of films on their way to the disk, and
connections that have just been accepted or are being closed."""
DRAWN = 3
"""Of so many the longest idle goes: enough that it is hardly ever one that has just come."""


class Room:
    """Those that are there, and of them those in the midst of no request, in no order."""

    def __init__(self, most: int = sys.maxsize) -> None:
        self._most, self._count = most, 0
        self._idle: list[tuple[int, Transport]] = []
        self._places: dict[Transport, int] = {}
        self._rests = count()
        self._random = Chance("connections").random

    def come(self, one: Transport) -> None:
        """One more, that has not said anything yet; where there is no room for it, another goes."""
        self._count += 1
        if self._count > self._most and self._idle:
            _, longest = min(self._random.sample(self._idle, min(DRAWN, len(self._idle))))
            self.act(longest)
            longest.close()
        self.rest(one)

    def rest(self, one: Transport) -> None:
        """It has been answered, and keeps its connection for another time."""
        if one not in self._places:
            self._places[one] = len(self._idle)
            self._idle.append((next(self._rests), one))

    def act(self, one: Transport) -> None:
        """It is idle no more; the last one takes its place."""
        place = self._places.pop(one, None)
        if place is None:
            return
        last = self._idle.pop()
        if last[1] is not one:
            self._idle[place] = last
            self._places[last[1]] = place

    def go(self, one: Transport) -> None:
        self._count -= 1
        self.act(one)


def room() -> Room:
    """As much as this process may have, once its limit of open files is as high as the system lets it be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return Room(max(hard - RESERVE, RESERVE)) if hard != resource.RLIM_INFINITY else Room()
