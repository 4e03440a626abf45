"""What a candidate does that only people judge: it is seen and heard in the recordings, and no app asks for it."""

from __future__ import annotations

from datetime import timedelta

from steps.deeds.submitting import Submitting
from steps.phrases import Around

A_MINUTE = timedelta(minutes=1)
INSTITUTION = "艺考培训中心"


class Conducting(Submitting):
    """The candidate's surroundings, and the way from wherever she is to the last upload."""

    def have_around(self, around: Around) -> None:
        """For a minute this is to be seen or heard, then no more."""
        self.surround(around)
        self.stage.move_by(A_MINUTE)
        for udid in self._phones(around):
            self.bench.surround(udid)

    def surround(self, around: Around) -> None:
        seen = [around.seen] if around.seen else []
        for udid in self._phones(around):
            self.bench.surround(udid, seen=seen, words=self._words(around.words), heard=around.heard)

    def leave_aux_unrecorded(self) -> None:
        """The auxiliary phone's recording is ended, and goes on ten minutes later."""
        self.aux.finish()
        self.stage.move_by(10 * A_MINUTE)
        self.aux.resume()

    def sitting_of(self, nth: int) -> str:
        """The candidate's sitting in the subject that is sat so many subjects after the first."""
        return self.entry.sitting(self.subjects[nth], self.session)

    def sit_with(self, around: Around) -> str:
        """The rest of the exam with this around her for a minute; the sitting."""
        self.have_around(around)
        return self.sit_to_the_last_upload()

    def sit_to_the_last_upload(self) -> str:
        """Whoever is not through yet works on, hands in from every phone, and lets an hour pass; the sitting."""
        self.work()
        self.have_submitted("aux" if self.has_aux else "main")
        self.records_after_an_hour()
        return self.sitting

    def _phones(self, around: Around) -> list[str]:
        """Those of the meant phones that the exam has."""
        return [udid for role in around.phones if (udid := getattr(self.entry.phones, role))]

    def _words(self, name: str) -> str:
        return INSTITUTION if name == "institution" else str(getattr(self.entry, name)) if name else ""
