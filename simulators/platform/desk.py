"""The desk at which every sitting is looked up: folds what happened, writes down what the clock has decided."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from heapq import heappop, heappush

from sqlalchemy import Executable

from simulators.platform.aux_fold import AuxPhones, Binding, code_state
from simulators.platform.contacts import Contacts
from simulators.platform.eventrows import by_sitting
from simulators.platform.events import Event
from simulators.platform.folded import Folded
from simulators.platform.guards import Moment
from simulators.platform.plan import HEARTBEAT, SILENCE_BEATS, Schedule
from simulators.platform.seats import Seat
from simulators.platform.sitting_machine import OVER
from simulators.platform.sitting_moves import Sitting
from simulators.platform.store import Store

AT_ONCE = 500
"""Sittings that are settled in one turn: when an exam begins all of them are due, and requests wait meanwhile."""


@dataclass(frozen=True, slots=True)
class Case:
    """One sitting with its auxiliary phones, as it stands at `at`."""

    seat: Seat
    at: datetime
    sitting: Sitting
    aux: AuxPhones
    next_change: datetime | None
    from_main: bool = True

    @property
    def plan(self) -> Schedule:
        """The times of this sitting as they are by now."""
        return self.seat.schedule.own(self.sitting.own)

    @property
    def due(self) -> datetime | None:
        """The next instant at which the clock may decide something here, but for silence."""
        recording = any(row.state in ("recording", "broken") for row in self.aux.bindings)
        ends = (self.next_change, self.plan.auto_end if recording else None)
        return min((end for end in ends if end is not None), default=None)

    @property
    def code(self) -> str:
        return code_state(self.seat.schedule, self.sitting, len(self.aux.bindings))

    def moment(
        self,
        *,
        binding: Binding | None = None,
        page: int = 0,
        picture: str = "",
        device: str = "",
        item: str = "",
        by: str = "",
    ) -> Moment:
        return Moment(
            sitting=self.sitting,
            schedule=self.plan,
            at=self.at,
            aux_recording=self.aux.recording,
            binding=binding,
            code=self.code,
            page=page,
            picture=picture,
            device=device,
            item=item,
            by=by,
        )


class Desk:
    def __init__(self, store: Store, heartbeat: timedelta = HEARTBEAT) -> None:
        self._store, self._heartbeat = store, heartbeat
        self._contacts = Contacts(store, self._listen)
        self._due: list[tuple[datetime, str]] = []
        self._silence = SILENCE_BEATS * heartbeat
        self._silent: list[tuple[datetime, str]] = []
        self._listening: set[str] = set()
        self._folded: dict[str, Folded] = {}
        for memory in (self._due, self._silent, self._listening, self._folded):
            store.undone.append(memory.clear)
        store.learning.append(self._learn)

    def look(self, seat: Seat, at: datetime, *, from_main: bool = True) -> Case:
        """The sitting at `at`. What the clock decided until then is written down first, but not on behalf of
        the auxiliary phone: it may ask while the main phone's heartbeat of the same second is still to come."""
        contact = self._contacts.of(seat.sitting) if from_main else None
        folded = self._folded.get(seat.sitting)
        if folded is None:
            folded = self._folded[seat.sitting] = Folded(seat.schedule)
        stood = folded.stand(self._store.of_sitting(seat.sitting), contact, at)
        sitting, aux = stood.sitting, stood.aux
        if from_main and (sitting.derived or aux.derived):
            self._store.append(self._signed(seat, stood.derived))
            sitting, aux = replace(sitting, derived=()), replace(aux, derived=())
        return Case(seat, at, sitting, aux, stood.next_change, from_main)

    def watch(self, seat: Seat, due: datetime | None = None) -> None:
        """Have `settle` look at this sitting at `due`, or else at its start."""
        heappush(self._due, (due or seat.schedule.start, seat.sitting))

    def settle(self, find: Callable[[str], Seat | None], at: datetime) -> bool:
        """Write down what the clock has decided until `at`, for some sittings; whether these were all of them."""
        waiting = self._fallen_silent(at)
        while len(waiting) < AT_ONCE and self._due and self._due[0][0] <= at:
            waiting.add(heappop(self._due)[1])
        for seat in filter(None, map(find, sorted(waiting))):
            if seat.account is None:
                continue
            case = self.look(seat, at)
            if case.due is not None:
                self.watch(seat, case.due)
            if case.sitting.state in OVER:
                self._contacts.drop(seat.sitting)
            elif self._contacts.of(seat.sitting) is not None:
                self._listen(seat.sitting, at)
        return len(waiting) < AT_ONCE

    def _fallen_silent(self, at: datetime) -> set[str]:
        """The sittings whose main phone has not been heard for too long by `at`."""
        silent: set[str] = set()
        while len(silent) < AT_ONCE and self._silent and self._silent[0][0] < at:
            _, sitting = heappop(self._silent)
            self._listening.discard(sitting)
            contact = self._contacts.of(sitting)
            if contact is not None and contact + self._silence < at:
                silent.add(sitting)
            elif contact is not None:
                self._listen(sitting, contact)
        return silent

    def _listen(self, sitting: str, at: datetime) -> None:
        if sitting not in self._listening:
            self._listening.add(sitting)
            heappush(self._silent, (at + self._silence, sitting))

    def record(self, case: Case, *events: Event, alongside: Iterable[Executable] = ()) -> Case:
        """Write down what happened and give the sitting after it."""
        self._store.append(self._signed(case.seat, events), *alongside)
        after = self.look(case.seat, case.at, from_main=case.from_main)
        if after.due is not None:
            self.watch(case.seat, after.due)
        return after

    def hear(self, seat: Seat, at: datetime, beats: int = 1) -> Case:
        """The main phone was heard at `at`, and at each of the `beats` before; silence before that counts."""
        self.look(seat, at - (beats - 1) * self._heartbeat)
        self._hear(seat, at)
        return self.look(seat, at)

    def heard(self, case: Case) -> None:
        """The main phone did something; the case was looked up at that instant."""
        self._hear(case.seat, case.at)

    def _hear(self, seat: Seat, at: datetime) -> None:
        self._contacts.heard(seat.sitting, at)
        self._listen(seat.sitting, at)

    def last_heard(self, seat: Seat) -> datetime | None:
        """When the main phone was last heard since the platform's last outage."""
        return self._contacts.of(seat.sitting)

    def _learn(self, events: Sequence[Event]) -> None:
        """Where another process has written something, the clock may have to decide what it did not before."""
        for sitting, its in by_sitting(events).items():
            heappush(self._due, (its[-1].at, sitting))

    @staticmethod
    def _signed(seat: Seat, events: Iterable[Event]) -> list[Event]:
        return [replace(event, sitting=seat.sitting, account=seat.account) for event in events]
