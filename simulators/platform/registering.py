"""Very many candidates at once, each with the whole way to the exam behind: what one registration after another
would have written, row by row, in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import Table

from simulators.platform import past, roster
from simulators.platform.house import House
from simulators.platform.past import Candidate
from simulators.platform.seats import Seat
from simulators.platform.tables import ACCOUNTS, IDENTITIES, ROSTER, SEATS

Rows = list[dict[str, Any]]


def credentials(house: House, candidates: Iterable[Candidate]) -> Rows:
    """What is kept of their passwords. It costs what a password costs, on every core, since scrypt releases the
    interpreter; so it is done before anybody has to wait for it."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda one: house.accounts.fresh(one.account, one.password), candidates))


def register(house: House, candidates: Sequence[Candidate], accounts: Rows) -> dict[Candidate, list[Seat]]:
    """All of them, or nothing; each as it was registered, with its seats in their order. ValueError for an account or
    an ID number that there is already."""
    whole = _complete(house, candidates)
    seats: dict[Candidate, Rows] = {
        one: [row | {"account": _owner(one)} for row in house.seats.fresh(past.entry(one))] for one in whole
    }
    tables: Mapping[Table, Rows] = {
        ROSTER: [roster.row(past.entry(one)) for one in whole],
        ACCOUNTS: accounts,
        IDENTITIES: [{"id_number": one.id_number, "account": one.account, "name": one.name} for one in whole],
        SEATS: [row for rows in seats.values() for row in rows],
    }
    at = house.stamps.now()
    house.store.fill([event for one in whole for event in past.way(one, at)], tables)
    for one in whole:
        house.seats.forget(one.id_number, one.account)
    made = {one: house.seats.made(rows) for one, rows in seats.items()}
    for seat in (seat for its in made.values() for seat in its if seat.account is not None):
        house.desk.watch(seat)
    return made


def _owner(one: Candidate) -> str | None:
    """Whose seats they are: the account's, once it has confirmed the major."""
    return one.account if one.confirmed else None


def _complete(house: House, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Each with an ID number of its own."""
    accounts: set[str] = set()
    taken, whole = house.roster.numbers(), []
    for candidate in candidates:
        if candidate.account in accounts or house.accounts.exists(candidate.account):
            raise ValueError(f"there is an account {candidate.account!r} already")
        if candidate.id_number in taken:
            raise ValueError(f"somebody is registered under {candidate.id_number!r} already")
        one = past.complete(candidate, house.chance, taken)
        accounts.add(one.account)
        taken.add(one.id_number)
        whole.append(one)
    return whole
