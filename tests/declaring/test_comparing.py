"""What a target file declares, held against what is found: every contradiction is told, nothing else is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import contracts
from conformance import catalogue, target, traits, verdict
from conformance.declaring import abilities, comparing
from conformance.declaring.abilities import ABILITIES
from conformance.declaring.comparing import Found
from conformance.declaring.controls import CONTROLS
from conformance.running.ruling import ruling_of
from conformance.sentences import suite
from conformance.target import Features, Target, TargetError
from reports.form import Declarable, Declared, Scenario, Text, Verdict
from tests.conformance.conftest import TINY

ROOT = Path(__file__).resolve().parents[2]


def declaring(
    controls: tuple[str, ...] = (), able: tuple[str, ...] = (), **phones: tuple[str, ...]
) -> Target:
    return replace(target.load("simulated"), features=Features(controls, able), phones=phones)


def table(found: Found, made: Target) -> dict[str, Verdict]:
    return {one.feature: one.verdict for one in comparing.compared(made, found)}


def test_the_controls_are_those_of_the_bench_s_contract() -> None:
    document = yaml.safe_load((ROOT / "contracts" / "bench.openapi.yaml").read_text(encoding="utf-8"))
    words = (
        [word for word in path.split("/") if word and not word.startswith("{")] for path in document["paths"]
    )
    named = {"/".join(path) for path in words} - {"controls", "worlds/current"}
    assert set(CONTROLS) == named
    assert len(CONTROLS) == len(named)


def test_the_abilities_are_features_of_seasons() -> None:
    listed = contracts.schema("target")["properties"]["features"]["properties"]["abilities"]["items"]["enum"]
    assert listed == list(ABILITIES)
    assert set(ABILITIES) <= set(traits.FEATURES)
    assert all(said.en and said.zh for said in ABILITIES.values())


GOLDEN = [
    # declared, found -> verdict, by what it is
    ("control", True, True, "PASS"),
    ("control", True, False, "INCONCLUSIVE"),
    ("control", True, None, "NOT_APPLICABLE"),
    ("control", False, True, "WARN"),
    ("phone", True, True, "PASS"),
    ("phone", True, False, "INCONCLUSIVE"),
    ("phone", True, None, "NOT_APPLICABLE"),
    ("phone", False, True, "WARN"),
    ("ability", True, True, "PASS"),
    ("ability", True, False, "FAIL"),
    ("ability", True, None, "NOT_APPLICABLE"),
    ("ability", False, True, "WARN"),
    ("ability", False, False, "PASS"),
    ("control", False, False, "PASS"),
]


@pytest.mark.parametrize(("of", "declared", "found", "said"), GOLDEN)
def test_a_contradiction_in_either_direction_is_told(
    of: Declarable, declared: bool, found: bool | None, said: Verdict
) -> None:
    became, why = verdict.of_declared(of, declared, found)
    assert became == said
    contradicts = found is not None and found is not declared
    assert bool(why.en and why.zh) is contradicts


def test_what_is_declared_and_what_is_there_stand_side_by_side() -> None:
    made = declaring(("clock", "worlds"), ("has_aux", "has_display"), android=("a",), ios=("b",))
    found = Found(
        controls=("worlds", "records"),
        phones={"android": True, "ios": False},
        abilities={"has_aux": True, "has_display": False, "has_early_end": True, "has_sheet": None},
    )
    assert table(found, made) == {
        "worlds": "PASS",
        "clock": "INCONCLUSIVE",
        "records": "WARN",
        "android": "PASS",
        "ios": "INCONCLUSIVE",
        "has_aux": "PASS",
        "has_display": "FAIL",
        "has_early_end": "WARN",
    }


def test_where_nobody_looked_nothing_is_said_against_a_declaration() -> None:
    made = declaring(("clock",), ("has_aux",), ios=("b",))
    assert set(table(Found(), made).values()) == {"NOT_APPLICABLE"}


def test_what_no_contract_names_cannot_be_declared_and_is_none() -> None:
    assert table(Found(controls=("controls", "coffee")), declaring(("clock",))) == {"clock": "INCONCLUSIVE"}


FLAGS = st.sampled_from([None, True, False])


@given(
    declared=st.sets(st.sampled_from(CONTROLS)),
    offered=st.sets(st.sampled_from(CONTROLS)),
    able=st.sets(st.sampled_from(sorted(ABILITIES))),
    seen=st.dictionaries(st.sampled_from(sorted(ABILITIES)), FLAGS),
)
def test_a_contradiction_never_improves_a_run(
    declared: set[str], offered: set[str], able: set[str], seen: Mapping[str, bool | None]
) -> None:
    made = declaring(tuple(declared), tuple(able))
    rows = comparing.compared(made, Found(tuple(offered), {}, seen))
    contradicted = {one.feature for one in rows if one.contradicts}
    assert contradicted == (declared ^ offered) | {
        name for name, there in seen.items() if there is not None and there is not (name in able)
    } - {name for name, there in seen.items() if there is False and name not in able}
    ruled = verdict.of_run(["PASS", *(one.verdict for one in rows if one.contradicts)], (), True)
    assert (ruled.exit_code == 0) is all(one.verdict == "WARN" for one in rows if one.contradicts)


def declaration(became: Verdict) -> Declared:
    return Declared(
        of="ability", feature="has_aux", says=Text("a", "甲"), declared=True, found=False, verdict=became
    )


@pytest.mark.parametrize(
    ("became", "code"), [("PASS", 2), ("NOT_APPLICABLE", 2), ("WARN", 2), ("INCONCLUSIVE", 2), ("FAIL", 1)]
)
def test_a_declaration_that_holds_is_no_rule_that_passes(became: Verdict, code: int) -> None:
    """A run of which no rule passes is incomplete, whatever its target file declares rightly."""
    assert ruling_of((), (), True, Text(), [declaration(became)]).exit_code == code


def scenarios(found: Mapping[str, Verdict]) -> dict[str, Scenario]:
    return {
        name: Scenario(
            id=name, name=Text(name, name), file="f", line=1, rules=("PAIR-01",), basis="text", verdict=one
        )
        for name, one in found.items()
    }


SEEN: list[tuple[list[Verdict], bool | None]] = [
    (["PASS"], True),
    (["PASS", "FAIL"], True),
    (["FAIL", "INCONCLUSIVE"], False),
    (["INCONCLUSIVE", "ERROR", "REVIEW", "WARN"], None),
    ([], None),
]


@pytest.mark.parametrize(("verdicts", "there"), SEEN)
def test_an_ability_is_seen_where_something_that_presupposes_it_passed(
    verdicts: list[Verdict], there: bool | None
) -> None:
    rules = catalogue.load()
    cases = [case for case in suite.read().cases() if "has_mock_exams" in abilities.presupposed(case, rules)]
    some = cases[: len(verdicts)]
    found = scenarios({case.id: one for case, one in zip(some, verdicts, strict=True)})
    assert abilities.seen(some, found, rules)["has_mock_exams"] is there


def test_every_shipped_season_finds_something_that_presupposes_what_it_has() -> None:
    rules, cases = catalogue.load(), suite.read().cases()
    exercised = {name for case in cases for name in abilities.presupposed(case, rules)}
    assert exercised == set(ABILITIES)


@pytest.mark.parametrize(
    "absent",
    [
        "",
        "[features]",
        "[features]\ncontrols = []\nabilities = []",
        "[features]\ncontrols = ['clock']\nabilities = []",
    ],
)
def test_a_target_that_declares_nothing_is_refused(tmp_path: Path, absent: str) -> None:
    text = (TINY / "tiny.toml").read_text(encoding="utf-8")
    head, _, rest = text.partition("[features]")
    path = tmp_path / "mine.toml"
    path.write_text(f"{head}{absent}\n[preflight]{rest.partition('[preflight]')[2]}", encoding="utf-8")
    with pytest.raises(TargetError, match="features"):
        target.load(str(path))


@pytest.mark.parametrize("kind", get_args(Declarable))
def test_each_kind_has_a_line_for_either_direction(kind: Declarable) -> None:
    lines = [line for line in verdict.table()["declared"] if kind in line["of"]]
    assert sorted((line["declared"], line["found"]) for line in lines) == [(False, True), (True, False)]
