"""What the processes of one platform tell each other on one machine, beside their database: how exam time goes, and since
when a request of theirs waits.

It is a file of numbers that each of them has in its memory. A process has a place there while it lives; the place of one
that has ended is free again.
"""

import fcntl
import mmap
import os
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulators.core.paces import Pace, PacedClock, Wall

VERSION, START, RATE, SINCE, OFFSET, FIRST = range(6)
"""Where what stands: the clock's pace with the number of its last change, this machine's offset, and the first place."""
PLACES = 64
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class NoPlace(Exception):
    """More processes than a board has places for."""


class Board:
    """`joins` a board that others use, or begins one."""

    def __init__(self, path: Path, *, joins: bool) -> None:
        size = 8 * (FIRST + PLACES)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.ftruncate(self._file, size)
        self._map = mmap.mmap(self._file, size)
        self._numbers = memoryview(self._map).cast("d")
        if not joins:
            self._numbers[:] = memoryview(bytes(size)).cast("d")
            self._numbers[OFFSET] = Wall().offset
        self.wall = Wall(self._numbers[OFFSET])
        try:
            self._place = next(place for place in range(PLACES) if self._locked(place))
        except StopIteration:
            self.close()
            raise NoPlace(f"{path} has places for {PLACES} processes, and all are taken") from None
        self.waits_since(None)

    def __enter__(self) -> "Board":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._numbers.release()
        self._map.close()
        os.close(self._file)

    @property
    def pace(self) -> Pace | None:
        """How exam time goes; None where nobody has said it yet."""
        while True:
            version, start, rate, since = self._numbers[VERSION:OFFSET]
            if version % 2 == 0 and version == self._numbers[VERSION]:
                return Pace(EPOCH + start * MICROSECOND, rate, since) if version else None

    def set_pace(self, pace: Pace) -> None:
        self._numbers[VERSION] += 1
        self._numbers[START] = (pace.start - EPOCH) // MICROSECOND
        self._numbers[RATE], self._numbers[SINCE] = pace.rate, pace.wall
        self._numbers[VERSION] += 1

    def waits_since(self, at: datetime | None) -> None:
        """The stamp of the request of this process that has waited longest; None where none waits."""
        self._numbers[FIRST + self._place] = 0 if at is None else (at - EPOCH) // MICROSECOND

    def others(self) -> Iterator[datetime]:
        """Those of the other processes."""
        for place in range(PLACES):
            since = self._numbers[FIRST + place]
            if since and place != self._place and not self._free(place):
                yield EPOCH + since * MICROSECOND

    def _free(self, place: int) -> bool:
        """Whether the place is that of a process that has ended; what it left there is wiped off."""
        if not self._locked(place):
            return False
        self._numbers[FIRST + place] = 0
        self._lock(place, fcntl.F_UNLCK)
        return True

    def _locked(self, place: int) -> bool:
        try:
            self._lock(place, fcntl.F_WRLCK)
        except OSError:
            return False
        return True

    def _lock(self, place: int, kind: int) -> None:
        """Of this very opening of the file: the system gives it back with the process."""
        fcntl.fcntl(self._file, fcntl.F_OFD_SETLK, struct.pack("hhqqi", kind, os.SEEK_SET, place, 1, 0))


class BoardClock(PacedClock):
    """The clock that all processes at a board have."""

    def __init__(self, start: datetime, board: Board) -> None:
        super().__init__(start, board.wall)
        self._board = board

    @property
    def pace(self) -> Pace:
        return self._board.pace or self._pace

    def follow(self, pace: Pace) -> None:
        self._board.set_pace(pace)
