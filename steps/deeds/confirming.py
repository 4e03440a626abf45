"""Several majors of one candidate: confirming them, and reading what the list of exams says of each."""

from __future__ import annotations

from datetime import timedelta

from conformance.bench.forms import Probed, Record
from conformance.season import Subject, Window
from steps.deeds.face import FaceChecks
from steps.findings import Listed, ListedSitting
from steps.moments import Moment

OPENS = Moment("confirmation_opens", timedelta(0))


class Confirming(FaceChecks):
    """`listed_majors`: what was read of each major last."""

    listed_majors: list[Listed]

    @property
    def majors(self) -> list[str]:
        """The majors that the school has her registered for, in the season's order."""
        registered = self.entry.registration.majors if self.entry.registration else (self.entry.major,)
        return [major.id for major in self.cast.season.majors if major.id in registered]

    def look_at_confirmations(self) -> None:
        """As soon as the confirmation is open; where the season names no such time, now."""
        self.look_for_confirmation(OPENS if self.stage.times.confirmation_opens else None)

    def offered(self) -> dict[str, str]:
        """What is said of each major of the season that is on offer: its subjects."""
        found = {one.id: self.main.confirmations.subjects(one.id) for one in self.cast.season.majors}
        return {major: subjects for major, subjects in found.items() if subjects}

    def confirm_majors(self, *majors: str) -> list[Record]:
        self.cast.mark()
        for major in majors:
            self.main.confirmations.confirm(major)
        return self.account_records()

    def confirm_all(self) -> None:
        self.authenticate()
        self.look_at_confirmations()
        self.confirm_majors(*self.majors)

    def confirm_first(self) -> None:
        self.authenticate()
        self.look_at_confirmations()
        self.confirm_majors(self.majors[0])

    def confirm_second(self) -> None:
        """What the page says of it is remembered before it is confirmed, and after."""
        self.remembered = tuple(self.main.handset.whole_page())
        self.confirm_majors(self.majors[1])
        self.remembered += tuple(self.main.handset.whole_page())

    def confirm_other(self) -> list[Record]:
        """One that the school has her registered for beside her own, from wherever she is."""
        self.main.to_exams_tab()
        self.main.exams.to_confirmations()
        return self.confirm_majors(self._another_of_hers())

    def sign_for_another(self) -> None:
        self.main.to_list()
        self.main.exams.open(self._another_of_hers())
        self.main.exam_detail.sign_pledge()
        self.main.to_list()

    def _another_of_hers(self) -> str:
        return next(major for major in self.majors if major != self.entry.major)

    def confirm_other_past_the_app(self) -> Probed:
        """A major of the season that the school does not have her registered for."""
        other = next(major.id for major in self.cast.season.majors if major.id not in self.majors)
        self.at(OPENS if self.stage.times.confirmation_opens else None)
        main = self.entry.phones.main
        return self.bench.probe("confirm", main, account=self.entry.account, major=other)

    def read_all_details(self) -> None:
        self.listed_majors = [self._read_details(major) for major in self.majors]

    def _read_details(self, major: str) -> Listed:
        self.main.to_list()
        self.main.exams.open(major)
        papers = [paper for paper in self.cast.season.subjects if paper.major == major]
        return Listed(
            self.cast.season.major(major).name,
            tuple(paper.name for paper in papers),
            tuple(self._read_sitting(paper, window) for paper in papers for window in paper.windows),
            tuple(self.main.handset.whole_page()),
        )

    def _read_sitting(self, paper: Subject, window: Window) -> ListedSitting:
        return ListedSitting(paper.name, window, self.main.exam_detail.status(paper.id, window.session))

    def names_of_exam(self) -> list[str]:
        """What the season calls the exam, and the major."""
        return [self.cast.season.title["zh"], self.cast.season.major(self.entry.major).name]

    def details(self) -> list[str]:
        self.main.to_detail()
        return self.main.handset.whole_page()
