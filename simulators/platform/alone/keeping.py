"""The platform's clock, kept in its store: exam time goes on through an outage, as it does for the candidates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import msgspec

from simulators.core.instants import iso
from simulators.core.paces import Pace, PacedClock

FACT = "clock"


class Facts(Protocol):
    """Where something is kept of the platform itself."""

    def fact(self, key: str) -> str | None: ...

    def keep_fact(self, key: str, value: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Kept:
    """The instant at which the clock was started, and the pace that it has had since it was set last."""

    began: datetime
    pace: Pace


class KeptClock:
    """A platform's clock, and what its store has of it."""

    def __init__(self, clock: PacedClock, facts: Facts) -> None:
        self.clock, self._facts = clock, facts

    def go_on(self) -> bool:
        """Follow what is kept; False where nothing is."""
        kept = self._kept()
        if kept is not None:
            self.clock.follow(kept.pace)
        return kept is not None

    def set_rate(self, rate: float) -> None:
        """From now on so many exam seconds a second. ClockError for a rate that cannot be."""
        before, pace = self._kept(), self.clock.changed(rate)
        self.clock.follow(pace)  # at once, or time would go back by what went by meanwhile
        kept = Kept(before.began if before else pace.start, pace)
        self._facts.keep_fact(FACT, msgspec.json.encode(kept).decode())

    def differences(self, now: datetime | None, rate: float | None) -> Iterator[str]:
        """What a command line asks otherwise of a clock that goes on."""
        kept = self._kept()
        if now is not None and kept is not None and now != kept.began:
            yield f"the store's clock goes on at {iso(self.clock.now())}; --now {iso(now)} is for a new store"
        if rate not in (None, self.clock.rate):
            yield f"the store's clock goes on at x{self.clock.rate:g}; --clock x{rate:g} is for a new store"

    def _kept(self) -> Kept | None:
        text = self._facts.fact(FACT)
        return msgspec.json.decode(text, type=Kept) if text is not None else None
