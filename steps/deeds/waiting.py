"""Asking for the waiting room, the face check, and waiting."""

from __future__ import annotations

from datetime import datetime, timedelta

from conformance.bench.forms import Probed, Record
from conformance.outcome import ControlMissing
from steps.deeds.pairing import Pairing
from steps.findings import View
from steps.moments import Moment
from steps.permissions import allow

PASS = (True,)
BY_AUX = ("room", "desk")


class WaitingRoom(Pairing):
    """The part between the exam page and the start. `shown`: what she has shown, with the instant of each."""

    shown: dict[str, datetime]

    def ask_for_waiting(self, moment: Moment | None, subject: int | None = None) -> str:
        """Begin the main phone's recording; the sitting that was asked for."""
        wanted = self.subject if subject is None else self.subjects[subject]
        self._to_page_of(wanted)
        self.at(moment)
        self.main.exam_page.begin()
        return self.entry.sitting(wanted, self.session)

    def ask_for_waiting_slowly(self, moment: Moment) -> None:
        """The last byte of the request arrives at the moment, although it was begun long before."""
        self._to_page_of(self.subject)
        self.at(None)
        self.bench.fault(self.entry.phones.main, "dribble", until=self.cast.instant(moment))
        self.main.exam_page.begin()

    def come_to_waiting(self, moment: Moment) -> None:
        """Begin the main phone's recording, as far as the phone still offers it."""
        self.at(moment)
        if self.main.exam_page.offers_begin():
            self.main.exam_page.begin()

    def _to_page_of(self, subject: str) -> None:
        if subject != self.subject or not self.main.exam_page.shown():
            self.main.to_list()
        self.main.to_exam_page(subject, self.session)

    def ask_for_waiting_past_the_app(self, moment: Moment | None) -> str:
        self.at(moment)
        self.ask_past_the_app()
        return self.sitting

    def ask_past_the_app(self) -> Probed:
        main = self.entry.phones.main
        return self.bench.probe("enter", main, account=self.entry.account, sitting=self.sitting)

    def ask_with_aux_recording(self, subject: int | None = None) -> str:
        """Get the auxiliary phone to record what it did not, and ask again."""
        wanted = self.subject if subject is None else self.subjects[subject]
        self._show_code_of(wanted)
        self.cast.read(self.name, self.name)
        self.aux.start_recording()
        self.main.back()
        return self.ask_for_waiting(None, subject)

    def reach_face_check(self) -> None:
        opens = self.stage.times.waiting_opens
        self.stage.move_to(max(opens, self.stage.now()))
        self.ask_for_waiting(None)

    def fail_face_check(self, times: int) -> None:
        """Fail so often, or until the phone asks for no further face check."""
        self._script([False] * times)
        for _ in range(times):
            if self.main.face_check.shown():
                self.main.face_check.begin()

    def pass_face_check(self) -> View:
        if not self.main.face_check.shown():
            self.ask_for_waiting(None)
        self._script(PASS)
        self.main.face_check.begin()
        return self.main.waiting.look()

    def pass_late_face_check(self) -> tuple[View, datetime, list[Record]]:
        """Pass the face check as far as the phone still asks for it; the exam's page, its start and its record."""
        if self.main.face_check.shown():
            self._script(PASS)
            self.main.face_check.begin()
        return self.main.answering.look(), self.stage.times.starts, self.records()

    def break_off_face_check(self, how: str) -> None:
        """Lose the face check without having passed it, and come back to it."""
        {"leave": self.main.back, "restart_app": self.main.restart}[how]()
        if not self.main.face_check.shown():
            self.ask_for_waiting(None)

    def pass_and_come_back(self) -> None:
        """Pass, leave the waiting room and ask for it again: the face check begins anew."""
        self.pass_face_check()
        self.main.put_away()
        self.main.handset.launch("main")
        self.ask_for_waiting(None)

    def pass_after_review(self) -> View:
        self.come_back_after_review()
        return self.pass_face_check()

    def come_back_after_review(self) -> None:
        self.main.exam_page.ask_for_review()
        self.bench.approve_face(self.sitting)
        self.main.restart()
        self.ask_for_waiting(None)

    def enter_and_pass(self, moment: Moment) -> None:
        self.ask_for_waiting(moment)
        allow(self.main.handset)
        self.main.face_check.begin()

    def show_things_once_asked(self) -> None:
        """Everything; the auxiliary phone asks for its part as soon as it has heard that the waiting has begun."""
        if self.cast.season.waiting.shows:
            self.stage.move_by(timedelta(seconds=2))
            self.show_things("everything")

    def show_things(self, part: str) -> None:
        """Nothing, all but the last, or everything that the season has shown; a second passes between two."""
        wanted = self.cast.season.waiting.shows
        self.shown = {}
        for item in {"nothing": wanted[:0], "all_but_one": wanted[:-1], "everything": wanted}[part]:
            self.shown[item] = self.stage.now()
            if item in BY_AUX:
                self.aux.handset.tap("aux.recording.show", item=item)
            else:
                self.main.own.show(item)
            self.stage.move_by(timedelta(seconds=1))

    def remember_screen(self) -> None:
        self.remembered += self.main.waiting.texts()

    def remember_answer(self) -> None:
        """What the platform answers a phone that asks without its app."""
        said = self.ask_past_the_app().said
        if not said:
            raise ControlMissing("probes/enter: said")
        self.remembered += (said,)

    def _script(self, results: tuple[bool, ...] | list[bool]) -> None:
        self.bench.next_face_checks(self.entry.account, results)
