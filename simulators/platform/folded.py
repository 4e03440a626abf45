"""A sitting as its events have left it, so that only what has happened since is folded, and nothing where nothing has.

What is remembered here is worth what the events are worth: it is made of them, never written down, and forgotten with them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from simulators.platform.aux_fold import AuxPhones, Binding, ends_by_itself, replay_aux, stand_aux
from simulators.platform.events import Event
from simulators.platform.fold import Fact, main_events, next_change, replay, stand, stored, unknown
from simulators.platform.plan import Schedule
from simulators.platform.sitting_moves import Sitting
from simulators.platform.terms import Own


@dataclass(frozen=True, slots=True)
class Stood:
    """A sitting and its auxiliary phones at `at`; the clock changes nothing before `until` (None: never), silence apart."""

    at: datetime
    until: datetime | None
    sitting: Sitting
    aux: AuxPhones
    next_change: datetime | None

    @property
    def derived(self) -> list[Event]:
        """What the clock has decided and the events do not hold yet, in order."""
        return sorted((*self.sitting.derived, *self.aux.derived), key=lambda event: event.at)


class Folded:
    """One sitting, by its schedule; `events` are always the same ones and those that came since."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._count = 0
        self._sitting, self._known = Sitting(), set[Fact]()
        self._own, self._bindings, self._told = Own(), dict[str, Binding](), 0
        self._last: Stood | None = None

    def stand(self, events: Sequence[Event], contact: datetime | None, at: datetime) -> Stood:
        """As `fold` and `fold_aux` of all the events would have it."""
        last = self._last
        if last is not None and len(events) == self._count and self._lasts(last, contact, at):
            return last
        self._replay(events)
        sitting = stand(self._sitting, self._schedule, self._known, contact, at)
        aux = self._aux(events, sitting.own, at)
        change = next_change(sitting, self._schedule, contact)
        until = self._until(change, sitting, aux)
        found = Stood(at, until, sitting, aux, change)
        self._last = None if sitting.derived or aux.derived else found
        return found

    def _lasts(self, last: Stood, contact: datetime | None, at: datetime) -> bool:
        """Whether the sitting stands at `at` as it did: time went on, no limit was reached, nobody fell silent."""
        if at < last.at or (last.until is not None and at >= last.until):
            return False
        return contact is None or contact + self._schedule.silence >= at

    def _replay(self, events: Sequence[Event]) -> None:
        fresh = main_events(events[self._count :])
        if fresh:
            self._known |= stored(fresh)
            self._sitting = unknown(replay(self._sitting, self._schedule, fresh), self._known)
        self._count = len(events)

    def _aux(self, events: Sequence[Event], own: Own, at: datetime) -> AuxPhones:
        """A time of the candidate's own changes the end of what the auxiliary phones have recorded before, too."""
        schedule = self._schedule.own(own)
        if own != self._own:
            self._own, self._bindings, self._told = own, {}, 0
        self._bindings = replay_aux(self._bindings, schedule, events[self._told :])
        self._told = len(events)
        return stand_aux(self._bindings, schedule, at)

    def _until(self, change: datetime | None, sitting: Sitting, aux: AuxPhones) -> datetime | None:
        ends = [change] if change is not None else []
        if any(map(ends_by_itself, aux.bindings)):
            ends.append(self._schedule.own(sitting.own).auto_end)
        return min(ends, default=None)
