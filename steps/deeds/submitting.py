"""Submitting from both phones, and following the upload."""

from __future__ import annotations

from datetime import timedelta

from conformance.bench.forms import Probed, Record
from conformance.outcome import PreconditionUnmet
from reports.form import Text
from steps.deeds.sitting import Sitting
from steps.findings import View
from steps.moments import Moment

HALF_AN_HOUR = timedelta(minutes=30)
BEFORE_WAITING = Moment("waiting_opens", timedelta(minutes=-5))
FAST = 10_000_000
"""Bytes a second of a good network."""


class Submitting(Sitting):
    """The part from the last photo to the last byte."""

    def photograph_and_submit(self, pages: str = "all") -> None:
        self.photograph(pages)
        self.submit()

    def have_submitted(self, role: str = "main") -> None:
        """The same as a state, from the auxiliary phone too where it is meant; PreconditionUnmet where it is not on record."""
        self.photograph_and_submit()
        self._must_be_recorded("submitted")
        if role == "aux":
            self.aux.finish()
            self.have_aux_submitted()

    def have_aux_submitted(self) -> None:
        """That of the auxiliary phone alone, whose recording has ended; PreconditionUnmet where it is not on record."""
        self.aux_submit()
        self._must_be_recorded("aux_submitted")

    def _must_be_recorded(self, what: str) -> None:
        if all(record.what != what for record in self.records()):
            raise PreconditionUnmet(
                Text(f"the record has no “{what}” of {self.name}", f"平台记录中没有{self.name}的“{what}”")
            )

    def submit(self, moment: Moment | None = None) -> list[Record]:
        self.at(moment)
        self.main.photos.submit()
        return self.records()

    def work_and_submit(self) -> None:
        self.work()
        self.photograph_and_submit()

    def come_back_and_submit(self) -> list[Record]:
        self.main.to_photos(self.subject, self.session)
        return self.submit()

    def try_submit(self) -> bool:
        """Submit as far as the phone lets; whether it says that it has."""
        if self.main.photos.offers_submission():
            self.main.photos.submit()
        return self.main.submitted.shown()

    def submit_past_the_app(self, moment: Moment | None = None) -> Probed:
        self.at(moment)
        return self._probe_submit()

    def _probe_submit(self) -> Probed:
        main = self.entry.phones.main
        return self.bench.probe("submit", main, account=self.entry.account, sitting=self.sitting)

    def submit_at_once(self, number: int) -> None:
        """So many submissions of this exam, each with a key of its own, at the same moment."""
        self.cast.mark()
        body = {"operation": "submit", "udid": self.entry.phones.main, "account": self.entry.account}
        keys = [f"at-once-{nth}" for nth in range(number)]
        probes = [{**body, "sitting": self.sitting, "idempotency_key": key} for key in keys]
        self.cast.answers[:] = self.bench.probe_together(probes)

    def complete_and_submit(self, pages: str) -> list[Record]:
        self.photograph(pages)
        return self.submit()

    def complete_and_submit_past_the_app(self, pages: str) -> Probed:
        self.photograph(pages)
        return self.submit_past_the_app()

    def try_to_go_back(self) -> None:
        self.main.back()

    def try_aux_submit(self) -> None:
        self.cast.mark()
        if self.aux.submission.offers():
            self.aux.submission.submit()

    def aux_submit(self, moment: Moment | None = None) -> list[Record]:
        self.at(moment)
        self.aux.submission.submit()
        return self.records()

    def aux_submit_past_the_app(self) -> Probed:
        self.cast.mark()
        aux = self.entry.phones.aux
        return self.bench.probe("aux-submit", aux, account=self.entry.account, sitting=self.sitting)

    def submit_both(self) -> list[Record]:
        self.submit()
        self._must_be_recorded("submitted")
        return self.aux_submit()

    def submit_then_aux_past_the_app(self) -> Probed:
        self.submit()
        self._must_be_recorded("submitted")
        return self.aux_submit_past_the_app()

    # --- several subjects, one after another --------------------------------------------------------------------

    def sit_until_photos(self, subject: int) -> None:
        """Another subject of her major, from its code to the end of its display."""
        self.stage.turn_to(self.subjects[subject])
        self.cast.move_to(BEFORE_WAITING)
        self.main.to_exam_page(self.subject, self.session)
        self._sit()

    def _sit(self) -> None:
        self._enter()
        self.work()

    def come_in(self) -> None:
        """From the page of an exam to its waiting room."""
        self.cast.move_to(BEFORE_WAITING)
        self.main.to_exam_page(self.subject, self.session)
        self._enter()

    def _enter(self) -> None:
        if self.has_aux:
            self.cast.move_to(BEFORE_WAITING)
            self.let_aux_record()
        self.enter_and_pass(Moment("half_waited", timedelta(0)))
        self.show_things_once_asked()

    def finish_both(self) -> None:
        """Photographed and submitted, and the auxiliary recording ended."""
        self.have_submitted()
        self.aux.finish()

    def finish_and_aux_submit(self) -> list[Record]:
        self.finish_both()
        return self.aux_submit()

    def aux_submit_all(self) -> None:
        self.aux.submission.submit_all()

    def records_in(self, subject: int) -> list[Record]:
        return self.stage.records(sitting=self.entry.sitting(self.subjects[subject], self.session))

    def records_by_subject(self) -> list[list[Record]]:
        return [self.records_in(number) for number in range(len(self.subjects))]

    def records_by_subject_after_an_hour(self) -> list[list[Record]]:
        self.stage.move_by(2 * HALF_AN_HOUR)
        return self.records_by_subject()

    def submit_past_the_app_in(self, subject: int) -> Probed:
        sitting = self.entry.sitting(self.subjects[subject], self.session)
        return self.bench.probe("submit", self.entry.phones.main, account=self.entry.account, sitting=sitting)

    # --- a whole exam, and what follows it ----------------------------------------------------------------------

    def sit_whole_exam(self) -> list[Record]:
        """From the login to the last upload; the record of it."""
        self.log_in_and_open_exam()
        self._sit()
        self.photograph_and_submit()
        if self.has_aux:
            self.finish_and_submit_aux()
        return self.records_after_an_hour()

    def finish_and_submit_aux(self) -> None:
        self.aux.finish()
        self.aux_submit()

    def spend_half_an_hour(self, does: str) -> None:
        {"stay": lambda: None, "leave": self.main.to_list, "background": self.main.put_away}[does]()
        self.stage.move_by(HALF_AN_HOUR)

    def records_after_half_an_hour(self) -> list[Record]:
        self.stage.move_by(HALF_AN_HOUR)
        return self.records()

    def records_after_an_hour(self) -> list[Record]:
        self.stage.move_by(2 * HALF_AN_HOUR)
        return self.records()

    def told_within_a_minute(self) -> View:
        """What the phone shows once it has had the time to try again."""
        self.stage.move_by(timedelta(minutes=1))
        return self.main.submitted.look()

    def submission_status(self) -> View:
        self.main.to_status(self.subject, self.session)
        return self.main.submission_status.look()

    def status_after_upload(self) -> View:
        """Give the network back, let the upload end, and look again."""
        self.bench.set_network(self.entry.phones.main, bytes_per_second=FAST)
        self.stage.move_by(4 * HALF_AN_HOUR)
        return self.submission_status()

    def listed_status(self) -> list[str]:
        self.main.to_detail()
        return [self.main.exam_detail.status(self.subject, self.session)]
