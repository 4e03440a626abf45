"""One app's process: where it stands by the system's table, and its wake-ups, which wait while it lies still."""

from collections.abc import Callable
from datetime import datetime, timedelta

from simulators.core.clock import Beat, Clock, Wakeup
from simulators.core.machine import Machine
from simulators.phone.process_machine import STANDINGS, STILL, Standing


class Process:
    """A process on a phone of a given system. It is also the clock that its app sets wake-ups on.

    While it lies still, a single wake-up that falls due waits and comes late, when the process goes on; beats that
    fall into that time are left out.
    """

    def __init__(self, world: Clock, owner: str, machine: Machine, rest_after: timedelta) -> None:
        self.state = machine.initial
        self._serving = False
        self._world, self._owner, self._machine, self._rest_after = world, owner, machine, rest_after
        self._carries = "serve" not in machine.events
        self._late: list[Callable[[], None]] = []
        self._rest: Wakeup | None = None

    @property
    def running(self) -> bool:
        return self.state != self._machine.initial

    @property
    def still(self) -> bool:
        """Whether nothing of it runs at present."""
        return self.state in STILL

    @property
    def standing(self) -> Standing:
        return STANDINGS[self.state]

    def can(self, event: str) -> bool:
        return event in self._machine.allows(self.state)

    def happen(self, event: str) -> None:
        """Move on in the table. Refused, changing nothing, where it has no such row."""
        self.state = self._machine.next(self.state, event)
        if self._rest is not None:
            self._rest.cancel()
        self._rest = None
        if self.can("rest"):
            at = self._world.now() + self._rest_after
            self._rest = self._world.call_at(at, self._owner, lambda: self.happen("rest"))
        if not self.running:
            self._late.clear()
            self._serving = False
        elif self._serving and self.can("serve"):
            self.happen("serve")

    def serve(self, on: bool) -> None:
        """A service keeps the process going away from the front, where the system has such a thing."""
        self._serving = on
        event = "serve" if on else "served"
        if self.can(event):
            self.happen(event)

    def catch_up(self) -> None:
        """Make the calls that fell due while the process lay still."""
        late, self._late = self._late, []
        for call in late:
            call()

    def put_off(self, call: Callable[[], None]) -> None:
        """Make a call when the process goes on."""
        self._late.append(call)

    def now(self) -> datetime:
        return self._world.now()

    def call_at(
        self, at: datetime, owner: str, action: Callable[[], None], *, carried: bool = False
    ) -> Wakeup:
        """As the world's clock, but late where the process lies still at that time. What is `carried`, such as a transfer
        that was handed over, is in time on a system that has no services: elsewhere it is a service that keeps it going."""

        def due() -> None:
            if wakeup.cancelled:
                return
            if self.still and not (carried and self._carries):
                self.put_off(due)
            else:
                action()

        wakeup = self._world.call_at(at, owner, due)
        return wakeup

    def beat(self, every: timedelta, owner: str, action: Callable[[int], None]) -> Beat:
        """As the world's clock, but silent while the process lies still."""
        return self._world.beat(every, owner, lambda times: None if self.still else action(times))
