"""The battery: empties with the world's time unless it is plugged in; an empty one takes the phone down."""

from collections.abc import Callable
from datetime import timedelta

from simulators.core.clock import Clock, Wakeup

FULL = 100.0


class Battery:
    """A full battery lasts `minutes`; `empty` is called when it has run out."""

    def __init__(self, world: Clock, owner: str, minutes: float, empty: Callable[[], None]) -> None:
        self._world, self._owner, self._empty = world, owner, empty
        self._per_percent = timedelta(minutes=minutes) / FULL
        self._level, self._since, self._charging = FULL, world.now(), True
        self._alarm: Wakeup | None = None

    @property
    def level(self) -> float:
        """Percent, from 0 to 100."""
        change = (self._world.now() - self._since) / self._per_percent
        return min(FULL, max(0.0, self._level + (change if self._charging else -change)))

    @property
    def charging(self) -> bool:
        return self._charging

    def set(self, *, percent: float | None = None, plugged: bool | None = None) -> None:
        """Change what is named. ValueError outside 0 to 100 percent."""
        level = self.level if percent is None else percent
        if not 0 <= level <= FULL:
            raise ValueError(f"battery at {level} percent; give 0 to 100")
        self._level, self._since = level, self._world.now()
        self._charging = self._charging if plugged is None else plugged
        self._watch()

    def _watch(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = None
        if not self._charging:
            runs_out = self._since + self._level * self._per_percent
            self._alarm = self._world.call_at(runs_out, self._owner, self._empty)
