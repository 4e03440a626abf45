"""The exam platform as one object: an ASGI application, and a door for those who build worlds around it."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Executable
from starlette.types import ASGIApp

from conformance.season import Season
from simulators.core.chance import Chance
from simulators.core.clock import Watch
from simulators.core.instants import iso
from simulators.platform import faces, past, prefix, registering, reviews, roster, views
from simulators.platform.accounts import Caller
from simulators.platform.board import Board
from simulators.platform.events import Event
from simulators.platform.house import Deliver, House
from simulators.platform.http import application
from simulators.platform.pairing import binding_id
from simulators.platform.past import Candidate
from simulators.platform.plan import HEARTBEAT
from simulators.platform.reviewing import desk, dossier
from simulators.platform.reviewing.checklist import Item
from simulators.platform.reviewing.desk import Decision, Remark
from simulators.platform.roster import Entry
from simulators.platform.seats import Seat
from simulators.platform.stamps import Stamps
from simulators.platform.store import Store
from simulators.platform.submission import progress
from simulators.platform.tables import ROSTER, SEATS
from simulators.platform.transactions import NotKept

COSTS = {True: 14, False: 4}
"""log2 of scrypt's n: what a password costs where it matters, and in a world that lives for one scenario."""


class Platform:
    """The platform of one season on one store.

    `durable` flushes every fact to the disk; `merged_beats` accepts a heartbeat that stands for several, which
    only a simulated clock has use for. `heartbeat` is how often phones are expected to send one. `store`, `files` and
    `joins` are those of simulators.platform.store; a store that exists goes on with the secrets that it was made with.
    Processes that share one have a `board`.
    """

    def __init__(
        self,
        season: Season,
        clock: Watch,
        store: str | Path,
        chance: Chance,
        durable: bool = True,
        *,
        password_cost: int | None = None,
        merged_beats: bool = True,
        deliver: Deliver | None = None,
        heartbeat: timedelta = HEARTBEAT,
        files: Path | None = None,
        joins: bool = False,
        board: Board | None = None,
    ) -> None:
        self._store = Store(store, durable=durable, files=files, joins=joins)
        cost = COSTS[durable] if password_cost is None else password_cost
        self._house = House(
            season,
            self._store,
            Stamps(clock, season.zone, board),
            self._secret(chance),
            cost=cost,
            beats=merged_beats,
            deliver=deliver or _to_nobody,
            heartbeat=heartbeat,
        )
        self.asgi: ASGIApp = application(self._house)
        self._house.watch_all()

    def enrol(self, entry: Entry) -> tuple[Seat, ...]:
        """A candidate on the school's roster, with a seat in every sitting of every subject of the majors applied for."""
        with self._house.turn():
            self._store.fill([], {ROSTER: [roster.row(entry)], SEATS: [*self._house.seats.fresh(entry)]})
            return tuple(self._house.seats.of_candidate(entry.id_number))

    def open_account(self, account: str, password: str) -> None:
        """An account whose creation is told by a past given as data."""
        with self._house.turn():
            self._store.write(self._house.accounts.creation(account, password))

    def register(self, candidate: Candidate) -> None:
        """A candidate on the roster whose whole way to the exam lies behind: account, identity, information,
        confirmation of every major, pledge, tasks and face check. All of it is kept, or nothing."""
        with self._house.turn():
            whole = past.complete(candidate, self._house.chance)
            account = self._house.accounts.creation(whole.account, whole.password)
            events = list(past.way(whole, self._house.stamps.now()))
            self._house.clerk.keep(events, *self._enrolment(past.entry(whole)), account)
            self._house.watch(whole.account)

    def register_all(self, candidates: Iterable[Candidate]) -> dict[Candidate, list[Seat]]:
        """The same for many at once, in one transaction; each with an ID number and the seats. ValueError for an account
        or an ID number that there is already."""
        people = list(candidates)
        accounts = registering.credentials(self._house, people)
        with self._house.turn():
            return registering.register(self._house, people, accounts)

    def correct(self, id_number: str, entry: Entry) -> tuple[Seat, ...]:
        """The school puts a registration right; the seats that there are then. KeyError where nobody is registered under
        the ID number, ValueError where the change would take away what an account has confirmed already."""
        with self._house.turn():
            if self._house.roster.find(id_number) is None:
                raise KeyError(f"nobody is registered under {id_number!r}")
            confirmed = {
                seat.major.id
                for seat in self._house.seats.of_candidate(id_number)
                if seat.account is not None
            }
            if confirmed and (entry.id_number != id_number or not confirmed <= set(entry.majors)):
                raise ValueError(f"{', '.join(sorted(confirmed))} has been confirmed under {id_number}")
            self._store.write(
                *self._house.roster.correction(id_number, entry),
                *self._house.seats.correction(id_number, entry),
            )
            self._house.seats.forget(id_number)
            return tuple(self._house.seats.of_candidate(entry.id_number))

    def registered(self, id_number: str) -> Entry | None:
        """What the school has registered under an ID number."""
        with self._house.turn():
            return self._house.roster.find(id_number)

    def latest(self, app: str) -> str:
        """The newest version of an app, by its role."""
        with self._house.turn():
            return self._house.releases.latest(app)[0]

    def knows(self, account: str) -> bool:
        """Whether there is such an account."""
        with self._house.turn():
            return self._house.accounts.exists(account)

    def has_enrolled(self, id_number: str) -> bool:
        """Whether the school's roster has this ID number."""
        with self._house.turn():
            return self._house.roster.find(id_number) is not None

    def sittings_of(self, account: str) -> tuple[Seat, ...]:
        """The seats that the account has confirmed, with codes and schedules."""
        with self._house.turn():
            return tuple(self._house.seats.of_account(account))

    def sitting(self, sitting: str) -> Seat:
        """One seat as it stands; KeyError where there is none."""
        with self._house.turn():
            return self._seat(sitting)

    def publish(self, app: str, version: str, notes: str) -> None:
        """A new version of an app is out. ValueError for an unknown app or what is no version."""
        with self._house.turn():
            self._house.releases.publish(app, version, notes)

    def reviews(self) -> list[dict[str, Any]]:
        """What waits for the review desk now."""
        with self._house.stamps.take() as at, self._house.turn():
            return [one.told() for one in reviews.waiting(self._house, at)]

    def file(self, sha256: str) -> bytes:
        """The bytes of a photo, or of an upload that has arrived whole; KeyError where there is none."""
        with self._house.turn():
            return self._house.uploads.content(sha256)

    def review(self, name: str, decision: str, reviewer: str) -> None:
        """A person at the review desk decides. KeyError where no such case is open."""
        with self._house.stamps.take() as at, self._house.turn():
            reviews.decide(self._house, name, reviews.Verdict(decision, reviewer, at))

    def adopt_checklist(self, items: Iterable[Item]) -> None:
        """What reviewers look for in sittings from now on. ValueError for a list that cannot be."""
        with self._house.stamps.take() as at, self._house.turn():
            desk.adopt(self._house, items, at)

    def dossier(self, sitting: str) -> dict[str, Any]:
        """The sitting as it lies on the review desk; KeyError where there is none."""
        with self._house.stamps.take() as at, self._house.turn():
            return dossier.dossier(self._house, self._seat(sitting), at)

    def make_finding(self, sitting: str, remark: Remark) -> int:
        """A reviewer has found something; its number. KeyError for an unknown sitting, ValueError for what cannot be."""
        with self._house.stamps.take() as at, self._house.turn():
            return desk.make(self._house, self._seat(sitting), remark, at)

    def decide_finding(self, number: int, decision: Decision) -> None:
        """KeyError for an unknown finding, Refused where it is decided already, ValueError for nobody's decision."""
        with self._house.stamps.take() as at, self._house.turn():
            desk.decide(self._house, number, decision, at)

    def script_faces(self, account: str, results: Iterable[bool]) -> None:
        """What the next face checks of a candidate will find."""
        with self._house.turn():
            self._house.next_faces[account].extend(results)

    def approve_face_review(self, sitting: str) -> None:
        """The review desk says yes. Refusal where the sitting does not wait for it."""
        with self._house.stamps.take() as at, self._house.turn():
            faces.approve(self._house, self._house.desk.look(self._seat(sitting), at))

    def token_for(self, account: str, device: str) -> str:
        """The token that this phone has, or is given when it logs in; nothing is recorded, no other phone logged out."""
        with self._house.turn():
            return self._house.accounts.held(Caller(account, device))

    def binding_of(self, sitting: str, device: str) -> tuple[str, str]:
        """The binding and the token that this phone is given when it pairs; nothing is recorded."""
        with self._house.turn():
            binding, seat = binding_id(self._house, sitting, device), self._seat(sitting)
            caller = Caller(seat.account or "", device, binding, sitting)
            return binding, self._house.accounts.token(caller)

    def append(self, events: Iterable[prefix.Row]) -> None:
        """A past given as data, see simulators.platform.prefix."""
        with self._house.turn():
            prefix.append(self._house, events)

    def view(self, sitting: str) -> dict[str, Any]:
        """What the main phone would be shown now."""
        with self._house.stamps.take() as at, self._house.turn():
            case = self._house.desk.look(self._seat(sitting), at)
            return views.sitting(case, self._house.name(case.seat))

    def records(self, since: int = 0, limit: int | None = None) -> list[dict[str, Any]]:
        """Everything recorded after number `since`, or the first `limit` of it, and all that the clock has decided by
        now with it."""
        at, turns = self._house.stamps.settled(), self._house.turns
        while not turns.run(partial(self._house.settle, at)):
            pass  # requests have their turns between these
        return turns.run(lambda: [record(event) for event in self._store.since(since, limit)])

    def uploads(self, sitting: str) -> list[dict[str, Any]]:
        """The files that both phones submitted of a sitting, and how much of each has arrived. KeyError for no sitting."""
        with self._house.stamps.take() as at, self._house.turn():
            case = self._house.desk.look(self._seat(sitting), at, from_main=False)
            return [one for phone in ("main", "aux") for one in progress(self._house, case, phone)]

    def now(self) -> datetime:
        """The instant with which a request would be stamped."""
        return self._house.stamps.now()

    def fact(self, key: str) -> str | None:
        """What is kept of the platform itself under a name."""
        with self._house.turn():
            return self._store.fact(key)

    def keep_fact(self, key: str, value: str) -> None:
        with self._house.turn():
            self._store.keep_fact(key, value)

    def close(self) -> None:
        self._house.turns.close()
        with suppress(NotKept), self._house.turn():
            pass  # whoever has a turn ends it
        self._store.close()

    def _enrolment(self, entry: Entry) -> list[Executable]:
        return [self._house.roster.enrolment(entry), *self._house.seats.enrolment(entry)]

    def _seat(self, sitting: str) -> Seat:
        seat = self._house.seats.find(sitting)
        if seat is None:
            raise KeyError(f"no sitting {sitting!r}")
        return seat

    def _secret(self, chance: Chance) -> Chance:
        with self._store.group():
            seed = self._store.fact("seed")
            if seed is not None:
                return Chance(seed)
            self._store.keep_fact("seed", chance.seed)
        return chance


def _to_nobody(_number: str, _text: str) -> None:
    """Where no text messages are carried, a code reaches nobody."""


def record(event: Event) -> dict[str, Any]:
    """An event as others read it."""
    return {
        "seq": event.seq,
        "at": iso(event.at),
        "what": event.what,
        "sitting": event.sitting,
        "account": event.account,
        "device": event.device,
        "detail": dict(event.detail),
    }
