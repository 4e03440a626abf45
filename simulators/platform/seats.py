"""Who sits which sitting: one seat for each candidate on the roster, subject and session, with its pairing code.

A seat is there from the enrolment on, and belongs to an account once that has confirmed the major (R346).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Executable, Select, bindparam, delete, insert, select
from sqlalchemy.engine import RowMapping

from conformance.season import Major, Season, Subject
from simulators.core.chance import Chance
from simulators.platform.events import Event
from simulators.platform.plan import HEARTBEAT, Schedule, schedule
from simulators.platform.roster import Entry
from simulators.platform.secret import same
from simulators.platform.store import Store
from simulators.platform.tables import SEATS

BY_SITTING, BY_ACCOUNT, BY_CANDIDATE = (
    select(SEATS).where(column == bindparam("which"))
    for column in (SEATS.c.sitting, SEATS.c.account, SEATS.c.id_number)
)
CONFIRMED = select(SEATS).where(SEATS.c.account.is_not(None))


@dataclass(frozen=True, slots=True)
class Seat:
    """One sitting of one candidate, whose `account` is None before the confirmation.

    The code is the same at every opening of the exam page (R513).
    """

    sitting: str
    id_number: str
    account: str | None
    major: Major
    subject: Subject
    session: str
    admission_number: str
    code_token: str
    exam_code: str
    schedule: Schedule

    @property
    def code(self) -> str:
        """What the pairing code image says."""
        return f"XYB1:{self.sitting}:{self.code_token}"


class Seats:
    def __init__(
        self, store: Store, season: Season, chance: Chance, heartbeat: timedelta = HEARTBEAT
    ) -> None:
        self._store, self._season, self._chance = store, season, chance
        self._heartbeat = heartbeat
        self._known: dict[str, Seat] = {}
        self._names: dict[str, set[str]] = defaultdict(set)
        self._owned: dict[str, tuple[Seat, ...]] = {}
        for memory in (self._known, self._names, self._owned):
            store.undone.append(memory.clear)
        store.learning.append(self._learn)
        self._schedules: dict[tuple[str, str], Schedule] = {}

    def enrolment(self, entry: Entry) -> list[Executable]:
        """The statements that give the candidate a seat in every sitting of the majors applied for."""
        return [insert(SEATS).values(row) for row in self.fresh(entry)]

    def fresh(self, entry: Entry) -> Iterator[dict[str, str]]:
        """The rows of the seats that the candidate is given."""
        who = entry.id_number
        for major in entry.majors:
            number = self._admission_number(who, major)
            for subject in self._season.subjects:
                for window in subject.windows if subject.major == self._season.major(major).id else ():
                    chance = self._chance.child(f"seat/{who}/{subject.id}/{window.session}")
                    yield {
                        "sitting": f"s{chance.token(11).lower()}",
                        "id_number": who,
                        "major": major,
                        "subject": subject.id,
                        "session": window.session,
                        "admission_number": number,
                        "code_token": chance.token(16),
                        "exam_code": chance.token(8),
                    }

    def correction(self, id_number: str, entry: Entry) -> list[Executable]:
        """The statements that give the seats of a registration that was put right: those that an account has confirmed
        stay, the others follow the majors that it now has."""
        kept = {seat.subject.id for seat in self.of_candidate(id_number) if seat.account is not None}
        fresh = [insert(SEATS).values(row) for row in self.fresh(entry) if row["subject"] not in kept]
        return [delete(SEATS).where(SEATS.c.id_number == id_number, SEATS.c.account.is_(None)), *fresh]

    def find(self, sitting: str) -> Seat | None:
        if sitting not in self._known:
            rows = self._store.rows(BY_SITTING, which=sitting)
            if not rows:
                return None
            self._known[sitting] = seat = self._seat(rows[0])
            self._names[seat.id_number].add(sitting)
        return self._known[sitting]

    def of_account(self, account: str) -> Sequence[Seat]:
        """Those that the account has confirmed, in the season's order of subjects, then by start."""
        if account not in self._owned:
            self._owned[account] = tuple(self._ordered(BY_ACCOUNT, account))
        return self._owned[account]

    def of_candidate(self, id_number: str) -> list[Seat]:
        """All that the school gave a candidate, in the same order."""
        return self._ordered(BY_CANDIDATE, id_number)

    def confirmed(self) -> list[Seat]:
        """Every seat that belongs to an account."""
        return [self._seat(row) for row in self._store.rows(CONFIRMED)]

    def made(self, rows: Iterable[Mapping[str, Any]]) -> list[Seat]:
        """The seats that rows of the table are, in the same order."""
        return self._in_order(map(self._seat, rows))

    def forget(self, id_number: str, account: str | None = None) -> None:
        """What is remembered of a candidate whose seats have come to another account, and of that account."""
        for name in self._names.pop(id_number, ()):
            self._owned.pop(self._known.pop(name).account or "", None)
        self._owned.pop(account or "", None)

    def of_payload(self, payload: str) -> Seat | None:
        """By what the code image says."""
        sitting = payload.split(":")[1] if payload.count(":") == 2 else ""
        seat = self.find(sitting)
        return seat if seat is not None and same(seat.code, payload) else None

    def of_exam_code(self, exam_code: str, account: str) -> Seat | None:
        """By what stands below the image, and whose it is; spaces and small letters are forgiven."""
        typed = exam_code.replace(" ", "").upper()
        found = [seat for seat in self.of_account(account) if same(seat.exam_code, typed)]
        return found[0] if found else None

    def _learn(self, events: Iterable[Event]) -> None:
        if any(one.what in ("confirmed", "identity_released") for one in events):
            for memory in (self._known, self._names, self._owned):
                memory.clear()

    def _ordered(self, statement: Select[Any], which: str) -> list[Seat]:
        return self._in_order(map(self._seat, self._store.rows(statement, which=which)))

    def _in_order(self, seats: Iterable[Seat]) -> list[Seat]:
        order = [subject.id for subject in self._season.subjects]
        return sorted(seats, key=lambda seat: (order.index(seat.subject.id), seat.schedule.start))

    def _admission_number(self, who: str, major: str) -> str:
        digits = self._chance.child(f"admission/{who}/{major}").random.randrange(10**6)
        return f"{self._season.edition[:4]}{digits:06d}"

    def _seat(self, row: RowMapping | Mapping[str, Any]) -> Seat:
        subject = self._season.subject(row["subject"])
        return Seat(
            sitting=row["sitting"],
            id_number=row["id_number"],
            account=row["account"],
            major=self._season.major(subject.major),
            subject=subject,
            session=row["session"],
            admission_number=row["admission_number"],
            code_token=row["code_token"],
            exam_code=row["exam_code"],
            schedule=self._schedule(subject, row["session"]),
        )

    def _schedule(self, subject: Subject, session: str) -> Schedule:
        key = (subject.id, session)
        if key not in self._schedules:
            self._schedules[key] = schedule(self._season, subject, session, self._heartbeat)
        return self._schedules[key]
