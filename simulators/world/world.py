"""A world while it lasts: a platform, candidates, their phones, one clock."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from conformance.season import Season
from simulators.apps import AuxApp, MainApp
from simulators.around import Town
from simulators.core.chance import Chance
from simulators.core.clock import Clock
from simulators.core.instants import iso
from simulators.phone.camera import Room, Scene
from simulators.phone.model import DEFAULT
from simulators.platform import platform, roster
from simulators.platform.plan import schedule
from simulators.platform.seats import Seat as PlatformSeat
from simulators.stages import STAGES, Role, Stage
from simulators.world import setting
from simulators.world.edges import edges, stands_at
from simulators.world.errors import WorldError, one_of
from simulators.world.handset import APPS, Handset
from simulators.world.people import Person, person
from simulators.world.phones import Phones

NOTHING: Mapping[str, Any] = {}
MODELS: Mapping[Role, str] = {"main": DEFAULT, "aux": DEFAULT}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a world is to be: the sitting of `subject` and `session` stands at `stage`."""

    season: Season
    seed: int
    stage: str
    subject: str
    session: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A candidate with the phones of the exam: `aux` is None where it has one only.

    `sitting` is the one that this world is about, empty where the school has none.
    """

    person: Person
    registration: roster.Entry
    major: str
    admission_number: str
    sitting: str
    sittings: tuple[str, ...]
    main: Handset
    aux: Handset | None


@dataclass
class World:
    """Made with its platform and nobody in it; `admit` and `equip` bring people and phones. `room` is its directory."""

    name: str
    wish: Wish
    clock_of: Callable[[datetime], Clock]
    platform_url: str
    room: Path
    town_url: str = ""
    seats: dict[str, Seat] = field(default_factory=dict)

    def __post_init__(self) -> None:
        wish = self.wish
        self.chance = Chance(wish.seed).child("world")
        self.clock = self.clock_of(self._stands_at(wish.stage, wish.subject))
        self._phones = Phones(wish.season, self.clock, self.chance, self.room, self.platform_url)
        self.platform = self._start_platform()
        self.town = Town(
            wish.season,
            self.clock.now,
            self,
            self.chance.child("town"),
            {role: app.package for role, app in APPS.items()},
            self.town_url,
        )

    def registered(self, id_number: str) -> roster.Entry | None:
        """What the school has under an ID number, by the platform that there is now."""
        return self.platform.registered(id_number)

    def latest(self, app: str) -> str:
        """The newest version of an app, by the platform that there is now."""
        return self.platform.latest(app)

    def _start_platform(self) -> platform.Platform:
        return platform.Platform(
            self.wish.season,
            self.clock,
            self.room / "platform.sqlite",
            self.chance.child("platform"),
            durable=False,
            deliver=self._phones.deliver,
        )

    def correct(self, account: str) -> Seat:
        """The school puts a candidate's registration right, after what the candidate can show: the ID card, and the
        application for the major. What fits already stays as it is."""
        seat = self.seat(account)
        true = _entry(seat.person, seat.major, NOTHING)
        if seat.registration == true:
            return seat
        sittings = self.platform.correct(seat.registration.id_number, true)
        mine = self._of_this_session(sittings, self._subject_of(seat, sittings))
        self.seats[account] = replace(seat, registration=true, **_sat(mine, sittings))
        return self.seats[account]

    def _subject_of(self, seat: Seat, sittings: tuple[PlatformSeat, ...]) -> str:
        """This world's subject where the candidate sits it, or else the first of the major."""
        papers = [one.subject.id for one in sittings if one.major.id == seat.major]
        return self.wish.subject if self.wish.subject in papers else papers[0]

    def _of_this_session(self, sittings: Sequence[PlatformSeat], subject: str) -> PlatformSeat | None:
        return next(
            (one for one in sittings if (one.subject.id, one.session) == (subject, self.wish.session)), None
        )

    def restart_platform(self) -> None:
        """The platform ends, and another one goes on from what it has written down."""
        self.platform.close()
        self.platform = self._start_platform()

    def admit(
        self,
        name: str | None,
        account: str | None,
        subject: str,
        stage: str,
        models: Mapping[Role, str] = MODELS,
        registration: Mapping[str, Any] = NOTHING,
    ) -> Seat:
        """A candidate of the subject's major, with two phones of these models, at a stage that does not lie ahead.

        `registration` is what the school has otherwise than it is: name, id_number, province, candidate_number, majors.
        """
        taken = {seat.person.name for seat in self.seats.values()}
        who = person(self.chance, len(self.seats) + 1, taken, name, account)
        at = self._stands_at(stage, subject)
        entry = _entry(who, self.wish.season.subject(subject).major, registration)
        self._may_come(who, entry, stage, at, subject)
        sittings = self.platform.enrol(entry)
        mine = self._of_this_session(sittings, subject)
        main, aux = self._hand_out(who, models, STAGES[stage].granted)
        seat = Seat(
            who,
            entry,
            self.wish.season.subject(subject).major,
            main=main,
            aux=aux,
            **_sat(mine, sittings),
        )
        self.seats[who.account] = seat
        self._set_up(seat, mine, STAGES[stage], subject)
        return seat

    def _may_come(self, who: Person, entry: roster.Entry, stage: str, at: datetime, subject: str) -> None:
        """WorldError where this candidate cannot be at this stage."""
        if who.account in self.seats:
            raise WorldError(f"account {who.account} is taken by {self.seats[who.account].person.name}")
        if any(seat.registration.id_number == entry.id_number for seat in self.seats.values()):
            raise WorldError(f"ID number {entry.id_number} is registered at the school already")
        if at > self.clock.now():
            now = iso(self.clock.now())
            raise WorldError(
                f"stage {stage} of {subject} stands at {iso(at)}; the clock has come to {now} only"
            )
        fits = entry == _entry(who, self.wish.season.subject(subject).major, NOTHING)
        if "confirmed" in STAGES[stage].words and not fits:
            raise WorldError(
                f"stage {stage} needs a registration that fits the candidate; take an earlier one"
            )

    def _hand_out(
        self, who: Person, models: Mapping[Role, str], granted: bool
    ) -> tuple[Handset, Handset | None]:
        """The candidate's phones; the main one's number is the account, the auxiliary one stands to the side."""
        phones = self._phones
        main = phones.new(models.get("main", DEFAULT), who.account)
        main.camera.person = who.id_number
        first = phones.keep("main", main, who.account, granted)
        if not self.has("aux"):
            return first, None
        aux = phones.new(models.get("aux", DEFAULT))
        aux.camera.person = who.id_number
        aux.camera.scene = Scene(Room())
        return first, phones.keep("aux", aux, who.account, granted)

    def has(self, role: Role) -> bool:
        """Whether the exam has a phone of this role."""
        return role in self.wish.season.apps

    def _set_up(self, seat: Seat, mine: PlatformSeat | None, stage: Stage, subject: str) -> None:
        handsets = {"main": seat.main, "aux": seat.aux}
        devices = {role: one.phone.device_id for role, one in handsets.items() if one is not None}
        main, aux = seat.main.installed, seat.aux.installed if seat.aux else None
        assert not isinstance(main, AuxApp)
        assert not isinstance(aux, MainApp)
        part = setting.Part(seat.person, mine, devices, self._edges(subject))
        setting.set_up(self.platform, part, main, aux, stage)

    def equip(self, role: Role, owner: str | None = None, model: str | None = None) -> Handset:
        """One more phone, its app installed and not started. ModelError for a model that is not shipped; WorldError
        where the exam has no phone of this role."""
        if not self.has(role):
            raise WorldError(f"this exam has no {role} phone")
        return self._phones.keep(role, self._phones.new(model or DEFAULT), owner)

    @property
    def handsets(self) -> Mapping[str, Handset]:
        """The phones by their udid."""
        return self._phones.handsets

    def handset(self, udid: str) -> Handset:
        """The phone of that udid; NoSuch names those there are."""
        return one_of(self.handsets, udid, "phone")

    def seat(self, account: str) -> Seat:
        """The candidate of that account; NoSuch names those there are."""
        return one_of(self.seats, account, "account")

    def sitting(self, sitting: str) -> PlatformSeat:
        """The sitting of that id; NoSuch names those there are."""
        known = {one: one for seat in self.seats.values() for one in seat.sittings}
        return self.platform.sitting(one_of(known, sitting, "sitting"))

    def whose(self, sitting: str) -> Seat:
        """The candidate of a sitting; NoSuch names the sittings there are."""
        return one_of(
            {one: seat for seat in self.seats.values() for one in seat.sittings}, sitting, "sitting"
        )

    def _edges(self, subject: str) -> dict[str, datetime]:
        """The edges that stages of this world's session count from."""
        season = self.wish.season
        return edges(season, schedule(season, season.subject(subject), self.wish.session))

    def _stands_at(self, stage: str, subject: str) -> datetime:
        return stands_at(STAGES[stage], self._edges(subject))

    def close(self) -> None:
        """End the phones and the platform."""
        with ExitStack() as ending:
            ending.callback(self.platform.close)
            for handset in self.handsets.values():
                ending.callback(handset.phone.power_off)


def _entry(who: Person, major: str, registration: Mapping[str, Any]) -> roster.Entry:
    """What the school has of a candidate: the truth, but for what is given."""
    true = {**who.identity, "province": who.province, "candidate_number": who.candidate_number}
    return roster.Entry(**{**true, "majors": (major,), **registration})


def _sat(mine: PlatformSeat | None, sittings: Sequence[PlatformSeat]) -> dict[str, Any]:
    """What of a seat follows from the sittings that the school gives."""
    return {
        "admission_number": mine.admission_number if mine else "",
        "sitting": mine.sitting if mine else "",
        "sittings": tuple(one.sitting for one in sittings),
    }
