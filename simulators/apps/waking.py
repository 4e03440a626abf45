"""Wake-ups of an app: set by name on its process, and gone with it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from simulators.phone.phone import Phone
from simulators.phone.process import Process


class Cancellable(Protocol):
    def cancel(self) -> None: ...


class Waking:
    """What has wake-ups, one a name."""

    phone: Phone
    process: Process

    def __init__(self) -> None:
        self._wakeups: dict[str, Cancellable] = {}
        self._due: dict[str, datetime] = {}

    def now(self) -> datetime:
        """The server's time, as well as this phone knows it."""
        raise NotImplementedError

    def wake(self, name: str, at: datetime, action: Callable[[], None]) -> None:
        """Wake up once when the server's time, as estimated, is `at`; the same wish again changes nothing."""
        span = max(timedelta(0), at - self.now())
        if name not in self._wakeups or self._due.get(name) != self.phone.world_in(span):
            self.wake_in(name, span, action)

    def wake_in(
        self, name: str, span: timedelta, action: Callable[[], None], *, carried: bool = False
    ) -> None:
        """Wake up once after that time; `carried` by the system, whatever the process does then."""
        self.drop(name)
        self._due[name] = self.phone.world_in(span)

        def run() -> None:
            self._wakeups.pop(name, None)
            action()

        self._wakeups[name] = self.process.call_at(self._due[name], self.phone.udid, run, carried=carried)

    def keep(self, name: str, wanted: bool, seconds: int, action: Callable[[int], None]) -> None:
        """Have the repeating wake-up `name` or not; one that runs already goes on."""
        if not wanted:
            self.drop(name)
        elif name not in self._wakeups:
            self._wakeups[name] = self.process.beat(timedelta(seconds=seconds), self.phone.udid, action)

    def waits_for(self, name: str) -> bool:
        """Whether that wake-up is still to come."""
        return name in self._wakeups

    def drop(self, name: str) -> None:
        wakeup = self._wakeups.pop(name, None)
        if wakeup is not None:
            wakeup.cancel()

    def drop_all(self) -> None:
        """The process is gone."""
        for wakeup in self._wakeups.values():
            wakeup.cancel()
        self._wakeups.clear()
