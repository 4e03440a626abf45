"""Telephone calls: one at a time, ringing, then answered or gone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from simulators.core.clock import Clock, Wakeup

State = Literal["idle", "ringing", "talking"]
RINGS = timedelta(seconds=60)
"""So long a telephone rings before the network gives up."""


@dataclass(slots=True)
class Calls:
    """The call that there is, if any. `missed(number)` is told of one that nobody answered."""

    world: Clock
    owner: str
    missed: Callable[[str], None]
    state: State = "idle"
    number: str = ""
    since: datetime | None = None
    """When the call was answered."""
    _end: Wakeup | None = field(default=None, repr=False)

    def ring(self, number: str) -> bool:
        """Whether the call rings: a phone that is on the line already is busy."""
        if self.state != "idle":
            return False
        self.state, self.number = "ringing", number
        self._end = self.world.call_at(self.world.now() + RINGS, self.owner, self._give_up)
        return True

    def answer(self) -> None:
        """ValueError where nothing rings."""
        if self.state != "ringing":
            raise ValueError("no call is ringing, so that none can be answered")
        self.state, self.since = "talking", self.world.now()
        self._ended()

    def hang_up(self) -> None:
        """End the call, whoever does it; nothing happens where there is none."""
        self.state, self.number, self.since = "idle", "", None
        self._ended()

    def _give_up(self) -> None:
        number = self.number
        self.hang_up()
        self.missed(number)

    def _ended(self) -> None:
        if self._end is not None:
            self._end.cancel()
        self._end = None
