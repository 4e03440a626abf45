"""Rounds held against each other: what is otherwise is found, counted and named, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from conformance.repeats import comparing
from conformance.repeats.rounds import Ran
from conformance.running import projection
from reports import form
from reports.form import Results, Scenario, Step, Text, Verdict

VERDICTS: Sequence[Verdict] = get_args(Verdict)
IDS = ("a.feature#one", "a.feature#two", "b.feature#three")


def scenario(name: str, verdict: Verdict, fault: form.Fault = "") -> Scenario:
    steps = (
        Step(
            keyword="Then", text=Text("it is so", "如此"), status="passed" if verdict == "PASS" else "not_met"
        ),
    )
    return Scenario(
        id=name, name=Text(name, name), file="a", line=1, rules=(), basis="text", verdict=verdict, steps=steps,
        fault=fault, rerun=f"./examgate run --scenario {name}",
    )  # fmt: skip


def results(verdicts: Sequence[Verdict]) -> Results:
    return Results(
        kit=form.Kit(version="1"), edition="1", season=form.Season(id="s"), target=form.Target(name="t", kind="device"),
        seed=1, started="", finished="", exit_code=0, verdict="partial",
        scenarios=tuple(map(scenario, IDS, verdicts)),
    )  # fmt: skip


def rounds(table: Sequence[Sequence[Verdict]]) -> list[Ran]:
    return [Ran(seed, 1 + seed % 2, 0.5, results(row)) for seed, row in enumerate(table)]


tables = st.lists(st.tuples(*[st.sampled_from(VERDICTS)] * len(IDS)), min_size=1, max_size=8)


@given(table=tables)
def test_a_scenario_wavers_exactly_where_its_verdicts_differ(table: list[tuple[Verdict, ...]]) -> None:
    found = {one.scenario: one for one in comparing.wavering(rounds(table))}
    for place, name in enumerate(IDS):
        column = [row[place] for row in table]
        assert (name in found) is (len(set(column)) > 1)
        if name in found:
            one = found[name]
            assert column.count(one.usual) == max(map(column.count, column))
            assert {other.seed for other in one.otherwise} == {
                seed for seed, verdict in enumerate(column) if verdict != one.usual
            }
            assert 0 < one.rate < 1


@given(table=tables)
def test_nothing_wavers_exactly_where_the_projections_are_one(table: list[tuple[Verdict, ...]]) -> None:
    ran = rounds(table)
    one = len({projection.verdicts(each.results) for each in ran}) == 1
    assert one is (not comparing.wavering(ran))


@given(table=tables)
def test_each_round_counts_what_was_otherwise_in_it(table: list[tuple[Verdict, ...]]) -> None:
    ran = rounds(table)
    found = comparing.wavering(ran)
    assert sum(one.differing for one in comparing.listed(ran, found)) == sum(
        len(one.otherwise) for one in found
    )
    assert sum(comparing.usual(ran).values()) == len(IDS)


def test_a_step_that_ends_otherwise_is_a_difference_too() -> None:
    ran = rounds([("FAIL", "PASS", "PASS")] * 2)
    first = ran[1].results.scenarios[0]
    other = replace(first, steps=tuple(replace(step, status="refused") for step in first.steps))
    changed = replace(ran[1].results, scenarios=(other, *ran[1].results.scenarios[1:]))
    (found,) = comparing.wavering([ran[0], replace(ran[1], results=changed)])
    assert [one.steps for one in found.otherwise] == [("refused",)]


def test_what_the_lab_lost_says_nothing() -> None:
    ran = rounds([("PASS", "PASS", "PASS")] * 3)
    lost = scenario(IDS[0], "ERROR", "lab")
    ran[1] = replace(ran[1], results=replace(ran[1].results, scenarios=(lost, *ran[1].results.scenarios[1:])))
    assert comparing.wavering(ran) == ()
    assert comparing.lost(ran) == (IDS[0],)
    assert comparing.usual(ran) == {"PASS": 3}
