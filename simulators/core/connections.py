"""How many connections a server keeps at once: where one more comes than there is room for, whoever has been idle longest is let go.

A server may close an idle connection at any time, and a client comes back with its next request (RFC 9112, section 9.5). One that
can open no more files can do neither: nobody new is let in, and no picture is kept.
"""

import resource
import sys
from asyncio import Transport

RESERVE = 512
"""Files that a process needs beside its connections: the store, pictures and parts of films on their way to the disk, and
connections that have just been accepted or are being closed."""


class Room:
    """Those that are there, and of them those in the midst of no request, in the order in which that was so."""

    def __init__(self, most: int = sys.maxsize) -> None:
        self._most, self._count = most, 0
        self._idle: dict[Transport, None] = {}

    def come(self, one: Transport) -> None:
        """One more, that has not said anything yet; where there is no room for it, another goes."""
        self._count += 1
        if self._count > self._most and self._idle:
            longest = next(iter(self._idle))
            del self._idle[longest]
            longest.close()
        self._idle[one] = None

    def rest(self, one: Transport) -> None:
        """It has been answered, and keeps its connection for another time."""
        self._idle[one] = None

    def act(self, one: Transport) -> None:
        self._idle.pop(one, None)

    def go(self, one: Transport) -> None:
        self._count -= 1
        self._idle.pop(one, None)


def room() -> Room:
    """As much as this process may have, once its limit of open files is as high as the system lets it be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return Room(max(hard - RESERVE, RESERVE)) if hard != resource.RLIM_INFINITY else Room()
