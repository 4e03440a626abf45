"""The people of a scenario and the phones of strangers, with what they do together."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime, timedelta
from typing import Any, cast

import pytest

from conformance.bench import Stage
from conformance.bench.forms import Probed, Record
from conformance.lab.stagehand import Stagehand
from conformance.season import Season, Subject
from steps.aux_phone import AuxPhone
from steps.deeds.submitting import Submitting
from steps.findings import Arrival, Code
from steps.moments import Moment
from steps.phrases import Count
from steps.walking import STAGES, walk

FORMAL = "formal"
SOMEBODY = "王芳"
NOBODYS = {"code": "AAAA2222", "account": "nobody-000"}


class Candidate(Submitting):
    """A candidate with two phones, from the login to the last upload."""


class Cast:
    """Everybody in a scenario. `arrivals`: the phones that asked to join, in order; `strangers`: the
    devices among them that belong to nobody; `answers`: what probes at once were answered; `sat`: the exams that
    were sat one after another, each with its record."""

    def __init__(self, stage: Stagehand, season: Season) -> None:
        self.stage, self.season = stage, season
        self.arrivals: list[Arrival] = []
        self.strangers: list[str] = []
        self.answers: list[Probed] = []
        self.sat: list[tuple[Subject, list[Record]]] = []
        self._people: dict[str, Candidate] = {}
        self._since = 0

    def at(self, wanted: str, name: str, subject: str = "", session: str = FORMAL, **wish: Any) -> Candidate:
        """A candidate at a stage: the first opens the world there, others join it; who is not there yet walks.

        `wish`: models, by role.
        """
        stage = cast(Stage, wanted)
        if not self.stage.opened:
            world = self.stage.open(
                stage, candidates=[{"name": name, **wish}], subject=subject, session=session
            )
            entry, there = world.candidates[0], world.stage
        else:
            there = min(self.stage.world.stage, stage, key=STAGES.index)
            entry = self.stage.candidate(name, stage=there, subject=self.stage.world.subject, **wish)
        self._people[name] = Candidate(name, entry, self)
        walk(self._people[name], there, stage)
        return self._people[name]

    def one_of_several(self) -> str:
        """The subject that is sat first in a major with more than one; LookupError where there is no such major."""
        for major in self.season.majors:
            papers = [subject for subject in self.season.subjects if subject.major == major.id]
            if len(papers) > 1:
                return min(papers, key=lambda paper: paper.window(FORMAL).start).id
        raise LookupError(f"no major of {self.season.id} has more than one subject")

    def registered_with(self, name: str, has_sheet: bool, main: str, aux: str) -> Candidate:
        """A candidate for the first subject of its kind, with phones of two kinds."""
        paper = next(paper for paper in self.season.subjects if paper.has_sheet is has_sheet)
        models = {"main": self.stage.model(main), "aux": self.stage.model(aux)}
        return self.at("registered", name, paper.id, models=models)

    def registered_for_mock(self, name: str) -> Candidate:
        """A candidate before the first mock exam of the season."""
        mocks = [
            (window.start, paper.id, window.session)
            for paper in self.season.subjects
            for window in paper.windows
            if not window.formal
        ]
        _, subject, session = min(mocks)
        return self.at("registered", name, subject, session)

    def sit_every_subject(self) -> None:
        """One candidate for each subject of the season, each in a world of her own, from the login to the last upload."""
        for paper in self.season.subjects:
            self.stage.leave()
            someone = self.at("registered", SOMEBODY, paper.id)
            self.sat.append((paper, someone.sit_whole_exam()))

    def __getitem__(self, name: str) -> Candidate:
        return self._people[name]

    # --- time and record -----------------------------------------------------------------------------------

    def instant(self, moment: Moment) -> datetime:
        anchor: datetime = getattr(self.stage.times, moment.anchor)
        return anchor + moment.offset

    def move_to(self, moment: Moment) -> Cast:
        self.stage.move_to(self.instant(moment))
        return self

    def to(self, anchor: str) -> None:
        self.move_to(Moment(anchor, timedelta(0)))

    def left_until(self, anchor: str) -> timedelta:
        return self.instant(Moment(anchor, timedelta(0))) - self.stage.now()

    def mark(self) -> None:
        """Remember where the record stands; `new_records` begin there."""
        self._since = max((record.seq for record in self.stage.records()), default=0)

    def new_records(self) -> list[Record]:
        return self.stage.records(since=self._since)

    def records_of(self, name: str) -> list[Record]:
        return self[name].records()

    def limit(self, name: str) -> int:
        return self.season.limit(name)

    def number(self, count: Count) -> int:
        return (self.limit(count.limit) if count.limit else 0) + count.plus

    def label(self, name: str) -> str:
        return self.stage.target.label(name)

    def codes_shown(self) -> list[Code]:
        return [code for person in self._people.values() for code in person.codes]

    # --- joining -------------------------------------------------------------------------------------------

    def read(self, name: str, of: str, **how: Any) -> Arrival:
        """The auxiliary phone of `name` looks at the main phone of `of`."""
        return self._read(self[name].aux, of, **how)

    def _read(self, phone: AuxPhone, of: str, **how: Any) -> Arrival:
        self.mark()
        self.arrivals.append(phone.read(self[of].entry.phones.main, **how))
        return self.arrivals[-1]

    def stranger(self) -> AuxPhone:
        """One more phone, of somebody unknown."""
        phone = AuxPhone(self.stage.phone(self.stage.new_phone().udid), self.stage.bench)
        self.strangers.append(phone.device)
        return phone

    def _phones(self, number: int, name: str) -> list[AuxPhone]:
        """The candidate's own auxiliary phone and strangers' phones, as many as asked for."""
        return [self[name].aux, *(self.stranger() for _ in range(number - 1))]

    def read_one_after_another(self, number: int, name: str) -> None:
        arrivals = [self._read(phone, name) for phone in self._phones(number, name)]
        self.arrivals = arrivals

    def leak(self, number: int, name: str) -> None:
        self.arrivals = [self._read(self.stranger(), name) for _ in range(number)]

    def read_with_stranger(self, name: str) -> Arrival:
        return self._read(self.stranger(), name)

    def read_again(self, name: str, times: int) -> None:
        for _ in range(times):
            self.read(name, name)

    def read_after_restart(self, name: str) -> None:
        self[name].aux.restart()
        self.read(name, name)

    def read_a_picture(self, name: str, moment: Moment) -> None:
        picture = self[name].main.code_page.picture()
        self.move_to(moment)
        self.mark()
        self.arrivals.append(self.stranger().read_picture(b64encode(picture).decode()))

    def record_for(self, name: str, other: str) -> None:
        self.read(name, other)
        self[name].aux.start_recording()

    def enter_by_hand(self, name: str, whose_code: str, whose_account: str) -> Arrival:
        """`whose`: own, other (another candidate's) or nobody's."""
        other = next((person for key, person in self._people.items() if key != name), self[name])
        people = {"own": self[name], "other": other}
        letters = people[whose_code].codes[-1].letters if whose_code in people else NOBODYS["code"]
        account = people[whose_account].entry.account if whose_account in people else NOBODYS["account"]
        self.mark()
        self.arrivals.append(self[name].aux.enter_by_hand(letters, account))
        return self.arrivals[-1]

    def join_past_the_app(self, number: int, name: str) -> None:
        self.arrivals = [self._join(phone, name) for phone in self._phones(number, name)]

    def _join(self, phone: AuxPhone, name: str) -> Arrival:
        udid, sitting = phone.handset.udid, self[name].sitting
        probed = self.stage.bench.probe("pair", udid, sitting=sitting)
        return Arrival(phone.device, probed.accepted, probed.cause or "")

    def own_phone_joins_at_once(self, number: int, name: str) -> None:
        """The candidate's own auxiliary phone asks so many times at the same moment."""
        udid, sitting = self[name].entry.phones.aux, self[name].sitting
        self.answers = self.stage.bench.probe_together(
            [{"operation": "pair", "udid": udid, "sitting": sitting}] * number
        )

    def join_at_once(self, number: int, name: str) -> None:
        phones = [self.stranger() for _ in range(number)]
        sitting = self[name].sitting
        probes = [{"operation": "pair", "udid": phone.handset.udid, "sitting": sitting} for phone in phones]
        results = self.stage.bench.probe_together(probes)
        pairs = zip(phones, results, strict=True)
        self.arrivals = [Arrival(phone.device, one.accepted, one.cause or "") for phone, one in pairs]


@pytest.fixture(name="cast")
def cast_of_the_scenario(stage: Stagehand, season: Season) -> Cast:
    """The people of this scenario; nobody is there yet."""
    return Cast(stage, season)
