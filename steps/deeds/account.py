"""From an authenticated account to the first exam: confirming, preparing, practising."""

from __future__ import annotations

from datetime import timedelta

from conformance.bench.forms import Probed, Record
from steps.deeds.registering import Registering
from steps.findings import View
from steps.moments import Moment

TWO_HOURS = timedelta(hours=2)


class Account(Registering):
    """What a candidate does before her first exam."""

    def look_for_confirmation(self, moment: Moment | None = None) -> bool:
        """Whether the page to confirm offers her major."""
        self.at(moment)
        self.main.to_exams_tab()
        self.main.exams.to_confirmations()
        return self.main.confirmations.pending(self.entry.major)

    def confirm(self, moment: Moment | None = None) -> list[Record]:
        self.look_for_confirmation(moment)
        self.main.confirmations.confirm(self.entry.major)
        return self.account_records()

    def authenticate_and_confirm(self) -> None:
        """The confirmation is open from the season's instant on; where it has none, at any time."""
        self.authenticate()
        self._wait_for_confirmation()
        self.confirm()

    def confirm_past_the_app(self, moment: Moment | None = None) -> Probed:
        self.at(moment)
        main = self.entry.phones.main
        return self.bench.probe("confirm", main, account=self.entry.account, major=self.entry.major)

    def trouble(self) -> str:
        return self.main.confirmations.trouble()

    def listed(self) -> list[str]:
        """What the list of exams says of her major."""
        self.main.to_exams_tab()
        return [self.entry.major] * self.main.exams.entries(self.entry.major)

    def admission_shown(self) -> list[str]:
        self.main.to_detail()
        return [self.main.exam_detail.admission()]

    def try_to_open_exam(self) -> list[Record]:
        self.cast.mark()
        self.main.to_detail()
        self.main.exam_detail.open(self.subject, self.session)
        return self.account_records()

    def try_to_open_mock(self) -> list[Record]:
        """The first mock exam of her subject."""
        windows = self.cast.season.subject(self.subject).windows
        mock = min((window for window in windows if not window.formal), key=lambda window: window.start)
        self.cast.mark()
        self.main.to_detail()
        self.main.exam_detail.open(self.subject, mock.session)
        return self.account_records()

    def sign_and_open_mock(self) -> list[Record]:
        self.prepare("pledge")
        return self.try_to_open_mock()

    def practise(self, times: int) -> None:
        """From the exam's details and back to them, whenever she likes."""
        self.cast.mark()
        self.remember_room()
        self.main.to_detail()
        self.main.exam_detail.practise()
        for _ in range(times):
            self.main.practice.begin()
            self.allow()
            self.stage.move_by(TWO_HOURS)
            self.main.practice.end()

    def prepare(self, *steps: str) -> None:
        """The pledge, the tasks, the first face check, as far as they are named and not done."""
        for step in steps:
            {
                "pledge": self._sign,
                "first_task": self._do_task,
                "tasks": self._do_tasks,
                "face": self._first_face,
            }[step]()

    def log_in_and_open_exam(self) -> None:
        self.get_ready()
        super().log_in_and_open_exam()

    def let_aux_record(self) -> None:
        """From wherever she is; who has not logged in yet gets ready first."""
        if self.main.login.shown():
            self.get_ready()
        super().let_aux_record()

    def get_ready(self) -> None:
        """Logged in, and whatever her exam still asks for: the confirmation, the pledge, the tasks, the first face check."""
        self.main.handset.launch("main")
        self.main.to_exams_tab()
        if not self.main.exams.entries(self.entry.major):
            self._wait_for_confirmation()
            self.confirm()
        self.prepare("tasks", "pledge")
        self.main.to_exams_tab()
        if self.main.exams.red_bar():
            self._first_face()

    def _wait_for_confirmation(self) -> None:
        opens = self.stage.times.confirmation_opens
        if opens is not None and self.stage.now() < opens:
            self.at(Moment("confirmation_opens", timedelta(0)))

    def come_from_new_phones(self) -> None:
        """All that lies between two new phones and the page of the exam."""
        self.authenticate_and_confirm()
        self.prepare("pledge", "tasks", "face")

    def _sign(self) -> None:
        self.main.to_detail()
        self.main.exam_detail.sign_pledge()

    def _do_task(self) -> None:
        self.main.to_detail()
        self.main.exam_detail.do_task()

    def _do_tasks(self) -> None:
        self.main.to_detail()
        while self.main.exam_detail.has_open_task():
            self.main.exam_detail.do_task()

    def _first_face(self) -> None:
        self.main.to_exams_tab()
        self.main.exams.use_red_bar()
        self.main.first_face_check.begin()
        self.allow()

    def fail_first_face(self, times: int) -> None:
        self.main.to_exams_tab()
        self.main.exams.use_red_bar()
        self._script([False] * times)
        for _ in range(times):
            if self.main.first_face_check.shown():
                self.main.first_face_check.begin()
                self.allow()

    def pass_after_account_review(self) -> list[Record]:
        self.main.exams.use_red_bar()
        self.decide("account_face", "approve")
        return self.pass_first_face()

    def pass_first_face(self) -> list[Record]:
        self.cast.mark()
        self.main.restart()
        self._script((True,))
        self._first_face()
        return self.account_records()

    def look_at_list(self) -> tuple[View, str]:
        return self.main.exams.look(), self.main.exams.red_bar()
