"""What every deed of a candidate stands on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from conformance.bench import Bench
from conformance.bench.forms import Candidate as Entry
from conformance.bench.forms import Probed, Record
from conformance.lab.stagehand import Stagehand
from conformance.outcome import RefusedWhen, Unreached
from conformance.phone.handset import Handset
from conformance.season import Season
from reports.form import Text
from steps.aux_phone import AuxPhone
from steps.findings import Arrival, Code, View
from steps.main_phone import MainPhone
from steps.moments import Moment

ONE_PHONE = Text(
    "this season's exams have one phone only, and the sentence speaks of an auxiliary phone",
    "本年度考试只用一部手机，而语句涉及辅机",
)


class Company(Protocol):
    """What a candidate needs of the scenario's cast."""

    @property
    def stage(self) -> Stagehand: ...

    @property
    def season(self) -> Season: ...

    @property
    def answers(self) -> list[Probed]: ...

    first_page: View

    def instant(self, moment: Moment) -> datetime: ...

    def move_to(self, moment: Moment) -> object: ...

    def to(self, anchor: str) -> None: ...

    def mark(self) -> None: ...

    def read(self, name: str, of: str) -> Arrival: ...


class Person:
    """A candidate with the phones of the exam in one sitting of the world.

    `name` is what the scenario says; where worlds cannot be made, the platform knows her by another. `versions`: those
    with which her phones came, by role. `fetched`: files that have arrived at the platform, by digest.
    """

    def __init__(self, name: str, entry: Entry, cast: Company) -> None:
        self.name, self.entry, self.cast = name, entry, cast
        self.main = MainPhone(self.stage.phone(entry.phones.main), entry.account, entry.password, entry.major)
        self._aux = AuxPhone(self.stage.phone(entry.phones.aux), self.bench) if entry.phones.aux else None
        self.codes: list[Code] = []
        self.remembered: tuple[str, ...] = ()
        self.versions: dict[str, str] = {}
        self.fetched: dict[str, bytes] = {}

    @property
    def aux(self) -> AuxPhone:
        """Her auxiliary phone; Unreached where the exam has one phone only."""
        if self._aux is None:
            raise Unreached(ONE_PHONE)
        return self._aux

    @property
    def has_aux(self) -> bool:
        return self._aux is not None

    @property
    def stage(self) -> Stagehand:
        return self.cast.stage

    @property
    def bench(self) -> Bench:
        return self.cast.stage.bench

    @property
    def subject(self) -> str:
        return self.stage.subject

    @property
    def session(self) -> str:
        return self.stage.session

    @property
    def sitting(self) -> str:
        return self.entry.sitting(self.subject, self.session)

    def udid(self, role: str) -> str:
        """Her phone of this role: main or aux."""
        return self.entry.phones.main if role == "main" else self.aux.handset.udid

    @property
    def pages(self) -> int:
        return self.cast.season.subject(self.subject).pages

    @property
    def subjects(self) -> list[str]:
        """The ids of the subjects of this candidate's major, in the order in which they are sat."""
        mine = [one for one in self.cast.season.subjects if one.major == self.entry.major]
        return [one.id for one in sorted(mine, key=lambda one: one.window(self.session).start)]

    def facts(self) -> list[str]:
        """What identifies this candidate and her exam on a screen."""
        season = self.cast.season
        return [
            self.entry.name,
            self.entry.admission_number,
            season.subject(self.subject).name,
            season.major(self.entry.major).name,
        ]

    def felt(self, handset: Handset, deed: Callable[[], object]) -> None:
        """Do it, and see that the phone felt it; RefusedWhen where its screen is then what it was before."""
        before = handset.tree()
        deed()
        if handset.tree() == before:
            raise RefusedWhen(
                Text(
                    f"the {handset.name} phone shows the same as before",
                    f"操作后手机（{handset.name}）的界面没有变化",
                )
            )

    def records(self) -> list[Record]:
        return self.stage.records(sitting=self.sitting)

    def at(self, moment: Moment | None) -> None:
        """Bring exam time to the moment, and remember where the record stands."""
        if moment is not None:
            self.cast.move_to(moment)
        self.cast.mark()

    def left_until(self, anchor: str) -> timedelta:
        until: datetime = getattr(self.stage.times, anchor)
        return until - self.stage.now()
