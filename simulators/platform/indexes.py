"""What is looked up by something else than the account follows from the events: written in the same transaction."""

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import Executable, delete, insert, update

from simulators.platform.events import Event
from simulators.platform.tables import ACCOUNTS, IDENTITIES, SEATS


def statements(events: Iterable[Event]) -> list[Executable]:
    """The statements that keep the tables in line with these events."""
    return [row for event in events for row in INDEXES.get(event.what, _none)(event)]


def _none(_: Event) -> tuple[Executable, ...]:
    return ()


def _identified(event: Event) -> tuple[Executable, ...]:
    row = {"account": event.account, "id_number": event.detail["id_number"], "name": event.detail["name"]}
    return (insert(IDENTITIES).values(row),)


def _released(event: Event) -> tuple[Executable, ...]:
    """Neither the identity nor the seats that were confirmed with it are this account's any more."""
    return (
        delete(IDENTITIES).where(IDENTITIES.c.account == event.account),
        update(SEATS).where(SEATS.c.account == event.account).values(account=None),
    )


def _confirmed(event: Event) -> tuple[Executable, ...]:
    theirs = (SEATS.c.id_number == event.detail["id_number"], SEATS.c.major == event.detail["major"])
    return (update(SEATS).where(*theirs).values(account=event.account),)


def _bound(event: Event) -> tuple[Executable, ...]:
    row = update(ACCOUNTS).where(ACCOUNTS.c.account == event.account)
    return (row.values(email=event.detail["email"]),)


INDEXES: Mapping[str, Callable[[Event], tuple[Executable, ...]]] = {
    "identity_verified": _identified,
    "identity_released": _released,
    "confirmed": _confirmed,
    "email_bound": _bound,
}
