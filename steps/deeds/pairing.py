"""Showing the code and getting the auxiliary phone to record."""

from __future__ import annotations

from datetime import timedelta

from steps.findings import Code, View
from steps.moments import Moment
from steps.person import Person

TEN_MINUTES = timedelta(minutes=10)


class Pairing(Person):
    """The part before the waiting room."""

    def log_in_and_open_exam(self) -> None:
        self.main.handset.launch("main")
        self.main.to_exam_page(self.subject, self.session)

    def open_exam_page(self, moment: Moment) -> None:
        self.at(moment)
        self.main.to_exam_page(self.subject, self.session)

    def show_code(self) -> Code:
        self.main.to_exam_page(self.subject, self.session)
        return self._note(self.main.show_code())

    def try_code(self) -> Code | None:
        self.main.exam_page.open_code()
        return self.main.code_page.code() if self.main.code_page.shown() else None

    def show_code_again(self, how: str) -> None:
        {
            "leave_code": self.main.back,
            "leave_exam_page": self.main.to_list,
            "restart_app": self.main.restart,
            "wait": self._let_time_pass,
        }[how]()
        self.show_code()

    def _let_time_pass(self) -> None:
        self.stage.move_by(TEN_MINUTES)

    def show_codes_of(self, *subjects: int) -> None:
        for subject in subjects:
            self._show_code_of(self.subjects[subject])

    def sitting_in(self, subject: int) -> str:
        return self.entry.sitting(self.subjects[subject], self.session)

    def _show_code_of(self, subject: str) -> None:
        self.main.to_list()
        self.main.to_exam_page(subject, self.session)
        self._note(self.main.show_code())

    def _note(self, code: Code) -> Code:
        self.codes.append(code)
        return code

    def let_aux_record(self) -> None:
        self.show_code()
        self.cast.read(self.name, self.name)
        self.aux.start_recording()
        self.main.back()

    def confirm_details(self) -> View:
        self.aux.confirm.confirm()
        return self.aux.pre_record.look()

    def read_code_of(self, subject: int) -> None:
        self._show_code_of(self.subjects[subject])
        self.cast.read(self.name, self.name)

    def record_subject(self, subject: int) -> None:
        self.read_code_of(subject)
        self.aux.start_recording()

    def bring_aux_to(self, how: str) -> None:
        """How far the auxiliary phone gets: unpaired, paired, or its recording ended."""
        if how != "unpaired":
            self.cast.read(self.name, self.name)
        if how == "ended":
            self.aux.start_recording()
            self.aux.finish()
        self.main.back()
