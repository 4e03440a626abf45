"""World time: one clock, many wake-ups. The contract is contracts/clock.md.

Two clocks share one interface. A driven clock stands still until `advance`; a scaled clock
follows the wall at a fixed rate. Nothing here sleeps.
"""

import heapq
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Protocol

from simulators.core.instants import iso

Order = tuple[datetime, str, int]
"""Wake-ups run by instant, then by owner, then by the order in which they were set."""


class ClockError(ValueError):
    """The clock was asked for something that time does not do."""


@dataclass(order=True, slots=True)
class Wakeup:
    """A single call to come."""

    order: Order
    action: Callable[[], None] = field(compare=False)
    cancelled: bool = field(default=False, compare=False)

    def cancel(self) -> None:
        self.cancelled = True


@dataclass(slots=True)
class Beat:
    """A call that repeats; several that fall into an empty span come as one, with their count."""

    order: Order
    every: timedelta
    action: Callable[[int], None]
    cancelled: bool = False

    def cancel(self) -> None:
        self.cancelled = True

    def last_before(self, bound: Order, merge: bool) -> tuple[Order, int] | None:
        """The last repetition that comes before `bound`, and how many it stands for."""
        if self.order >= bound:
            return None
        first, owner, number = self.order
        if not merge:
            return self.order, 1
        skipped = (bound[0] - first) // self.every
        if (first + skipped * self.every, owner, number) >= bound:
            skipped -= 1
        return (first + skipped * self.every, owner, number), skipped + 1


class Watch(Protocol):
    """What a platform may know about time: it schedules nothing."""

    def now(self) -> datetime: ...


class Clock(Watch, Protocol):
    """What phones may know about time."""

    def call_at(self, at: datetime, owner: str, action: Callable[[], None]) -> Wakeup: ...

    def beat(self, every: timedelta, owner: str, action: Callable[[int], None]) -> Beat: ...


class _Agenda:
    """Wake-ups and beats in their order."""

    def __init__(self, merge_beats: bool) -> None:
        self._wakeups: list[Wakeup] = []
        self._beats: list[Beat] = []
        self._numbers = count()
        self._merge = merge_beats

    def call_at(self, at: datetime, owner: str, action: Callable[[], None]) -> Wakeup:
        wakeup = Wakeup((at, owner, next(self._numbers)), action)
        heapq.heappush(self._wakeups, wakeup)
        return wakeup

    def beat_from(self, first: datetime, every: timedelta, owner: str, action: Callable[[int], None]) -> Beat:
        if every <= timedelta(0):
            raise ClockError(f"a beat needs a positive interval, got {every}")
        beat = Beat((first, owner, next(self._numbers)), every, action)
        self._beats.append(beat)
        return beat

    def take(self, to: datetime) -> tuple[datetime, Callable[[], None]] | None:
        """The next call that is due until `to`, removed from the agenda, with its instant."""
        while self._wakeups and self._wakeups[0].cancelled:
            heapq.heappop(self._wakeups)
        self._beats = [beat for beat in self._beats if not beat.cancelled]
        bound: Order = (to + timedelta.resolution, "", -1)
        single = self._wakeups[0] if self._wakeups and self._wakeups[0].order < bound else None
        if single is not None:
            bound = single.order
        found = self._next_beat(bound)
        if found is not None:
            beat, order, times = found
            beat.order = (order[0] + beat.every, *order[1:])
            return order[0], lambda: beat.action(times)
        if single is None:
            return None
        heapq.heappop(self._wakeups)
        return single.order[0], single.action

    def _next_beat(self, bound: Order) -> tuple[Beat, Order, int] | None:
        due = [
            (found[0], found[1], beat)
            for beat in self._beats
            if (found := beat.last_before(bound, self._merge)) is not None
        ]
        if not due:
            return None
        order, times, beat = min(due, key=lambda row: row[0])
        return beat, order, times


class DrivenClock:
    """Stands still until told otherwise, and keeps the zone in which it was started."""

    def __init__(self, start: datetime, *, merge_beats: bool = True) -> None:
        self._now = start
        self._agenda = _Agenda(merge_beats)

    def now(self) -> datetime:
        return self._now

    def call_at(self, at: datetime, owner: str, action: Callable[[], None]) -> Wakeup:
        """Call `action` once when the clock reaches `at`; what is past already is due at the next advance."""
        return self._agenda.call_at(max(at, self._now), owner, action)

    def beat(self, every: timedelta, owner: str, action: Callable[[int], None]) -> Beat:
        """Call `action(n)` every `every` from now on; n is the number of beats that this call stands for."""
        return self._agenda.beat_from(self._now + every, every, owner, action)

    def advance(self, to: datetime) -> None:
        """Run all that is due until `to`, each at its own instant, and stop there. ClockError going back."""
        if to < self._now:
            raise ClockError(f"the clock stands at {iso(self._now)} and cannot go back to {iso(to)}")
        while (due := self._agenda.take(to)) is not None:
            at, action = due
            self._now = max(self._now, at.astimezone(self._now.tzinfo))
            action()
        self._now = max(self._now, to.astimezone(self._now.tzinfo))


class ScaledClock:
    """Follows the wall at `rate` exam seconds a second; somebody calls `run_due` now and then."""

    def __init__(self, start: datetime, rate: float, wall: Callable[[], float] = time.monotonic) -> None:
        if rate <= 0:
            raise ClockError(f"a scaled clock needs a positive rate, got {rate}")
        self._start, self._rate, self._wall = start, rate, wall
        self._began = wall()
        self._agenda = _Agenda(merge_beats=True)

    def now(self) -> datetime:
        return self._start + timedelta(seconds=(self._wall() - self._began) * self._rate)

    def call_at(self, at: datetime, owner: str, action: Callable[[], None]) -> Wakeup:
        return self._agenda.call_at(at, owner, action)

    def beat(self, every: timedelta, owner: str, action: Callable[[int], None]) -> Beat:
        return self._agenda.beat_from(self.now() + every, every, owner, action)

    def run_due(self) -> int:
        """Run what is due by now; the number of calls made."""
        made = 0
        while (due := self._agenda.take(self.now())) is not None:
            due[1]()
            made += 1
        return made
