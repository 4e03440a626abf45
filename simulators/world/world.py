"""A world while it lasts: a platform, candidates, their phones, one clock."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Literal, TypeVar

from conformance.season import Season
from simulators import platform
from simulators.apps import AuxApp, MainApp
from simulators.core.chance import Chance
from simulators.core.clock import Clock
from simulators.core.instants import iso
from simulators.phone.model import DEFAULT
from simulators.phone.phone import Phone
from simulators.platform.plan import Schedule, schedule
from simulators.stages import STAGES, Stage
from simulators.world import setting
from simulators.world.errors import NoSuch, WorldError
from simulators.world.people import Person, person

Role = Literal["main", "aux"]
App = MainApp | AuxApp
APPS: Mapping[Role, type[MainApp] | type[AuxApp]] = {"main": MainApp, "aux": AuxApp}
MODELS: Mapping[Role, str] = {"main": DEFAULT, "aux": DEFAULT}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a world is to be: the sitting of `subject` and `session` stands at `stage`."""

    season: Season
    seed: int
    stage: str
    subject: str
    session: str


@dataclass(frozen=True, slots=True)
class Handset:
    """A phone with the app of its role, unless it cannot have one; `owner` is an account."""

    phone: Phone
    role: Role
    installed: App | None
    owner: str | None

    @property
    def udid(self) -> str:
        return self.phone.udid

    @property
    def app(self) -> App:
        """The app. WorldError where the phone cannot have it."""
        if self.installed is None:
            raise WorldError(f"phone {self.udid} has no app: {self.phone.model.why_no_app}")
        return self.installed


@dataclass(frozen=True, slots=True)
class Seat:
    """A candidate with two phones; `sitting` is the one that this world is about."""

    person: Person
    major: str
    admission_number: str
    sitting: str
    sittings: tuple[platform.Seat, ...]
    main: Handset
    aux: Handset


@dataclass
class World:
    """Made with its platform and nobody in it; `admit` and `equip` bring people and phones. `room` is its directory."""

    name: str
    wish: Wish
    clock_of: Callable[[datetime], Clock]
    platform_url: str
    room: Path
    seats: dict[str, Seat] = field(default_factory=dict)
    handsets: dict[str, Handset] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1), repr=False)

    def __post_init__(self) -> None:
        wish = self.wish
        self.chance = Chance(wish.seed).child("world")
        subject = wish.season.subject(wish.subject)
        self.clock = self.clock_of(
            stands_at(STAGES[wish.stage], schedule(wish.season, subject, wish.session))
        )
        store = self.room / "platform.sqlite"
        self.platform = platform.Platform(
            wish.season, self.clock, store, self.chance.child("platform"), durable=False
        )

    def admit(
        self,
        name: str | None,
        account: str | None,
        subject: str,
        stage: str,
        models: Mapping[Role, str] = MODELS,
    ) -> Seat:
        """A candidate of the subject's major, with two phones of these models, at a stage that does not lie ahead."""
        taken = {seat.person.name for seat in self.seats.values()}
        who = person(self.chance, len(self.seats) + 1, taken, name, account)
        if who.account in self.seats:
            raise WorldError(f"account {who.account} is taken by {self.seats[who.account].person.name}")
        plan = schedule(self.wish.season, self.wish.season.subject(subject), self.wish.session)
        at = stands_at(STAGES[stage], plan)
        if at > self.clock.now():
            raise WorldError(
                f"stage {stage} of {subject} stands at {iso(at)}; the clock has come to {iso(self.clock.now())} only"
            )
        major = self.wish.season.subject(subject).major
        self.platform.register(
            platform.Candidate(who.account, who.password, who.name, who.id_number, (major,))
        )
        sittings = self.platform.sittings_of(who.account)
        mine = next(one for one in sittings if (one.subject.id, one.session) == (subject, self.wish.session))
        hands = self._hand_out(who, models)
        seat = Seat(who, major, mine.admission_number, mine.sitting, sittings, *hands)
        self.seats[who.account] = seat
        self._set_up(seat, mine, STAGES[stage])
        return seat

    def _hand_out(self, who: Person, models: Mapping[Role, str]) -> tuple[Handset, Handset]:
        """The candidate's two phones; the main one's number is the account."""
        main = self._phone(models.get("main", DEFAULT), who.account)
        aux = self._phone(models.get("aux", DEFAULT))
        main.camera.person = aux.camera.person = who.id_number
        return self._keep("main", main, who.account), self._keep("aux", aux, who.account)

    def _set_up(self, seat: Seat, mine: platform.Seat, stage: Stage) -> None:
        devices = {"main": seat.main.phone.device_id, "aux": seat.aux.phone.device_id}
        main, aux = seat.main.installed, seat.aux.installed
        assert not isinstance(main, AuxApp)
        assert not isinstance(aux, MainApp)
        setting.set_up(self.platform, mine, devices, main, aux, stage)

    def equip(self, role: Role, owner: str | None = None, model: str | None = None) -> Handset:
        """One more phone, its app installed and not started. ModelError for a model that is not shipped."""
        return self._keep(role, self._phone(model or DEFAULT), owner)

    def handset(self, udid: str) -> Handset:
        """The phone of that udid; NoSuch names those there are."""
        return _one(self.handsets, udid, "phone")

    def seat(self, account: str) -> Seat:
        """The candidate of that account; NoSuch names those there are."""
        return _one(self.seats, account, "account")

    def sitting(self, sitting: str) -> platform.Seat:
        """The sitting of that id; NoSuch names those there are."""
        known = {one.sitting: one for seat in self.seats.values() for one in seat.sittings}
        return _one(known, sitting, "sitting")

    def _phone(self, model: str, number: str | None = None) -> Phone:
        udid = self.chance.child(f"phone {next(self._numbers)}").token(10).lower()
        return Phone(udid, self.clock, self.chance, self.room, model, number=number)

    def _keep(self, role: Role, phone: Phone, owner: str | None) -> Handset:
        """Hand a phone out, with the app of its role where one is released for it."""
        app = APPS[role](phone, self.platform_url) if phone.model.why_no_app is None else None
        if app is not None:
            phone.install(app)
        handset = Handset(phone, role, app, owner)
        self.handsets[handset.udid] = handset
        return handset

    def close(self) -> None:
        """End the phones and the platform."""
        with ExitStack() as ending:
            ending.callback(self.platform.close)
            for handset in self.handsets.values():
                ending.callback(handset.phone.power_off)


def stands_at(stage: Stage, plan: Schedule) -> datetime:
    """Where the clock stands at a stage; a subject without answer sheets has its display's end at its end."""
    edges = {"opens": plan.opens_at, "start": plan.start, "display_ends": plan.display_ends or plan.end}
    return edges[stage.edge] + stage.after


def _one(table: Mapping[str, T], key: str, kind: str) -> T:
    if key not in table:
        raise NoSuch(f"there is no {kind} {key!r} in this world; there are {', '.join(table) or 'none'}")
    return table[key]
