"""The auxiliary phones of one sitting and its pairing code, as a pure function of what happened and of now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from simulators.platform.aux_machine import AUX, code_machine
from simulators.platform.events import Event
from simulators.platform.plan import Schedule
from simulators.platform.sitting_machine import OVER
from simulators.platform.sitting_moves import Sitting


@dataclass(frozen=True, slots=True)
class Binding:
    """One phone bound to one sitting; `nth` is the slot of the code that it took, from 1."""

    id: str
    device: str
    nth: int
    state: str = AUX.initial
    submission: Event | None = None

    @property
    def recording(self) -> bool:
        return self.state == "recording"


@dataclass(frozen=True, slots=True)
class AuxPhones:
    """All phones bound to a sitting. `derived` are automatic ends that the events do not hold yet."""

    bindings: tuple[Binding, ...] = ()
    derived: tuple[Event, ...] = ()

    @property
    def recording(self) -> bool:
        return any(binding.recording for binding in self.bindings)

    def find(self, binding: str) -> Binding | None:
        return next((row for row in self.bindings if row.id == binding), None)

    def of_device(self, device: str) -> Binding | None:
        return next((row for row in self.bindings if row.device == device), None)


STOPS: Mapping[str, str] = {
    "finished": "finish",
    "auto": "finish",
    "accident": "break",
    "interrupted": "break",
}
"""The cause that an auxiliary phone gives for the end of its recording, and the event of its machine."""


def fold_aux(schedule: Schedule, events: Iterable[Event], now: datetime) -> AuxPhones:
    """The bindings after `events` at `now`; a recording ends by itself at the schedule's end (R535)."""
    return stand_aux(replay_aux({}, schedule, events), schedule, now)


def replay_aux(
    bindings: Mapping[str, Binding], schedule: Schedule, events: Iterable[Event]
) -> dict[str, Binding]:
    """The bindings by their id after further events, as at the last of them."""
    after = dict(bindings)
    for event in events:
        if event.what in EVENTS and "binding" in event.detail:
            key = str(event.detail["binding"])
            before = after.get(key) or Binding(key, event.device or "", len(after) + 1)
            after[key] = _apply(_ended(before, schedule, event), event)
    return after


def stand_aux(bindings: Mapping[str, Binding], schedule: Schedule, now: datetime) -> AuxPhones:
    """What the clock makes of the bindings by `now`."""
    ended = {key: row for key, row in bindings.items() if _due(row, schedule, now)}
    derived = [
        Event(schedule.auto_end, "aux_stopped", device=row.device, detail={"binding": key, "cause": "auto"})
        for key, row in ended.items()
        if row.recording
    ]
    stopped = {key: replace(row, state="stopped") for key, row in ended.items()}
    return AuxPhones(tuple({**bindings, **stopped}.values()), tuple(derived))


def code_state(schedule: Schedule, sitting: Sitting, phones: int) -> str:
    """The state of the pairing code: shown once the exam page was opened, counting phones, closed with the sitting.
    An exam without an aux phone never shows one."""
    if sitting.state == "listed" or not schedule.has_aux:
        return "not_shown"
    if sitting.state in OVER:
        return "closed"
    machine = code_machine(schedule.phones_per_code)
    state = machine.next("not_shown", "show")
    for _ in range(phones):
        state = machine.next(state, "pair")
    return state


def ends_by_itself(binding: Binding) -> bool:
    """Whether the schedule's end changes anything for this phone."""
    return bool(AUX.due(binding.state, {"auto_end": None}))


def _due(binding: Binding, schedule: Schedule, now: datetime) -> bool:
    return now >= schedule.auto_end and ends_by_itself(binding)


def _ended(binding: Binding, schedule: Schedule, event: Event) -> Binding:
    """The binding just before `event`; the stored end by the clock is applied as an event of its own."""
    automatic = event.what == "aux_stopped" and event.at == schedule.auto_end
    if automatic or not _due(binding, schedule, event.at):
        return binding
    return replace(binding, state="stopped")


def _apply(binding: Binding, event: Event) -> Binding:
    moved = EVENTS[event.what]
    if event.what == "aux_stopped":
        moved = STOPS[event.detail["cause"]]
    if moved is None:
        return binding
    submission = event if event.what == "aux_submitted" else binding.submission
    return replace(binding, state=AUX.next(binding.state, moved), submission=submission)


EVENTS: Mapping[str, str | None] = {
    "paired": None,
    "aux_recording": "record",
    "aux_stopped": "finish",
    "aux_resumed": "resume",
    "aux_submitted": "submit",
    "flagged": None,
    "shown": None,
}
"""What each recorded fact of an auxiliary phone is to its machine; pairing makes the binding itself, a flag is for
the review desk, what is shown is the sitting's."""
