"""Answers replace readings: what is confirmed is judged strictly, what is answered otherwise is no longer judged."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from conformance import answers, plan, season, verdict
from conformance.plan import Plan
from conformance.request import RunRequest
from conformance.running import gathering, writing
from conformance.season import Answer, Season, SeasonError, Which
from conformance.sentences.scenes import Case
from reports.form import Basis, Step, StepStatus, TargetKind, Text, Verdict

PUBLISHED = season.load("zjcm-2023")
PLAN = plan.read(RunRequest())
SAID: dict[str, Any] = {
    "which": "a",
    "en": "Yes.",
    "zh": "是。",
    "by": "Admissions Office",
    "date": "2022-12-20",
}


def answered(**which: Which) -> Season:
    """The season with answers to some questions."""
    on = date(2022, 12, 20)
    given = {name: Answer(name, one, "So.", "如此。", "Office", on) for name, one in which.items()}
    return replace(PUBLISHED, answers=given)


STANDINGS: list[tuple[dict[str, Which], str]] = [
    ({}, "open"),
    ({"C05": "a"}, "confirmed"),
    ({"C05": "b"}, "replaced"),
    ({"C05": "other"}, "replaced"),
]


@pytest.mark.parametrize(("given", "said"), STANDINGS)
def test_a_reading_is_open_confirmed_or_replaced(given: dict[str, Which], said: str) -> None:
    assert answers.standing("C05", answered(**given)) == said


BASES: list[tuple[Basis, list[str], dict[str, Which], Basis, bool]] = [
    ("reading", ["C05"], {}, "reading", False),
    ("reading", ["C05"], {"C05": "a"}, "answer", False),
    ("reading", ["C05"], {"C05": "b"}, "reading", True),
    ("reading", ["C05", "C06"], {"C05": "a"}, "reading", False),
    ("reading", ["C05", "C06"], {"C05": "a", "C06": "a"}, "answer", False),
    ("reading", ["C05", "C06"], {"C05": "a", "C06": "other"}, "reading", True),
    ("reading", ["C05"], {"C07": "a"}, "reading", False),
    ("reading", [], {"C05": "a"}, "reading", False),
    ("text", ["C05"], {"C05": "b"}, "text", False),
    ("text", ["C05"], {"C05": "a"}, "text", False),
]


@pytest.mark.parametrize(("said", "found", "given", "basis", "replaced"), BASES)
def test_the_basis_is_an_answer_once_every_reading_is_confirmed(
    said: Basis, found: list[str], given: dict[str, Which], basis: Basis, replaced: bool
) -> None:
    known = answered(**given)
    assert answers.basis(said, found, known) == basis
    assert bool(answers.replaced(said, found, known)) is replaced


CASE = next(
    case
    for case in PLAN.suite.cases()
    if case.row.get("basis") == "reading" and len(answers.readings(case, PLAN.catalogue)) == 1
)
READING = answers.readings(CASE, PLAN.catalogue)[0]
CONFIRMED: dict[str, Which] = {READING: "a"}
REPLACED: dict[str, Which] = {READING: "b"}
VERDICTS: list[tuple[StepStatus, dict[str, Which], TargetKind, Verdict]] = [
    ("not_met", {}, "device", "WARN"),
    ("not_met", {READING: "a"}, "device", "FAIL"),
    ("not_met", {READING: "other"}, "device", "INCONCLUSIVE"),
    ("passed", {}, "device", "PASS"),
    ("passed", {READING: "a"}, "device", "PASS"),
    ("passed", {READING: "other"}, "device", "INCONCLUSIVE"),
    ("error", {READING: "other"}, "device", "ERROR"),
    ("not_met", {}, "simulated", "FAIL"),
    ("passed", {READING: "other"}, "simulated", "INCONCLUSIVE"),
]


def planned(known: Season, kind: TargetKind = "simulated") -> Plan:
    return replace(PLAN, season=known, target=replace(PLAN.target, kind=kind))


@pytest.mark.parametrize(("status", "given", "kind", "said"), VERDICTS)
def test_a_confirmed_reading_is_judged_and_a_replaced_one_is_not(
    status: StepStatus, given: dict[str, Which], kind: TargetKind, said: Verdict
) -> None:
    steps = [Step(keyword="Then", text=Text("it is so", "如此"), status=status)]
    found = writing.scenario(CASE, planned(answered(**given), kind), steps)
    assert found.verdict == said
    assert found.basis == ("answer" if given == {READING: "a"} else "reading")
    if said == "INCONCLUSIVE":
        assert "Office, 2022-12-20" in found.reason.en
        assert "Office，2022-12-20" in found.reason.zh


def test_an_example_may_name_the_reading_it_rests_on() -> None:
    several = Case(CASE.id, CASE.scene, 1, {"basis": "reading", "reading": "C06"})
    assert answers.readings(several, PLAN.catalogue) == ("C06",)


def test_a_rule_shows_who_answered_and_when() -> None:
    row = next(row for row in PLAN.catalogue.rows if row.reading_ids == (READING,))
    result = gathering._rule(replace(row, basis="reading"), (), planned(answered(**CONFIRMED)))
    assert result.basis == "answer"
    (reading,) = result.readings
    assert (reading.answered_by, reading.answered_on, reading.replaced) == ("Office", "2022-12-20", False)
    (other,) = gathering._rule(row, (), planned(answered(**REPLACED))).readings
    assert other.replaced


OBSERVING = next(row for row in PLAN.catalogue.rows if len(row.accepts) > 1 and row.reading_ids)


def test_an_answer_narrows_what_an_observing_rule_accepts() -> None:
    name = next(iter(OBSERVING.accepts))
    reading = OBSERVING.reading_ids[0]
    confirmed: dict[str, Which] = {reading: "a"}
    known = answered(**confirmed)
    one = replace(known.answers[reading], behaviour=name)
    narrow = replace(known, answers={reading: one})
    assert answers.accepted(OBSERVING, known) == OBSERVING.accepts
    assert list(answers.accepted(OBSERVING, narrow)) == [name]
    answers.check(narrow, PLAN.catalogue)


def file(tmp_path: Path, **given: dict[str, Any]) -> Path:
    """A season file with answers."""
    raw = tomllib.loads(PUBLISHED.path.read_text(encoding="utf-8"))
    path = tmp_path / "answered.toml"
    path.write_text(tomli_w.dumps({**raw, "answers": given}), encoding="utf-8")
    return path


def test_an_answer_is_read_with_author_and_day(tmp_path: Path) -> None:
    found = season.load(file(tmp_path, C05=SAID)).answers["C05"]
    assert (found.which, found.by, found.on, found.zh) == (
        "a",
        "Admissions Office",
        date(2022, 12, 20),
        "是。",
    )


def test_an_answer_sets_a_limit_and_a_date(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        C13={**SAID, "sets": "limits.photo_minutes", "value": 25},
        C11={**SAID, "sets": "dates.identity_deadline", "value": "2023-01-10T00:00:00"},
    )
    found = season.load(path)
    assert found.limit("photo_minutes") == 25
    assert found.limits["photo_minutes"].origin == "published"
    assert "C13: Admissions Office" in found.limits["photo_minutes"].source
    assert found.dates["identity_deadline"].value == datetime(2023, 1, 10, tzinfo=found.zone)
    assert PUBLISHED.limit("photo_minutes") != 25


FAULTS: dict[str, tuple[dict[str, Any], str, str]] = {
    "no date": ({"date": None}, "answers.C05.date", "2022-12-20"),
    "a day that is none": ({"date": "2022-13-40"}, "answers.C05.date", "a day that exists"),
    "a meaning that is none": ({"which": "c"}, "answers.C05.which", "a, b or other"),
    "a value that goes nowhere": ({"value": 3}, "answers.C05.sets", "sets and value together"),
    "a limit that is no number": (
        {"sets": "limits.photo_minutes", "value": "ten"},
        "answers.C05.value",
        "a whole number",
    ),
    "a date that is none": ({"sets": "dates.sheets_until", "value": 3}, "answers.C05.value", "an instant"),
    "a date before its beginning": (
        {"sets": "dates.sheets_until", "value": "2023-01-01T00:00:00"},
        "dates.sheets_until.value",
        "an instant after",
    ),
    "an own table": ({"sets": "majors.song", "value": 3}, "answers.C05.sets", "a limit or a date"),
}


@pytest.mark.parametrize(("change", "key", "expected"), FAULTS.values(), ids=FAULTS)
def test_each_fault_of_an_answer_is_named(
    tmp_path: Path, change: dict[str, Any], key: str, expected: str
) -> None:
    row = {name: one for name, one in {**SAID, **change}.items() if one is not None}
    with pytest.raises(SeasonError) as error:
        season.load(file(tmp_path, C05=row))
    told = {fault.key: str(fault) for fault in error.value.faults}
    assert expected in told[key]


@pytest.mark.parametrize(("name", "behaviour"), [("C99", ""), ("C05", "fly_away")])
def test_an_answer_to_what_nobody_asked_is_named(name: str, behaviour: str) -> None:
    answer = Answer(name, "a", "So.", "如此。", "Office", date(2022, 12, 20), behaviour=behaviour)
    with pytest.raises(SeasonError) as error:
        answers.check(replace(PUBLISHED, answers={name: answer}), PLAN.catalogue)
    assert name in str(error.value)


def test_no_run_is_planned_with_an_answer_to_what_nobody_asked(tmp_path: Path) -> None:
    with pytest.raises(SeasonError):
        plan.read(RunRequest(season=str(file(tmp_path, C99=SAID))))


def test_the_table_says_why_nothing_is_proved() -> None:
    statuses: list[StepStatus] = ["passed", "not_met"]
    for status in statuses:
        assert verdict.of_steps([status], "reading", "device", "otherwise") == "INCONCLUSIVE"
    assert verdict.of_steps(["not_met"], "text", "device", "otherwise") == "FAIL"
