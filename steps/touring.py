"""The season's timetable, walked from sitting to sitting, each in a world of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations

from conformance.bench.forms import Probed
from conformance.season import Subject, Window
from steps.findings import View, Visit
from steps.joining import Joining
from steps.stagecraft import Candidate

SITTING, EARLY, PUNCTUAL, LATE = "王芳", "李静", "赵敏", "周敏"
"""Who sits the exam, and who else comes to it."""


class Touring(Joining):
    """`visits`: what was met at each sitting of the last round."""

    visits: list[Visit]

    def come_to_openings(self, kind: str, by: timedelta) -> None:
        """At each waiting room one candidate asks so long before it opens and when it opens, another so long after."""
        self.visits = []
        for visit, (early, late) in self._worlds(kind, EARLY, PUNCTUAL):
            answers = {
                "before": self._ask(early, visit.opens - by),
                "at": self._ask(early, visit.opens),
                "after": self._ask(late, visit.opens + by),
            }
            self.visits.append(replace(visit, answers=answers))

    def sit_through(self, kind: str, by: timedelta) -> None:
        """At each exam one candidate waits and sits it to its end, others ask to be let in around its start."""
        self.visits = []
        for visit, (sitting, punctual, late) in self._worlds(kind, SITTING, PUNCTUAL, LATE):
            self.stage.move_to(self.stage.times.half_waited)
            sitting.ask_for_waiting(None)
            sitting.pass_face_check()
            answers = {"before": self._ask(punctual, visit.starts - by), "at": self._ask(late, visit.starts)}
            views = {"start": sitting.look_at_exam()[0]}
            answers["after"] = self._ask(late, visit.starts + by)
            views["before the end"] = self._seen(sitting, visit.ends - by)
            views["end"] = self._seen(sitting, visit.ends)
            records = tuple(sitting.records())
            self.visits.append(replace(visit, answers=answers, views=views, records=records))

    def clashing_majors(self) -> list[str]:
        """The first two majors of the season whose formal exams overlap; LookupError where there are none."""
        formal = [(paper.major, paper.window("formal")) for paper in self.season.subjects]
        for (one, first), (other, second) in combinations(formal, 2):
            if one != other and first.start < second.end and second.start < first.end:
                return [one, other]
        raise LookupError(f"no two majors of {self.season.id} examine at the same time")

    def _worlds(self, kind: str, *names: str) -> Iterator[tuple[Visit, list[Candidate]]]:
        """Each sitting of a kind with these people ready for its waiting room."""
        for subject, window in self._sittings(kind):
            self.stage.leave()
            people = [{"name": name} for name in names]
            world = self.stage.open("paired", candidates=people, subject=subject.id, session=window.session)
            there = [
                Candidate(name, entry, self) for name, entry in zip(names, world.candidates, strict=True)
            ]
            self._people = dict(zip(names, there, strict=True))
            yield self._visit(subject, window), there

    def _sittings(self, kind: str) -> list[tuple[Subject, Window]]:
        return [
            (subject, window)
            for subject in self.season.subjects
            for window in subject.windows
            if window.formal is (kind == "formal")
        ]

    def _visit(self, subject: Subject, window: Window) -> Visit:
        times = self.stage.instants.of(subject.id, window.session)
        major = self.season.major(subject.major).name
        return Visit(major, subject.name, window.session, times.waiting_opens, times.starts, times.ends)

    def _ask(self, person: Candidate, at: datetime) -> Probed:
        self.stage.move_to(at)
        return person.ask_past_the_app()

    def _seen(self, person: Candidate, at: datetime) -> View:
        self.stage.move_to(at)
        return person.look_at_exam()[0]
