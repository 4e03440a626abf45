"""Exam time as one process of a run knows it: read from the platform's clock now and then, followed by the wall between.

What waits here waits for an exam instant; where the clock's speed changes, it counts anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gevent.event import Event

from conformance.load.sleepers import Sleepers

Wall = Callable[[], float]
"""Seconds of a clock that only goes on."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the day at one speed: it shows `exam` at the wall's `wall`, and goes `rate` exam seconds a wall second."""

    exam: datetime
    wall: float
    rate: float

    def at(self, wall: float) -> datetime:
        return self.exam + timedelta(seconds=(wall - self.wall) * self.rate)

    def wall_of(self, exam: datetime) -> float:
        """The wall instant at which an exam instant is shown."""
        return self.wall + (exam - self.exam).total_seconds() / self.rate


class Watch:
    """Shows `start` at once, and goes at `rate` exam seconds a wall second."""

    def __init__(self, start: datetime, rate: float, wall: Wall = time.monotonic) -> None:
        self._wall = wall
        self.piece = Piece(start, wall(), rate)
        self._sleepers = Sleepers(lambda instant: -self.ms_since(instant) / 1000)
        self._known: list[Piece] = []

    @property
    def rate(self) -> float:
        return self.piece.rate

    def now(self) -> datetime:
        return self.piece.at(self._wall())

    def wall(self) -> float:
        return self._wall()

    def ms_since(self, instant: datetime) -> float:
        """Wall milliseconds since an exam instant; below 0 before it."""
        return (self._wall() - self.piece.wall_of(instant)) * 1000

    def set(self, piece: Piece) -> None:
        """From now on by this piece; who waits is woken by it."""
        self.piece = piece
        self._sleepers.turned()

    def shift(self, seconds: float) -> None:
        """Everything happens so many wall seconds later than was thought."""
        self.set(replace(self.piece, wall=self.piece.wall + seconds))

    def confirm(self, *, turned: bool) -> None:
        """The piece is as the platform's clock has it; `turned`: it is another than the one before, from its own instant on."""
        if turned or not self._known:
            self._known.append(self.piece)
        else:
            self._known[-1] = self.piece

    def then(self, wall: float) -> datetime:
        """Exam time at a wall instant that has passed, by all that is known of it by now."""
        return next((one for one in reversed(self._known) if one.wall <= wall), self._first).at(wall)

    def wall_then(self, exam: datetime) -> float:
        """The wall instant at which an exam instant was shown, by all that is known of it by now."""
        return next((one for one in reversed(self._known) if one.exam <= exam), self._first).wall_of(exam)

    @property
    def _first(self) -> Piece:
        return self._known[0] if self._known else self.piece

    def rest(self, seconds: float) -> None:
        """Wait for so many wall seconds, as who tries again does."""
        Event().wait(seconds)

    def until(self, instant: datetime, sooner: Event | None = None) -> bool:
        """Wait for an exam instant, or for what may come sooner; whether that came."""
        while self.ms_since(instant) < 0 and not (sooner and sooner.is_set()):
            self._sleepers.wait(instant, sooner)
        return sooner is not None and sooner.is_set()
