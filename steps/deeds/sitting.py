"""Answering: the question, the time that is left, what is written on the phone, and how an exam ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from conformance.bench.forms import Candidate as Entry
from conformance.bench.forms import Probed
from steps.deeds.paper import ANSWER, Paper
from steps.findings import Countdown, Span, View
from steps.moments import Moment
from steps.person import Company

SECOND_THOUGHT = "第一题：回旋曲式；第二题：属七和弦第二转位。"


class Sitting(Paper):
    """The part between the start and the end of the exam.

    `asked`: the question as it was before it was enlarged; `led`: the pages of the auxiliary app that were come to.
    """

    asked: list[str]

    def __init__(self, name: str, entry: Entry, cast: Company) -> None:
        super().__init__(name, entry, cast)
        self.led: list[View] = []

    def enlarge_question(self) -> None:
        self.asked = self.main.answering.question()
        self.main.answering.enlarge()

    def have_enlarged_question(self) -> None:
        self.felt(self.main.handset, self.enlarge_question)

    def look_at_enlarged(self) -> tuple[View, tuple[str, float], list[str]]:
        """The screen, the question's words with the share of the height that they have, and what was asked before."""
        view = self.main.question.look()
        close = self.main.question.look_closely() if view.shown else ("", 0.0)
        return view, close, self.asked

    def fold_question(self) -> tuple[View, list[str]]:
        self.main.question.fold()
        return self.look_at_exam()

    def answering_time(self) -> Countdown:
        return self.main.answering.remaining()

    def write(self) -> None:
        self.main.answering.write(ANSWER)

    def write_past_the_app(self, moment: Moment | None = None) -> Probed:
        self.at(moment)
        main = self.entry.phones.main
        return self.bench.probe(
            "answer", main, account=self.entry.account, sitting=self.sitting, text=SECOND_THOUGHT
        )

    def look_for_writing(self) -> tuple[bool, tuple[str, ...]]:
        """Whether there is anywhere to write, and what the phone shows."""
        return self.main.answering.can_write(), self.main.answering.texts()

    def filmed(self) -> list[Span]:
        """When the main phone recorded this exam, take by take."""
        info: Mapping[str, Any] = self.bench.phone(self.entry.phones.main).info
        takes = [take for recording in info["recordings"].values() for take in recording]
        return sorted(
            (_span(start, end, self.stage.now()) for start, end, *_ in takes), key=lambda take: take.begins
        )

    def time_to_film(self) -> Span:
        """What the main phone's recording has to hold: from the start to the end of the display, or of the exam."""
        times = self.stage.times
        return Span(times.starts, times.display_ends or times.ends)

    def walk_aux_through(self) -> None:
        """From a phone without the auxiliary app to the submission; `led` keeps each page when its turn has come."""
        aux, seen = self.aux, self.led
        seen.clear()
        self._install_aux()
        seen.append(aux.home.look())
        self.bench.point_camera(aux.handset.udid, "desk")
        aux.home.scan()
        seen.append(aux.scan.look())
        self.cast.read(self.name, self.name)
        seen.append(aux.confirm.look())
        aux.confirm.confirm()
        seen.append(aux.pre_record.look())
        aux.start_recording()
        seen.append(aux.recording.look())
        aux.finish()
        seen.append(aux.submission.look())

    def _install_aux(self) -> None:
        udid, package = self.entry.phones.aux, self.stage.target.app("aux").id(self.aux.handset.kind)
        self.bench.app(udid, "uninstall", package)
        self.bench.install(udid, package, granted=True)
        self.aux.handset.launch("aux")


def _span(start: str, end: str | None, now: datetime) -> Span:
    return Span(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else now)
