"""The person at the review desk: looks through both recordings, keeps findings, settles them.

On a target with real recordings a person has to look: there every look ends as a review, with what there is to look at.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import pytest

from conformance.bench.forms import Dossier, Found, Item, Noted, Record, Recording
from conformance.lab.stagehand import Stagehand
from conformance.outcome import PreconditionUnmet, RefusedWhen, ToReview
from conformance.reviewing import watching
from conformance.reviewing.watching import Sighting
from reports.form import Text
from steps.findings import quoted

REVIEWER = "周老师"
NOBODY = " "
OTHER = "other"
"""The desk's own item, for what no list names."""


class Reviewer:
    """`sightings` are those of the last look; `finding` is the number of the finding that was kept last."""

    def __init__(self, stage: Stagehand, checklist: Sequence[Item]) -> None:
        self._stage, self._checklist = stage, checklist
        self._adopted = False
        self.sightings: list[Sighting] = []
        self.finding = 0
        self.refused = False

    def dossier(self, sitting: str) -> Dossier:
        """The sitting as it lies on the desk; the checklist of the catalogue is in force there."""
        self._must_be_settled_here(sitting)
        if not self._adopted:
            self._stage.bench.adopt_checklist(self._checklist)
            self._adopted = True
        return self._stage.bench.dossier(sitting)

    def look_through(self, sitting: str) -> list[Sighting]:
        """What strikes the reviewer in both recordings, each sign once for each phone and time."""
        self.sightings = watching.look_through(self.dossier(sitting), self._stage.bench.file)
        return self.sightings

    def look_over(self, sitting: str) -> tuple[list[Sighting], Dossier]:
        """What strikes the reviewer, and the sitting as it then lies on the desk."""
        return self.look_through(sitting), self.dossier(sitting)

    def find(self, sitting: str, sign: str) -> tuple[list[Sighting], Found | None]:
        """What strikes the reviewer, and the finding that is kept of a sign, if it is there."""
        return self.look_through(sitting), self.keep(sitting, sign)

    def find_in_all(
        self, sitting: str, sign: str, phones: Sequence[str]
    ) -> tuple[list[Sighting], Found | None]:
        """The same once the recordings of all these phones have arrived; PreconditionUnmet where one has not."""
        there = {one.phone for one in self.dossier(sitting).recordings if one.arrived}
        missing = [phone for phone in phones if phone not in there]
        if missing:
            raise PreconditionUnmet(
                Text(
                    f"no recording has arrived of: {', '.join(missing)}", f"录像未送达：{'、'.join(missing)}"
                )
            )
        return self.find(sitting, sign)

    def have_found(self, sitting: str, sign: str, phones: Sequence[str]) -> None:
        """The same as a state: the finding is kept. PreconditionUnmet where the sign is not seen."""
        if self.find_in_all(sitting, sign, phones)[1] is None:
            raise PreconditionUnmet(Text("nothing of it is seen in the recordings", "录像中未见该情形"))

    def keep(self, sitting: str, sign: str) -> Found | None:
        """Keep the first sighting of a sign as a finding of the checklist's; as the desk then has it."""
        seen = next((one for one in self.sightings if one.sign == sign), None)
        if seen is None:
            return None
        return self.note(sitting, sign, phone=seen.phone, begins=seen.begins, ends=seen.ends)

    def note(self, sitting: str, item: str, reviewer: str = REVIEWER, **where: object) -> Found | None:
        """Keep a finding, of `other` where the checklist has no such item."""
        listed = {one.id for one in self.dossier(sitting).checklist}
        named = item if item in listed else "other"
        said = {"note": item} if named == "other" else {}
        self.finding = self._stage.bench.make_finding(sitting, named, reviewer, **said, **where)
        return self.kept(sitting)

    def kept(self, sitting: str) -> Found | None:
        """The last finding as the desk has it now."""
        return next((one for one in self.dossier(sitting).findings if one.id == self.finding), None)

    def settle(self, reviewer: str, classes: Sequence[str] | None = None) -> None:
        self._stage.bench.decide_finding(self.finding, "settle", reviewer, classes=classes)

    def try_to_settle(self, reviewer: str) -> None:
        """Settle, and remember whether the desk refused it."""
        try:
            self.settle(reviewer)
        except RefusedWhen:
            self.refused = True

    def keep_record(self, sitting: str, shown: tuple[str, str, str]) -> tuple[list[Noted], Found | None]:
        """The lines of the desk's timeline that show it, and the finding that is kept of the first one."""
        item, what, cause = shown
        lines = [one for one in self.dossier(sitting).timeline if fits(one, what, cause)]
        if not lines:
            return [], None
        return lines, self.note(sitting, item, begins=lines[0].at, ends=lines[0].at)

    def files(self, sitting: str) -> tuple[list[Recording], dict[str, str]]:
        """The recordings on the desk, and the digest of the bytes that are kept of each, by its name."""
        recordings = list(self.dossier(sitting).recordings)
        kept = {
            one.name: sha256(self._stage.bench.file(one.sha256)).hexdigest()
            for one in recordings
            if one.arrived
        }
        return recordings, kept

    def withdraw(self, reviewer: str) -> None:
        self._stage.bench.decide_finding(self.finding, "withdraw", reviewer)

    def _must_be_settled_here(self, sitting: str) -> None:
        if self._stage.controls.simulated:
            return
        records = self._stage.records(sitting=sitting)
        raise ToReview(
            Text(
                "a person has to look through the recordings and the photos of this sitting and settle the row "
                "(`examgate review`)",
                "须由审核人员查看本场考试的录像与照片后核定（命令：examgate review）",
            ),
            expected=Text("what the sentence says", "与该语句所述一致"),
            seen=evidence(records),
        )


def fits(line: Noted, what: str, cause: str) -> bool:
    """Whether a line of the timeline is this record: with this cause where one is named, else with a flag."""
    return line.what == what and (line.detail.get("cause") == cause if cause else line.flag)


def evidence(records: Sequence[Record]) -> Text:
    """What there is to look at: the files that have arrived, by their names and digests."""
    films = [
        f"{one.detail.get('name', '')} ({one.at:%m-%d %H:%M:%S})"
        for one in records
        if one.what == "upload_done"
    ]
    photos = [
        f"{one.detail.get('page', '')}: {one.detail.get('sha256', '')}"
        for one in records
        if one.what == "photo"
    ]
    return quoted([*films, *photos])


@pytest.fixture(name="reviewer")
def reviewer_of_the_scenario(stage: Stagehand, checklist: tuple[Item, ...]) -> Reviewer:
    """The person at the desk of this scenario."""
    return Reviewer(stage, checklist)
