"""A candidate who comes ready to sit: what the school has, and the way from the code to the face check as a past."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain, count
from typing import Any

from simulators.core.chance import Chance
from simulators.platform import id_numbers
from simulators.platform.events import Event
from simulators.platform.preparation import TASKS
from simulators.platform.roster import Entry

PROVINCE, SCHOOL = "浙江省", "杭州市第一中学"
BORN, PLACE = "20040901", "330106"
FIRST = date(2003, 9, 1)
"""Where many are registered, they are born in the three years from this day on."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whom a platform registers: phone number as account, password in clear, the majors applied for (season ids).

    Without an ID number one is drawn. Who has not `confirmed` has still to do that, and what follows on it.
    """

    account: str
    password: str
    name: str
    id_number: str = ""
    majors: tuple[str, ...] = ()
    confirmed: bool = True


def complete(candidate: Candidate, chance: Chance, taken: Container[str] = ()) -> Candidate:
    """The candidate with an ID number, which is none of those `taken` where it is drawn."""
    if candidate.id_number:
        return candidate
    first = _drawn(chance.child(f"id number/{candidate.account}"), BORN)
    further = (_drawn(chance.child(f"id number/{candidate.account}/{n}")) for n in count(1))
    free = next(one for one in chain([first], further) if one not in taken)
    return replace(candidate, id_number=free)


def _drawn(chance: Chance, born: str = "") -> str:
    """An ID number; born in one of three years where no day is named."""
    order = chance.random.randrange(1000)
    day = born or f"{FIRST + timedelta(days=chance.random.randrange(3 * 365)):%Y%m%d}"
    first = f"{PLACE}{day}{order:03d}"
    return first + id_numbers.check_character(first)


def entry(candidate: Candidate) -> Entry:
    return Entry(candidate.id_number, candidate.name, PROVINCE, _number(candidate), candidate.majors)


def way(candidate: Candidate, at: datetime) -> Iterator[Event]:
    """All that lies behind, at one instant."""
    who = {"name": candidate.name, "id_number": candidate.id_number}
    yield from _said(candidate, at, "code_sent", "account_created", "logged_in")
    yield from _said(candidate, at, "identity_verified", method="photos", **who)
    information = {"province": PROVINCE, "candidate_number": _number(candidate), "school": SCHOOL}
    yield from _said(candidate, at, "profile_locked", kind="高考生", **information)
    for major in candidate.majors if candidate.confirmed else ():
        yield from _said(candidate, at, "confirmed", major=major, id_number=candidate.id_number)
        yield from _said(candidate, at, "pledge_signed", major=major)
        for task in TASKS:
            yield from _said(candidate, at, "task_done", major=major, task=task)
    yield from _said(candidate, at, "account_face_passed")


def _said(candidate: Candidate, at: datetime, *words: str, **detail: Any) -> Iterator[Event]:
    for word in words:
        yield Event(at, word, account=candidate.account, detail=detail)


def _number(candidate: Candidate) -> str:
    """A candidate number of the province: fourteen digits."""
    return f"2333{candidate.id_number[:17][-10:]}"
