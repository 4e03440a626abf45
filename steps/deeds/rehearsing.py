"""Practice, and the way to the page of an exam with what is to be read there."""

from __future__ import annotations

from datetime import timedelta

from conformance.bench.forms import Record
from steps.deeds.preparing import Preparing
from steps.findings import View

BRIEFLY = timedelta(seconds=30)


class Rehearsing(Preparing):
    """What a candidate does before her exam. `passed_by`: the texts of the pages on the way to it, and its button."""

    passed_by: tuple[tuple[str, ...], str]

    def practise_briefly(self) -> list[Record]:
        self.go_to_practice()
        self.main.practice.begin()
        self.allow()
        self.stage.move_by(BRIEFLY)
        self.main.practice.end()
        return self.practices()

    def get_ready_after(self, practised: bool) -> None:
        if practised:
            self.practise_briefly()
            self.main.back()
        if self.has_aux:
            self.let_aux_record()

    def practices(self) -> list[Record]:
        return [record for record in self.account_records() if record.what == "practised"]

    def go_to_practice(self) -> None:
        if not self.main.practice.shown():
            self.main.to_detail()
            self.main.exam_detail.practise()

    def look_at_practice(self) -> tuple[View, list[str], list[Record]]:
        """The page where a practice begins, all that can be read on it, and what was recorded of practices."""
        shown = self.main.practice.look()
        return shown, self.main.handset.whole_page(), self.practices()

    def look_at_page(self, session: str = "") -> list[str]:
        """The page of a session; a practice is left for it."""
        if self.main.practice.shown():
            self.main.back()
        return super().look_at_page(session)

    def go_by_the_notice(self) -> None:
        """From the list of exams, by what the app calls each step."""
        self.main.to_list()
        listed = self.main.exams.texts()
        self.main.exams.open(self.entry.major)
        button = self.main.exam_detail.opens_by(self.subject, self.session)
        self.passed_by = listed, button
        self.main.exam_detail.open(self.subject, self.session)

    def way_and_page(self) -> tuple[tuple[str, ...], str, View]:
        return (*self.passed_by, self.main.exam_page.look())

    def read_exam_page(self) -> list[str]:
        return self.main.handset.whole_page()

    def facts_of_page(self) -> tuple[str, str, str]:
        """The subject, and when it is answered, as the season has it."""
        paper = self.cast.season.subject(self.subject)
        window = paper.window(self.session)
        return paper.name, f"{window.start:%H:%M}", f"{window.end:%H:%M}"
