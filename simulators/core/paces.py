"""A clock that follows the wall at a pace that changes, and that goes on where a process ended.

The pace can be written down: whoever reads it later, here or in another process, has the same exam time.
"""

import time
from collections.abc import Callable
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
    """Seconds since 1970 that never go back while a process lives, whatever is done to the machine's clock. Processes with
    the same `offset` to the time that this machine is up have the same."""

    def __init__(self, offset: float | None = None) -> None:
        self.offset = time.time() - time.monotonic() if offset is None else offset

    def __call__(self) -> float:
        return time.monotonic() + self.offset


class PacedClock:
    """Stands at `start` until it is given a pace to follow."""

    def __init__(self, start: datetime, wall: Callable[[], float] | None = None) -> None:
        self._wall = wall or Wall()
        self._pace = Pace(start, 0.0, 0.0)

    @property
    def pace(self) -> Pace:
        """What the clock follows."""
        return self._pace

    @property
    def rate(self) -> float:
        """Exam seconds a second; 0 while the clock stands."""
        return self.pace.rate

    @property
    def since(self) -> datetime:
        """The exam instant from which on it goes at this rate."""
        return self.pace.start

    def now(self) -> datetime:
        return self.pace.at(self._wall())

    def follow(self, pace: Pace) -> None:
        self._pace = pace

    def changed(self, rate: float) -> Pace:
        """The pace that goes on from now at another rate, to be followed. ClockError for one at which time would stand
        still, go back or run away."""
        if not 0 < rate <= FASTEST:
            raise ClockError(
                f"exam time goes on at more than 0 and at most {FASTEST} seconds a second, not {rate}"
            )
        wall = self._wall()
        return Pace(self.pace.at(wall), float(rate), wall)
