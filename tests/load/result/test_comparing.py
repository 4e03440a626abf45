"""Two load runs held against each other."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

import contracts
from conformance.cli import main
from conformance.console import Console
from conformance.load.plan import Objective
from conformance.load.result import building, files, telling
from conformance.load.result.comparing import Comparison, compare, schema
from conformance.load.result.form import Audit, Load, Violation
from reports.form import Language, Text
from tests.load.result.days import INSTANTS, a_day, head, written

CLEAN = Audit()
BROKEN = Audit(violations=(Violation(rule="PAIR-05", says=Text("a fourth phone", "第四台手机")),))
NAMES = ("old", "new")


def run(folder: Path, slower: float = 1.0, audit: Audit = CLEAN, most: float = 1000) -> Load:
    lines: list[dict[str, Any]] = [{**one, "ms": one["ms"] * slower} for one in a_day(120)]
    written(folder, lines)
    wanted = [Objective(id="rush-p99", measure="p99", step="rush", most=most)]
    return building.built(head(), folder, audit, wanted, INSTANTS)


def test_a_run_against_itself_is_the_same(tmp_path: Path) -> None:
    found = compare(run(tmp_path), run(tmp_path), NAMES, limit=1.0)
    assert (found.exit_code, found.changes, found.rules) == (0, (), ())
    assert [turn.sort for turn in found.objectives] == ["same"]
    assert {one.ratio for one in found.steps} == {1.0}


@pytest.mark.parametrize(
    ("before", "after", "sort", "code"),
    [(Audit(), BROKEN, "worse", 1), (BROKEN, BROKEN, "still", 0), (BROKEN, Audit(), "better", 0)],
)
def test_a_rule_turns(before: Audit, after: Audit, sort: str, code: int, tmp_path: Path) -> None:
    found = compare(run(tmp_path, audit=before), run(tmp_path, audit=after), NAMES)
    assert [(turn.id, turn.sort) for turn in found.rules] == [("PAIR-05", sort)]
    assert found.exit_code == code


@pytest.mark.parametrize(
    ("before", "after", "sort", "code"), [(1000, 1, "worse", 1), (1, 1, "still", 0), (1, 1000, "better", 0)]
)
def test_an_objective_turns(before: float, after: float, sort: str, code: int, tmp_path: Path) -> None:
    found = compare(run(tmp_path, most=before), run(tmp_path, most=after), NAMES)
    assert [(turn.id, turn.sort) for turn in found.objectives] == [("rush-p99", sort)]
    assert found.exit_code == code
    assert [change.name for change in found.changes] == []


def test_what_was_not_measured_anew_is_worse(tmp_path: Path) -> None:
    old = run(tmp_path)
    new = replace(old, objectives=tuple(replace(one, met=None) for one in old.objectives))
    assert compare(old, new, NAMES).objectives[0].sort == "worse"


@pytest.mark.parametrize(("limit", "slower", "code"), [(None, False, 0), (3.0, False, 0), (1.5, True, 1)])
def test_a_slower_step_fails_only_beyond_a_limit_that_was_asked_for(
    limit: float | None, slower: bool, code: int, tmp_path: Path
) -> None:
    found = compare(run(tmp_path), run(tmp_path, slower=2.0), NAMES, limit)
    rush = next(one for one in found.steps if one.step == "rush")
    assert rush.ratio == pytest.approx(2.0)
    assert rush.slower is slower
    assert found.exit_code == code


def test_few_requests_have_no_ratio(tmp_path: Path) -> None:
    old = run(tmp_path)
    few = replace(old, steps=tuple(replace(one, requests=99) for one in old.steps))
    assert {one.ratio for one in compare(old, few, NAMES, 1.0).steps} == {None}


def test_what_else_differs_is_named_by_its_place(tmp_path: Path) -> None:
    old = run(tmp_path)
    new = replace(
        old,
        seed=2,
        plan={**old.plan, "day": {"factor": 30}},
        platform=replace(old.platform, store="postgresql", url="http://elsewhere"),
        machine=replace(old.machine, processors=8, busy=0.9),
    )
    names = {change.name for change in compare(old, new, NAMES).changes}
    assert names == {
        "seed",
        "platform.store",
        "machine.processors",
        "plan.day.factor",
        "plan.day.subject",
        "plan.day.session",
    }


def test_nothing_follows_from_an_incomplete_run(tmp_path: Path) -> None:
    old = run(tmp_path)
    assert compare(old, replace(old, verdict="incomplete"), NAMES).exit_code == 2


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_told_on_a_terminal(language: Language, tmp_path: Path) -> None:
    found = compare(run(tmp_path), run(tmp_path, slower=2, audit=BROKEN), NAMES, 1.5)
    stream = io.StringIO()
    telling.comparison(found, language, Console(file=stream, width=180))
    said = stream.getvalue()
    for shown in ("PAIR-05", "rush-p99", "2.00", telling.conclusion(found).within(language)):
        assert shown in said


def test_json_fits_its_schema(tmp_path: Path) -> None:
    found = compare(run(tmp_path), run(tmp_path, audit=BROKEN), NAMES)
    raw = msgspec.json.encode(found)
    Draft202012Validator(contracts.schema("load-comparison")).validate(msgspec.json.decode(raw))
    assert msgspec.json.decode(raw, type=Comparison) == found
    assert contracts.schema("load-comparison") == schema()


def test_the_command_compares_two_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, slower in (("old", 1.0), ("new", 2.0)):
        (tmp_path / name).mkdir()
        files.dump(run(tmp_path / name, slower), tmp_path / name / files.NAME)
    names = [str(tmp_path / "old"), str(tmp_path / "new")]
    assert main(["load", "compare", *names]) == 0
    assert main(["load", "compare", *names, "--slower", "1.5", "--lang", "zh"]) == 1
    assert main(["load", "compare", *names, "--json"]) == 0
    assert '"schema": "examgate-load-comparison/1"' in capsys.readouterr().out
    for bad in (names[:1], [names[0], str(tmp_path / "none")], [*names, "--slower", "much"]):
        assert main(["load", "compare", *bad]) == 3
    assert main(["load", "compares", *names]) == 3
    assert "did you mean compare" in capsys.readouterr().err
