"""What a reviewer saw against what the desk keeps; and that with real recordings a person has to look."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import msgspec
import pytest

from conformance.bench.forms import Dossier, Found, Item, Noted, Record, Recording, Ruling, Step, Take
from conformance.lab.stagehand import Stagehand
from conformance.outcome import PreconditionUnmet, ToReview
from conformance.reviewing.watching import Sighting
from steps.checks import reviews as checks
from steps.reviewer import NOBODY, OTHER, Reviewer, evidence, fits

AT = datetime.fromisoformat("2023-01-12T10:11:00+08:00")
LATER = AT + timedelta(minutes=1)
HAT = Sighting("hat", "main", AT, LATER)
MADE = Step(state="made", by="周老师", at=LATER)
KEPT = Found(
    id=7, item="hat", rule="COND-01", note="", phone="main", begins=AT, ends=LATER, proposes=("violation",), state="made",
    classes=(), history=(MADE,),
)  # fmt: skip


def recording(phone: Any, **more: Any) -> Recording:
    whole = {"phone": phone, "name": f"{phone}.mp4", "sha256": phone * 8, "bytes": 1, "received": 1, "state": "done",
             "seconds": 60.0, "scale": 1.0, "takes": (Take(begins=AT, ends=LATER),), **more}  # fmt: skip
    return Recording(**whole)


def dossier(**more: Any) -> Dossier:
    whole = {"sitting": "s1", "now": LATER, "plan": {}, "effect": "none", "ruling": Ruling(classes=(), gravest=None),
             "findings": (), "checklist": (), "recordings": (recording("main"), recording("aux")), "photos": (),
             "timeline": (), "page": "", **more}  # fmt: skip
    return Dossier(**whole)


def changed(found: Found, **more: Any) -> Found:
    return msgspec.structs.replace(found, **more)


def test_a_sign_is_found_where_it_was_seen_and_kept_so() -> None:
    assert checks.found("hat", [HAT], KEPT).holds
    for sightings, kept in (
        ([], KEPT),
        ([HAT], None),
        ([HAT, replace(HAT, sign="book")], KEPT),
        ([HAT], changed(KEPT, begins=AT - timedelta(milliseconds=1))),
        ([HAT], changed(KEPT, phone="aux")),
        ([HAT], changed(KEPT, item="book")),
        ([HAT], changed(KEPT, history=(Step(state="made", by=" ", at=LATER),))),
    ):
        assert not checks.found("hat", sightings, kept).holds


def test_nothing_amiss_needs_every_recording() -> None:
    assert checks.nothing_found(["main", "aux"], [], dossier()).holds
    assert not checks.nothing_found(["main", "aux"], [HAT], dossier()).holds
    assert not checks.nothing_found(["main", "aux"], [], dossier(recordings=(recording("main"),))).holds
    late = (recording("main"), recording("aux", state="uploading"))
    assert not checks.nothing_found(["main", "aux"], [], dossier(recordings=late)).holds
    assert checks.nothing_found(["main"], [], dossier(recordings=(recording("main"),))).holds


def test_what_is_proposed_is_not_yet_ruled() -> None:
    assert checks.proposes(("violation",), KEPT).holds
    assert not checks.proposes(("cheating",), KEPT).holds
    assert not checks.proposes((), KEPT).holds
    assert not checks.proposes(("violation",), changed(KEPT, state="settled", classes=("violation",))).holds


def test_a_ruling_is_somebodys_with_the_gravest_first() -> None:
    by = (Step(state="settled", by="周老师", at=LATER),)
    ruled = dossier(ruling=Ruling(classes=("cheating", "violation"), gravest="cheating", by=by))
    assert checks.ruled(("cheating", "violation"), "周老师", ruled).holds
    assert not checks.ruled(("violation", "cheating"), "周老师", ruled).holds
    assert not checks.ruled(("cheating", "violation"), "李老师", ruled).holds
    assert not checks.ruled((), "", ruled).holds
    assert checks.ruled((), "", dossier()).holds


def test_the_platforms_field_is_its_own() -> None:
    assert checks.effect_is("none", dossier()).holds
    assert not checks.effect_is("terminated", dossier()).holds


def test_a_refusal_leaves_the_finding_as_it_was() -> None:
    assert checks.still_open(True, KEPT).holds
    assert not checks.still_open(False, KEPT).holds
    assert not checks.still_open(True, changed(KEPT, state="settled")).holds
    assert not checks.still_open(True, changed(KEPT, history=(MADE, MADE))).holds


def test_every_step_is_kept_in_order_and_named() -> None:
    steps = tuple(Step(state=state, by="周老师", at=LATER) for state in ("made", "settled", "withdrawn"))
    assert checks.every_step_kept(changed(KEPT, history=steps)).holds
    assert not checks.every_step_kept(changed(KEPT, history=steps[:2])).holds
    assert not checks.every_step_kept(
        changed(KEPT, history=(*steps[:2], Step(state="withdrawn", by="周老师", at=AT)))
    ).holds


def test_a_record_is_one_line_of_the_timeline_at_which_the_finding_lies() -> None:
    line = Noted(seq=1, at=AT, what="terminated", flag=False, detail={"cause": "call_answered"})
    shown = ("call", "terminated", "call_answered")
    assert fits(line, *shown[1:])
    assert not fits(line, "terminated", "exit")
    assert not fits(line, "terminated", "")
    kept = changed(KEPT, item="call")
    assert checks.on_the_timeline(shown, [line], kept).holds
    assert not checks.on_the_timeline(shown, [], kept).holds
    assert not checks.on_the_timeline(shown, [line, line], kept).holds
    assert not checks.on_the_timeline(shown, [line], changed(kept, begins=LATER)).holds


def test_the_desk_has_the_files_that_were_announced_byte_for_byte() -> None:
    records = [
        Record(
            number,
            AT,
            what,
            detail={"files": [{"name": f"{phone}.mp4", "kind": "video", "sha256": phone * 8}]},
        )
        for number, (what, phone) in enumerate((("submitted", "main"), ("aux_submitted", "aux")))
    ]
    listed = [recording("main"), recording("aux")]
    kept = {"main.mp4": "main" * 8, "aux.mp4": "aux" * 8}
    assert checks.very_files(listed, kept, records).holds
    assert not checks.very_files(listed, {**kept, "aux.mp4": "0"}, records).holds
    assert not checks.very_files(listed[:1], {"main.mp4": "main" * 8}, records[:1]).holds


def test_on_real_recordings_a_person_has_to_look_and_is_told_at_what() -> None:
    done = Record(1, AT, "upload_done", "s1", detail={"name": "main.mp4"})
    stage = SimpleNamespace(controls=SimpleNamespace(simulated=False), records=lambda **_: [done])
    reviewer = Reviewer(cast(Stagehand, stage), [Item("hat", "COND-01", "a hat", "帽子")])
    for look in (reviewer.dossier, reviewer.look_through, reviewer.look_over, reviewer.kept):
        with pytest.raises(ToReview) as raised:
            look("s1")
        assert "main.mp4" in raised.value.seen.en  # type: ignore[union-attr]  # both languages are given


class Looking(Reviewer):
    """At a desk with these recordings, on which nothing is to be seen."""

    def __init__(self, *there: Recording) -> None:
        stage = SimpleNamespace(controls=SimpleNamespace(simulated=True))
        super().__init__(cast(Stagehand, stage), [])
        self._there = there

    def dossier(self, _sitting: str) -> Dossier:
        return dossier(recordings=self._there)

    def look_through(self, _sitting: str) -> list[Sighting]:
        return []


def test_nothing_is_concluded_of_recordings_that_have_not_arrived() -> None:
    late = Looking(recording("main"), recording("aux", state="uploading"))
    with pytest.raises(PreconditionUnmet, match="no recording has arrived of: aux"):
        late.find_in_all("s1", "hat", ("main", "aux"))
    assert late.find_in_all("s1", "hat", ("main",)) == ([], None)


def test_what_was_not_seen_has_not_been_found() -> None:
    with pytest.raises(PreconditionUnmet, match="nothing of it is seen"):
        Looking(recording("main"), recording("aux")).have_found("s1", "hat", ("main", "aux"))


def test_the_evidence_names_films_and_photos() -> None:
    photo = Record(2, AT, "photo", "s1", detail={"page": 1, "sha256": "ab"})
    assert evidence([photo]).zh == "“1: ab”"
    assert (NOBODY.strip(), OTHER) == ("", "other")
