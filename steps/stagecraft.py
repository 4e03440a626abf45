"""What everybody in a scenario stands on: the stage, the season, exam time and the record."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from conformance.bench.forms import Record
from conformance.lab.stagehand import Stagehand
from conformance.season import Season
from steps.deeds.chances import Chances
from steps.deeds.conducting import Conducting
from steps.deeds.errands import Errands
from steps.deeds.identifying import Identifying
from steps.deeds.keeping import Keeping
from steps.deeds.official import OfficialSite
from steps.deeds.permitting import Permitting
from steps.deeds.rehearsing import Rehearsing
from steps.deeds.showing import Showing
from steps.findings import Code, View
from steps.moments import Moment
from steps.phrases import Count


class Candidate(
    Conducting, Errands, Identifying, OfficialSite, Permitting, Showing, Chances, Keeping, Rehearsing
):
    """A candidate with two phones, from the login to the last upload."""


class Stagecraft:
    """The people by the names that the sentences give them; nobody is there yet. `first_page`: of the app opened last."""

    first_page: View

    def __init__(self, stage: Stagehand, season: Season) -> None:
        self.stage, self.season = stage, season
        self._people: dict[str, Candidate] = {}
        self._since = 0

    def __getitem__(self, name: str) -> Candidate:
        return self._people[name]

    def instant(self, moment: Moment) -> datetime:
        """A subject without sheets has no display: where that would end, the exam has ended."""
        times = self.stage.times
        anchor: datetime = getattr(times, moment.anchor) or times.ends
        return anchor + moment.offset

    def move_to(self, moment: Moment) -> Self:
        self.stage.move_to(self.instant(moment))
        return self

    def to(self, anchor: str) -> None:
        self.move_to(Moment(anchor, timedelta(0)))

    def left_until(self, anchor: str) -> timedelta:
        return self.instant(Moment(anchor, timedelta(0))) - self.stage.now()

    def mark(self) -> None:
        """Remember where the record stands; `new_records` begin there."""
        self._since = max((record.seq for record in self.stage.records()), default=0)

    def new_records(self) -> list[Record]:
        return self.stage.records(since=self._since)

    def records_of(self, name: str) -> list[Record]:
        return self[name].records()

    def news_of(self, name: str) -> list[Record]:
        """What was recorded of a candidate's account since the mark."""
        account = self[name].entry.account
        return [record for record in self.new_records() if record.account == account]

    @property
    def has_aux(self) -> bool:
        """Whether the season's exams have an auxiliary phone."""
        return self.season.exam.cameras == 2

    @property
    def displays(self) -> bool:
        """Whether answer sheets are displayed in this season."""
        return self.season.limit_or("display_seconds", 0) > 0

    def limit(self, name: str) -> int:
        """A limit of the season; how many recordings may be begun is a term of its own."""
        return self.season.recording.chances if name == "chances" else self.season.limit(name)

    def number(self, count: Count) -> int:
        return (int(self.limit(count.limit) * count.share) if count.limit else 0) + count.plus

    def charge_of(self, name: str, role: str, percent: Count | None, plugged: bool) -> None:
        """So much is left in the battery of this phone, and it is plugged in or not."""
        self[name].charge(role, None if percent is None else self.number(percent), plugged)

    def label(self, name: str) -> str:
        return self.stage.target.label(name)

    def labels(self, *names: str) -> list[str]:
        return [self.label(name) for name in names]

    def codes_shown(self) -> list[Code]:
        return [code for person in self._people.values() for code in person.codes]
