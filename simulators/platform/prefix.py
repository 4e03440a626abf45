"""A past given as data: events that a stage of an exam begins with, checked before they are written down."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from simulators.core.instants import parse
from simulators.platform.account_fold import fold_account
from simulators.platform.aux_fold import fold_aux
from simulators.platform.desk import Desk
from simulators.platform.eventrows import by_account, by_sitting
from simulators.platform.events import OF_ACCOUNTS, OF_THE_AUX_PHONE, VOCABULARY, Event
from simulators.platform.fold import fold, main_events
from simulators.platform.house import House
from simulators.platform.pairing import binding_id
from simulators.platform.seats import Seat

Row = Event | Mapping[str, Any]


def append(house: House, rows: Iterable[Row]) -> None:
    """Write the past down. ValueError or core.machine.Refused where it could not have happened, and nothing is kept."""
    events = [_event(row) for row in rows]
    owners = _owners(house, events)
    events = [_complete(house, owners, event) for event in events]
    for account, new in by_account(events).items():
        _possible_account(house, account, new)
    for sitting, new in by_sitting(events).items():
        _possible(house, _seat(house, sitting), new)
    house.clerk.keep(events)
    for owner in {event.account for event in events if event.what == "confirmed"}:
        house.watch(owner or "")
    for sitting in by_sitting(events):
        _watch(house.desk, _seat(house, sitting), events[-1].at)


def _owners(house: House, events: Iterable[Event]) -> dict[str, str | None]:
    """The account of each sitting that is told of: whose it is, or who confirms it in this very past."""
    confirming = {
        (event.detail["id_number"], event.detail["major"]): event.account
        for event in events
        if event.what == "confirmed"
    }
    seats = [_seat(house, event.sitting) for event in events if event.sitting is not None]
    return {seat.sitting: seat.account or confirming.get((seat.id_number, seat.major.id)) for seat in seats}


def _complete(house: House, owners: Mapping[str, str | None], event: Event) -> Event:
    if event.what not in VOCABULARY:
        words = ", ".join(sorted(VOCABULARY))
        raise ValueError(f"{event.what!r} is no word of the platform's records: {words}")
    if event.sitting is None:
        if event.what not in OF_ACCOUNTS or event.account is None:
            raise ValueError(f"{event.what!r} is told of {event.account!r}; name the sitting or the account")
        return event
    if owners[event.sitting] is None:
        raise ValueError(f"sitting {event.sitting!r} is nobody's; its exam is confirmed first")
    event = replace(event, account=event.account or owners[event.sitting])
    if event.what in OF_THE_AUX_PHONE and "binding" not in event.detail:
        binding = binding_id(house, event.sitting or "", event.device or "")
        event = replace(event, detail={"binding": binding, **event.detail})
    return event


def _event(row: Row) -> Event:
    if isinstance(row, Event):
        return row
    at = row["at"] if isinstance(row["at"], datetime) else parse(row["at"])
    return Event(
        at,
        row["what"],
        row.get("sitting"),
        row.get("account"),
        row.get("device"),
        dict(row.get("detail", {})),
    )


def _possible_account(house: House, account: str, new: list[Event]) -> None:
    fold_account([*house.store.of_account(account), *new], house.season.limit("face_failures"))
    for event in new:
        if event.what == "account_created" and not house.accounts.exists(account):
            raise ValueError(f"account {account!r} has no password; open it first")
        if event.what == "identity_verified":
            owner = house.accounts.of_identity(event.detail["id_number"])
            if owner not in (None, account):
                raise ValueError(f"the identity of {account!r} has been verified by {owner!r}")


def _possible(house: House, seat: Seat, new: list[Event]) -> None:
    whole = [*house.store.of_sitting(seat.sitting), *new]
    sitting = fold(seat.schedule, main_events(whole), None, whole[-1].at)
    fold_aux(seat.schedule.own(sitting.own), whole, whole[-1].at)


def _seat(house: House, sitting: str) -> Seat:
    seat = house.seats.find(sitting)
    if seat is None:
        raise ValueError(f"no sitting {sitting!r}; enrol the candidate first")
    return seat


def _watch(desk: Desk, seat: Seat, at: datetime) -> None:
    case = desk.look(seat, at, from_main=False)
    if case.due is not None:
        desk.watch(seat, case.due)
