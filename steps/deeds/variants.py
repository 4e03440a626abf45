"""What a candidate does where another notice has it so: showing things, beginning and ending when she likes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal

from conformance.bench import Operation
from conformance.bench.forms import Probed, Record, Review
from steps.deeds.face import FaceChecks
from steps.findings import View
from steps.moments import Moment
from steps.permissions import allow
from steps.phrases import Lasting

A_WHILE = timedelta(seconds=5)
SOON = Moment("waiting_opens", timedelta(minutes=1))
ONE_MINUTE = timedelta(minutes=1)


class Variants(FaceChecks):
    """Where other notices differ from the first."""

    # --- the waiting room --------------------------------------------------------------------------------------

    def look_at_lists(self) -> tuple[str, ...]:
        return (*self.main.waiting.texts(), *self.aux.recording.texts())

    def things(self) -> list[str]:
        """The labels of what is to be shown."""
        return [f"show_{item}" for item in self.cast.season.waiting.shows]

    def not_shown(self) -> tuple[list[str], datetime, list[Record], list[Review]]:
        """What she has not shown, since when that is known, and what the record and the review desk have of her."""
        missing: list[str] = [item for item in self.cast.season.waiting.shows if item not in self.shown]
        return missing, self.stage.times.starts, self.records(), self.flags()

    def filming(self) -> dict[str, bool]:
        """Whether each phone records now."""
        udids = {"main": self.entry.phones.main, "aux": self.entry.phones.aux}
        return {role: self._films(udid) for role, udid in udids.items()}

    def _films(self, udid: str) -> bool:
        info: Mapping[str, Any] = self.bench.phone(udid).info
        return any(end is None for takes in info["recordings"].values() for _, end, *_ in takes)

    # --- her own time ------------------------------------------------------------------------------------------

    def begin_answering(self, moment: Moment | None = None) -> None:
        """At a time of her own where the season leaves it to her; else a minute after everybody does."""
        if self.cast.season.exam.start == "free":
            self.begin_when_she_likes(moment if moment or self.main.waiting.shown() else SOON)
        else:
            if not self.main.waiting.shown():
                self.enter_and_pass(SOON)
            self.cast.move_to(Moment("answering_begins", ONE_MINUTE))

    def begin_when_she_likes(self, moment: Moment | None) -> None:
        if not self.main.waiting.shown():
            self.enter_and_pass(moment) if moment else self._enter_again()
        elif moment:
            self.at(moment)
        self.main.own.begin()
        begun = [record.at for record in self.records() if record.what == "begun"]
        self.stage.begun(begun[-1] if begun else None)

    def _enter_again(self) -> None:
        self.main.exam_page.begin()
        allow(self.main.handset)
        self.main.face_check.begin()

    def look_at_reading(self) -> tuple[View, list[str], bool]:
        """The page, the question, and whether there is anywhere to answer."""
        reading = self.main.reading
        return reading.look(), reading.question(), self.main.answering.can_write()

    def look_at_answering(self) -> tuple[View, list[str], bool]:
        """The page, the question, and whether it is only there to be read."""
        return (*self.look_at_exam(), self.main.reading.shown())

    def look_for_early_end(self) -> tuple[bool, tuple[str, ...]]:
        return self.main.own.offers_end(), self.main.answering.texts()

    def look_for_photos(self) -> tuple[View, list[Record], datetime]:
        return self.main.photos.look(), self.records(), self.stage.times.ends

    def write_once_more(self) -> tuple[str, list[Record]]:
        """Past the app; what was recorded of it."""
        before = len(self.records())
        self.write_past_the_app()
        return self.sitting, self.records()[before:]

    def end_early(self) -> None:
        self.cast.mark()
        self.main.own.finish()
        self.stage.finished(self.stage.now())

    def end_past_the_app(self, moment: Moment | None = None) -> Probed:
        self.at(moment)
        return self.probe("finish")

    def probe(self, operation: Operation) -> Probed:
        main = self.entry.phones.main
        return self.bench.probe(operation, main, account=self.entry.account, sitting=self.sitting)

    # --- interruptions -------------------------------------------------------------------------------------------

    def cut_off_and_go_on(self, how: str, lasting: Lasting) -> None:
        """Back as soon as that is over, by hand where the season wants it so."""
        self.cut_off(how, lasting)
        if self.main.going_on.shown():
            self.main.going_on.go_on()

    def cut_off_often_and_go_on(self, how: str, times: int, lasting: Lasting) -> None:
        for _ in range(times):
            self.cut_off_and_go_on(how, lasting)
            self.stage.move_by(A_WHILE)

    def go_on_by_hand(self) -> list[Record]:
        self.main.going_on.go_on()
        return self.records()

    def lose_aux_app(self) -> View:
        """The app on the auxiliary phone crashes and is opened again."""
        self.cast.mark()
        package = self.stage.target.app("aux").package
        deeds: tuple[Literal["crash", "launch"], ...] = ("crash", "launch")
        for deed in deeds:
            self.bench.app(self.entry.phones.aux, deed, package)
        return self.aux.home.look()

    def look_at_aux_home(self) -> tuple[View, bool, list[Record]]:
        home = self.aux.home
        return home.look(), home.offers_resume(), self.records()
