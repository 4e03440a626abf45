"""A past given as data: events that a stage of an exam begins with, checked before they are written down."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from simulators.core.instants import parse
from simulators.platform.aux_fold import fold_aux
from simulators.platform.desk import Desk
from simulators.platform.events import OF_THE_AUX_PHONE, Event
from simulators.platform.fold import fold, main_events
from simulators.platform.house import House
from simulators.platform.pairing import binding_id
from simulators.platform.seats import Seat
from simulators.platform.store import by_sitting

Row = Event | Mapping[str, Any]


def append(house: House, rows: Iterable[Row]) -> None:
    """Write the past down. ValueError or core.machine.Refused where it could not have happened, and nothing is kept."""
    events = [_complete(house, row) for row in rows]
    for sitting, new in by_sitting(events).items():
        _possible(house, _seat(house, sitting), new)
    house.store.append(events)
    for sitting in by_sitting(events):
        _watch(house.desk, _seat(house, sitting), events[-1].at)


def _complete(house: House, row: Row) -> Event:
    event = row if isinstance(row, Event) else _event(row)
    if event.sitting is None:
        return event
    event = replace(event, account=event.account or _seat(house, event.sitting).account)
    if event.what in OF_THE_AUX_PHONE and "binding" not in event.detail:
        binding = binding_id(house, event.sitting or "", event.device or "")
        event = replace(event, detail={"binding": binding, **event.detail})
    return event


def _event(row: Mapping[str, Any]) -> Event:
    at = row["at"] if isinstance(row["at"], datetime) else parse(row["at"])
    return Event(
        at,
        row["what"],
        row.get("sitting"),
        row.get("account"),
        row.get("device"),
        dict(row.get("detail", {})),
    )


def _possible(house: House, seat: Seat, new: list[Event]) -> None:
    whole = [*house.store.of_sitting(seat.sitting), *new]
    fold(seat.schedule, main_events(whole), None, whole[-1].at)
    fold_aux(seat.schedule, whole, whole[-1].at)


def _seat(house: House, sitting: str) -> Seat:
    seat = house.seats.find(sitting)
    if seat is None:
        raise ValueError(f"no sitting {sitting!r}; register the candidate first")
    return seat


def _watch(desk: Desk, seat: Seat, at: datetime) -> None:
    case = desk.look(seat, at, from_main=False)
    if case.due is not None:
        desk.watch(seat, case.due)
