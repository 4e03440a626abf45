"""Mock exams: sitting one, and what is told and recorded of it."""

from __future__ import annotations

import re
from datetime import timedelta

from conformance.bench.forms import Record, Review
from steps.deeds.confirming import Confirming
from steps.moments import Moment

FORMAL = "formal"
SOON_AFTER = Moment("waiting_opens", timedelta(minutes=1))


class Mocks(Confirming):
    """What a candidate does in a mock exam, and with her formal exam before or after one."""

    def mocks_counted(self) -> int | None:
        """How many mock exams of her subject the details say that she has taken; None where they do not say."""
        self.main.handset.launch("main")
        if not self.main.exam_detail.shown():
            self.main.back()
        self.main.to_detail()
        told = re.search(r"\d+", self.main.exam_detail.mocks(self.subject))
        return int(told[0]) if told else None

    def come_to_exam(self) -> None:
        """By the details, as far as the app lets: the page of the exam, the auxiliary phone, the waiting room."""
        self.cast.mark()
        self.main.to_detail()
        self.main.exam_detail.open(self.subject, self.session)
        if self.main.exam_page.shown():
            if self.has_aux:
                self.let_aux_record()
            self.cast.move_to(SOON_AFTER)
            self.main.exam_page.begin()

    def told_at_exam(self) -> list[str]:
        """What the page that she has come to says of her wish to go on."""
        return list(filter(None, (self.main.exam_detail.notice(), self.main.exam_page.notice())))

    def open_formal(self) -> list[Record]:
        """The page of the formal exam, after a mock exam that nothing was handed in of."""
        if not self.main.exam_detail.shown():
            self.main.back()
        self.main.to_exam_page(self.subject, FORMAL)
        return self.stage.records(sitting=self.entry.sitting(self.subject, FORMAL))

    def look_at_page(self, session: str = "") -> list[str]:
        self.main.to_list()
        self.main.to_exam_page(self.subject, session or self.session)
        return self.main.handset.whole_page()

    def look_at_formal_page(self) -> list[str]:
        return self.look_at_page(FORMAL)

    def formal_records(self) -> list[Record]:
        formal = {one.sitting for one in self.entry.sittings if one.session == FORMAL}
        return [record for record in self.stage.records() if record.sitting in formal]

    def brought_to_others(self) -> tuple[list[Review], list[Record]]:
        """What waits for a person of this candidate's, and what a person has decided of hers."""
        mine = [one for one in self.bench.reviews() if one.account == self.entry.account]
        return mine, [record for record in self.account_records() if "reviewer" in record.detail]
