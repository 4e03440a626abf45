"""The people of a scenario and the phones of strangers, with what they do together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import pytest

from conformance.bench import Stage
from conformance.bench.forms import Record
from conformance.lab.stagehand import Stagehand
from conformance.season import Season, Subject
from steps.phrases import Sought
from steps.readying import Readying
from steps.stagecraft import Candidate
from steps.touring import Touring
from steps.trying_out import TryingOut
from steps.walking import STAGES, walk

FORMAL = "formal"
SOMEBODY = "王芳"


class Cast(Touring, Readying, TryingOut):
    """Everybody in a scenario. `sat`: the exams that were sat one after another, each with its record;
    `asked`: by subject, the question of each session."""

    def __init__(self, stage: Stagehand, season: Season) -> None:
        super().__init__(stage, season)
        self.sat: list[tuple[Subject, list[Record]]] = []
        self.asked: dict[str, dict[str, list[str]]] = {}

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

    def answering(self, name: str, has_sheet: bool) -> Candidate:
        """A candidate who is answering the first subject of its kind."""
        return self.at("answering", name, self._first(has_sheet))

    def in_first_of_several(self, name: str) -> Candidate:
        """A candidate of a major with several subjects who may photograph the first of them."""
        return self.at("photos", name, self.one_of_several())

    def answering_mock(self, name: str, has_sheet: bool) -> Candidate:
        """A candidate who is answering the first mock exam of the first subject of its kind."""
        paper = self.season.subject(self._first(has_sheet))
        mock = min((one for one in paper.windows if not one.formal), key=lambda one: one.start)
        return self.at("answering", name, paper.id, mock.session)

    def waiting_with(self, name: str, has_sheet: bool) -> Candidate:
        """A candidate who waits for the first subject of its kind."""
        return self.at("waiting", name, self._first(has_sheet))

    def begun(self, name: str) -> Candidate:
        """A candidate who has begun to answer, at a time of her own where the season leaves it to her."""
        someone = self.at("waiting", name)
        someone.begin_answering()
        return someone

    def ready(self, name: str) -> Candidate:
        """A candidate before the waiting room, in the first subject without sheets; the same again where she is there."""
        return self[name] if name in self._people else self.at("paired", name, self._first(False))

    def confirmed(self, name: str) -> Candidate:
        """A candidate with everything confirmed, who has sat the mock exams without which the season opens no formal
        one."""
        required = self.season.limit_or("mocks_required", 0)
        if not required:
            return self.at("confirmed", name)
        someone = self.before_mocks(name)
        someone.sit_mocks(required)
        return someone

    def before_mocks(self, name: str) -> Candidate:
        """A candidate with everything confirmed, before the first mock exam of a subject."""
        return self.at("confirmed", name, *self._first_mock())

    def at_submission(self, name: str, has_sheet: bool) -> Candidate:
        """A candidate with everything done but the submission, in the first subject of its kind."""
        someone = self.at("photos", name, self._first(has_sheet))
        someone.photograph("all")
        return someone

    def _first(self, has_sheet: bool) -> str:
        """The first subject of its kind; LookupError where the season has none."""
        for paper in self.season.subjects:
            if paper.has_sheet is has_sheet:
                return paper.id
        raise LookupError(
            f"no subject of {self.season.id} is {'with' if has_sheet else 'without'} answer sheets"
        )

    def registered_with(self, name: str, has_sheet: bool, kinds: Mapping[str, str]) -> Candidate:
        """A candidate for the first subject of its kind, with phones of these kinds, by role."""
        models = {role: self.stage.model(kind) for role, kind in kinds.items()}
        return self.at("registered", name, self._first(has_sheet), models=models)

    def enrolled(self, name: str, registration: Mapping[str, Any] | None = None) -> Candidate:
        """A candidate whom the school knows, perhaps otherwise than she is, with two new phones and no account."""
        wish: dict[str, Any] = {"registration": dict(registration)} if registration else {}
        if not self.stage.opened:
            entry = self.stage.open("enrolled", candidates=[{"name": name, **wish}]).candidates[0]
        else:
            entry = self.stage.candidate(name, stage="enrolled", subject=self.stage.world.subject, **wish)
        self._people[name] = Candidate(name, entry, self)
        return self._people[name]

    def enrolled_for(self, name: str, *, has_sheet: bool) -> Candidate:
        """One whom the school knows, for the first subject of its kind."""
        paper = next(paper for paper in self.season.subjects if paper.has_sheet is has_sheet)
        if not self.stage.opened:
            entry = self.stage.open("enrolled", candidates=[{"name": name}], subject=paper.id).candidates[0]
        else:
            entry = self.stage.candidate(name, stage="enrolled", subject=paper.id)
        self._people[name] = Candidate(name, entry, self)
        return self._people[name]

    def enrolled_wrongly(self, name: str, wrongly: Mapping[str, object]) -> Candidate:
        """One of whom the school has something wrong; another major is one that is not hers."""
        majors = [one.id for one in self.season.majors]
        wish = {key: majors[-1:] if value == "another" else value for key, value in wrongly.items()}
        return self.enrolled(name, wish)

    def enrolled_on(self, name: str, main: str) -> Candidate:
        """One whom the school knows and who has an account, on a new phone of this kind."""
        self.newcomer_on(name, main).sign_up()
        return self._people[name]

    def newcomer_on(self, name: str, main: str) -> Candidate:
        """One whom the school knows and who has no account, with a new phone of this kind."""
        models = {"main": self.stage.model(main)}
        entry = self.stage.open("enrolled", candidates=[{"name": name, "models": models}]).candidates[0]
        self._people[name] = Candidate(name, entry, self)
        return self._people[name]

    def with_main(self, stage: str, name: str, main: str) -> Candidate:
        """A candidate at a stage, her main phone of this kind; the auxiliary phone is the bench's usual one."""
        return self.at(stage, name, models={"main": self.stage.model(main)})

    def registered_on_both(self, name: str, kind: str) -> Candidate:
        """A candidate with two phones of one kind."""
        model = self.stage.model(kind)
        return self.at("registered", name, models={"main": model, "aux": model})

    def with_aux(self, stage: str, name: str, aux: str) -> Candidate:
        """A candidate at a stage, her auxiliary phone of this kind."""
        return self.at(stage, name, models={"aux": self.stage.model(aux)})

    def registered_with_two(self, name: str, sought: Sought) -> Candidate:
        """A candidate with two phones of the model that a sentence means."""
        model = self.find_phone(sought)
        self.stage.leave()
        return self.at("registered", name, models={"main": model, "aux": model})

    def registered_for_mock(self, name: str) -> Candidate:
        return self.at("registered", name, *self._first_mock())

    def waiting_for_mock(self, name: str) -> Candidate:
        return self.at("waiting", name, *self._first_mock())

    def ready_for(self, name: str, exam: str) -> Candidate:
        """Ready for the waiting room of the first mock exam, or of a formal one."""
        return self.at("paired", name, *(self._first_mock() if exam == "mock" else ()))

    def in_mock(self, name: str, far: str) -> Candidate:
        """As far as that in the first mock exam; one that is broken off has begun."""
        stage = {"none": "confirmed", "handing_in": "photos"}.get(far, "answering")
        person = self.at(stage, name, *self._first_mock())
        if far == "broken":
            person.leave("home")
        return person

    def read_questions(self) -> None:
        """That of each session of the first subject with answer sheets and of the first without, as far as they have
        mock exams, each in a world of its own."""
        held = [paper for paper in self.season.subjects if any(not one.formal for one in paper.windows)]
        for paper in {one.has_sheet: one for one in reversed(held)}.values():
            asked = self.asked.setdefault(paper.name, {})
            for window in paper.windows:
                self.stage.leave()
                someone = self.at("answering", SOMEBODY, paper.id, window.session)
                asked[window.session] = someone.look_at_exam()[1]

    def enrolled_for_all(self, name: str) -> Candidate:
        """A candidate whom the school has registered for every major of the season."""
        return self.enrolled(name, {"majors": [major.id for major in self.season.majors]})

    def enrolled_for_clash(self, name: str) -> Candidate:
        """A candidate whom the school has registered for two majors that examine at the same time."""
        return self.enrolled(name, {"majors": self.clashing_majors()})

    def come_to_check(self, name: str, check: str) -> None:
        """The first face check, or that of the first mock exam or of a formal one."""
        if check == "first":
            self.enrolled(name).come_to_first_check()
        else:
            self.ready_for(name, check).come_to_check()

    def _first_mock(self) -> tuple[str, str]:
        """Subject and session of the first mock exam of the season."""
        mocks = [
            (window.start, paper.id, window.session)
            for paper in self.season.subjects
            for window in paper.windows
            if not window.formal
        ]
        _, subject, session = min(mocks)
        return subject, session

    def sit_every_subject(self) -> None:
        """One candidate for each subject of the season, each in a world of her own, from the login to the last upload."""
        for paper in self.season.subjects:
            self.stage.leave()
            someone = self.at("registered", SOMEBODY, paper.id)
            self.sat.append((paper, someone.sit_whole_exam()))


@pytest.fixture(name="cast")
def cast_of_the_scenario(stage: Stagehand, season: Season) -> Cast:
    """The people of this scenario; nobody is there yet."""
    return Cast(stage, season)
