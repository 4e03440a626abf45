"""A clock that follows the wall at a pace that changes, and that goes on where a process ended.

What it follows is a list of paces that can be written down: whoever reads them later, here or in another process,
has the same exam time.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from simulators.core.clock import ClockError

FASTEST = 3600
"""Exam seconds a second at most: a day in 24 seconds."""


@dataclass(frozen=True, slots=True)
class Pace:
    """From the wall's second `wall` (since 1970) on, exam time goes on from `start`, `rate` exam seconds a second."""

    start: datetime
    rate: float
    wall: float

    def at(self, wall: float) -> datetime:
        return self.start + timedelta(seconds=max(0.0, wall - self.wall) * self.rate)


class Wall:
    """Seconds since 1970 that never go back while the process lives, whatever is done to the machine's clock."""

    def __init__(self) -> None:
        self._offset = time.time() - time.monotonic()

    def __call__(self) -> float:
        return time.monotonic() + self._offset


class PacedClock:
    """Stands at `start` until it is given paces to follow."""

    def __init__(self, start: datetime, wall: Callable[[], float] | None = None) -> None:
        self._wall = wall or Wall()
        self._paces: tuple[Pace, ...] = (Pace(start, 0.0, 0.0),)

    @property
    def rate(self) -> float:
        """Exam seconds a second, now; 0 while the clock stands."""
        return self._current(self._wall()).rate

    @property
    def since(self) -> datetime:
        """The exam instant from which on it goes at this rate."""
        return self._current(self._wall()).start

    def now(self) -> datetime:
        wall = self._wall()
        return self._current(wall).at(wall)

    def follow(self, paces: Iterable[Pace]) -> None:
        """These paces, each from its own second of the wall on."""
        self._paces = tuple(sorted(paces, key=lambda pace: pace.wall))

    def changed(self, rate: float) -> Pace:
        """The pace that goes on from now at another rate, to be followed. ClockError for one at which time would stand
        still, go back or run away."""
        if not 0 < rate <= FASTEST:
            raise ClockError(
                f"exam time goes on at more than 0 and at most {FASTEST} seconds a second, not {rate}"
            )
        wall = self._wall()
        return Pace(self._current(wall).at(wall), float(rate), wall)

    def _current(self, wall: float) -> Pace:
        """The last pace that has begun, or else the first."""
        for pace in reversed(self._paces):
            if pace.wall <= wall:
                return pace
        return self._paces[0]
