"""Recording as often as a season gives chances, and sitting the mock exams that it requires."""

from __future__ import annotations

from datetime import timedelta

from conformance.bench.forms import Record
from conformance.outcome import Unreached
from reports.form import Text
from steps.deeds.variants import ONE_MINUTE, SOON, Variants
from steps.findings import View
from steps.moments import Moment
from steps.phrases import Lasting

BEFORE_WAITING = Moment("waiting_opens", timedelta(minutes=-10))
CRASH = Lasting(longer=timedelta(seconds=20))


class Chances(Variants):
    """`another_offered`: whether another recording was."""

    another_offered = False

    # --- recordings ----------------------------------------------------------------------------------------------

    def record_often(self, times: int) -> None:
        """So many recordings, each given up for the next."""
        for number in range(times):
            if number:
                self.main.own.record_again()
                self.begin_when_she_likes(None)
            else:
                self.begin_answering()
            self._end()

    def _end(self) -> None:
        self.stage.move_by(ONE_MINUTE)
        if self.cast.season.exam.early_end:
            self.end_early()
        else:
            self.cast.to("ends")

    def ask_for_another(self) -> None:
        """As far as the app offers it; past the app where it does not."""
        self.cast.mark()
        self.another_offered = self.main.own.offers_another()
        if self.another_offered:
            self.main.own.record_again()
        else:
            self.probe("record-again")

    def look_at_chances(self) -> tuple[str, list[Record]]:
        return self.main.own.chances(), self.records()

    def lose_recordings(self, times: int) -> None:
        """So many recordings, each interrupted by a crash; all but the first are begun anew where she may."""
        for number in range(times):
            if number:
                self.begin_when_she_likes(None)
            else:
                self.begin_answering()
            self.stage.move_by(ONE_MINUTE)
            self.cut_off("crash", CRASH)

    def look_at_recording(self) -> View:
        if self.main.own.offers_playback():
            self.main.own.play()
        return self.main.playback.look()

    # --- mock exams ----------------------------------------------------------------------------------------------

    def sit_mocks(self, number: int) -> None:
        """So many mock exams of her subject, each handed in; then the formal exam is meant."""
        windows = sorted(self.cast.season.subject(self.subject).windows, key=lambda window: window.start)
        mocks = [window.session for window in windows if not window.formal]
        if len(mocks) < number:
            raise Unreached(Text("there are not so many mock exams", "没有这么多场模拟考试"))
        for session in mocks[:number]:
            self.stage.turn_to_session(session)
            self.cast.move_to(BEFORE_WAITING)
            self._sit_mock()
        self.stage.turn_to_session("formal")

    def make_up_and_open(self, *steps: str) -> list[Record]:
        """What was missing, and the mock exams without which the season opens no formal exam."""
        self.prepare(*steps)
        required = self.cast.season.limit_or("mocks_required", 0)
        if required:
            self.sit_mocks(required)
        self.try_to_open_exam()
        return self.records()

    def _sit_mock(self) -> None:
        self.log_in_and_open_exam()
        self.let_aux_record()
        self.enter_and_pass(SOON)
        if self.cast.season.exam.start == "free":
            self.begin_when_she_likes(None)
        self.cast.move_to(Moment("answering_begins", timedelta(0)))
        self.work()
        self.have_submitted()
        self.aux.finish()
        self.main.to_list()

    def try_formal_exam(self) -> View:
        self.cast.mark()
        self.main.to_detail()
        self.main.exam_detail.open(self.subject, self.session)
        return self.main.exam_page.look()
