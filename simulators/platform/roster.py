"""What the school has of its candidates: the registration that identity and information must match (R316 to R319)."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import Executable, bindparam, delete, insert, select

from simulators.platform.store import Store
from simulators.platform.tables import ROSTER

REGISTERED = select(ROSTER).where(ROSTER.c.id_number == bindparam("who"))
NUMBERS = select(ROSTER.c.id_number)


@dataclass(frozen=True, slots=True)
class Entry:
    """One candidate as registered at the school: the majors applied for are season ids."""

    id_number: str
    name: str
    province: str = ""
    candidate_number: str = ""
    majors: tuple[str, ...] = ()


class Roster:
    def __init__(self, store: Store) -> None:
        self._store = store

    def enrolment(self, entry: Entry) -> Executable:
        """The statement that puts a candidate on the roster."""
        return insert(ROSTER).values(row(entry))

    def correction(self, id_number: str, entry: Entry) -> list[Executable]:
        """The statements that put `entry` in the place of what is registered under an ID number."""
        return [delete(ROSTER).where(ROSTER.c.id_number == id_number), self.enrolment(entry)]

    def numbers(self) -> set[str]:
        """Every ID number that is registered."""
        return {one["id_number"] for one in self._store.rows(NUMBERS)}

    def find(self, id_number: str) -> Entry | None:
        """The candidate who registered with this ID number."""
        rows = self._store.rows(REGISTERED, who=id_number)
        if not rows:
            return None
        return Entry(**{**rows[0], "majors": tuple(msgspec.json.decode(rows[0]["majors"]))})


def row(entry: Entry) -> dict[str, str]:
    """A candidate as the table has one."""
    return {
        "id_number": entry.id_number,
        "name": entry.name,
        "province": entry.province,
        "candidate_number": entry.candidate_number,
        "majors": msgspec.json.encode(entry.majors).decode(),
    }


def same_province(one: str, other: str) -> bool:
    """浙江 and 浙江省 are one province: the first two characters tell all of them apart."""
    return bool(one.strip()) and one.strip()[:2] == other.strip()[:2]
