"""The alarm clock: times of the day by the phone's own clock, and the alarm that rings now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from simulators.core.clock import Clock, Wakeup
from simulators.core.phone_clock import PhoneClock

RINGS = timedelta(minutes=5)
"""An alarm that nobody stops ends by itself."""
SNOOZE = timedelta(minutes=10)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm, every day at `at`."""

    at: time
    label: str = "闹钟"


class Alarms:
    """The alarms that are set. `changed` is called when one begins or stops to ring."""

    def __init__(self, world: Clock, owner: str, clock: PhoneClock, changed: Callable[[], None]) -> None:
        self.daily: tuple[Alarm, ...] = ()
        self.ringing: Alarm | None = None
        self.silent = False
        """A phone that is off does not ring."""
        self._world, self._owner, self._clock, self._changed = world, owner, clock, changed
        self._next: list[Wakeup] = []
        self._snoozed: Wakeup | None = None
        self._end: Wakeup | None = None
        clock.watch(self._arm)

    def set(self, alarms: Sequence[Alarm]) -> None:
        """These alarms and no others."""
        self.daily = tuple(alarms)
        if self._snoozed is not None:
            self._snoozed.cancel()
        self._snoozed = None
        self._arm()

    def stop(self) -> None:
        """The alarm that rings is switched off until the next day; nothing happens where none rings."""
        if self._end is not None:
            self._end.cancel()
        if self.ringing is not None:
            self.ringing, self._end = None, None
            self._changed()

    def snooze(self) -> None:
        """The alarm that rings falls silent and comes again; nothing happens where none rings."""
        alarm = self.ringing
        self.stop()
        if alarm is not None:
            self._snoozed = self._wake_in(SNOOZE, lambda: self._ring(alarm))

    def _arm(self) -> None:
        """Every alarm anew, as the clock shows the time now."""
        for wakeup in self._next:
            wakeup.cancel()
        self._next = [self._daily(alarm, until(alarm.at, self._clock.now())) for alarm in self.daily]

    def _daily(self, alarm: Alarm, span: timedelta) -> Wakeup:
        def due() -> None:
            self._next.append(self._daily(alarm, DAY))
            self._ring(alarm)

        return self._wake_in(span, due)

    def _wake_in(self, span: timedelta, action: Callable[[], None]) -> Wakeup:
        return self._world.call_at(self._clock.world_after(span), self._owner, action)

    def _ring(self, alarm: Alarm) -> None:
        if self.silent:
            return
        self.stop()
        self.ringing = alarm
        self._end = self._world.call_at(self._world.now() + RINGS, self._owner, self.stop)
        self._changed()


def until(at: time, now: datetime) -> timedelta:
    """From `now` to the next time that the phone's clock shows `at`."""
    today = now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    return today - now if today > now else today + DAY - now
