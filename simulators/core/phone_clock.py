"""The clock that one phone shows: world time, put wrong by an offset, a drift and a zone."""

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

from simulators.core.clock import Clock
from simulators.core.instants import CST

MILLION = 1_000_000


class PhoneClock:
    """What the phone believes. The drift counts from the last time that the clock was set."""

    def __init__(
        self,
        world: Clock,
        offset: timedelta = timedelta(0),
        drift_ppm: float = 0.0,
        zone: tzinfo = CST,
    ) -> None:
        self._world = world
        self.offset, self.drift_ppm, self.zone = offset, drift_ppm, zone
        self._set_at = world.now()
        self._watchers: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """The phone's own time, in the phone's own zone."""
        world = self._world.now()
        return (world + self._wrong_by(world)).astimezone(self.zone)

    def set(
        self, *, offset: timedelta | None = None, drift_ppm: float | None = None, zone: tzinfo | None = None
    ) -> None:
        """Change what is named; an offset that is not named keeps what the drift has made of it."""
        world = self._world.now()
        self.offset = self._wrong_by(world) if offset is None else offset
        self.drift_ppm = self.drift_ppm if drift_ppm is None else drift_ppm
        self.zone = zone or self.zone
        self._set_at = world
        for watcher in self._watchers:
            watcher()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` whenever the clock has been set."""
        self._watchers.append(watcher)

    def world_after(self, span: timedelta) -> datetime:
        """The world's instant at which this clock will have gone on by `span`."""
        return self._world.now() + span / (1 + self.drift_ppm / MILLION)

    def _wrong_by(self, world: datetime) -> timedelta:
        return self.offset + (world - self._set_at) * (self.drift_ppm / MILLION)
