"""Which scenarios are run under which defect, and which defects are chosen."""

from __future__ import annotations

import pytest

from conformance import coreset, plan
from conformance.mutants import jobs
from conformance.mutants.forms import Defect
from conformance.naming import UnknownName
from conformance.repeats import choice
from conformance.request import RunRequest
from conformance.running import choosing
from conformance.saying import Stopped

PLAN = plan.read(RunRequest())
CASES = {case.id: case for case in choosing.chosen(PLAN).cases}


def defect(name: str = "a", rule: str = "PAIR-03", layer: str = "platform") -> Defect:
    return Defect(id=name, breaks={rule: "x"}, layer=layer, en="e", zh="z")


def test_the_sentinel_is_forty_scenarios_of_every_chapter() -> None:
    assert len(set(coreset.scenarios())) == len(coreset.scenarios()) == 40
    assert set(coreset.scenarios()) <= set(CASES)
    chapters = {case.scene.short.split("/")[0] for case in CASES.values()}
    assert {name.split("/")[0] for name in coreset.scenarios()} == chapters


def test_a_defect_meets_all_scenarios_of_its_rules_and_the_sentinel() -> None:
    (job,) = jobs.jobs(PLAN, [defect()], everything=False)
    own = {name for name, case in CASES.items() if "PAIR-03" in case.scene.rules}
    assert own
    assert set(job.cases) == own | set(coreset.scenarios())
    assert len(job.cases) == len(set(job.cases))


def test_everything_is_everything() -> None:
    (job,) = jobs.jobs(PLAN, [defect()], everything=True)
    assert job.cases == tuple(CASES)


def test_a_rule_that_is_not_there_and_one_without_a_scenario_are_refused() -> None:
    with pytest.raises(UnknownName):
        jobs.jobs(PLAN, [defect(rule="PAIR-99")], everything=False)
    with pytest.raises(Stopped, match="season zjcm-2023 has no scenario"):
        jobs.jobs(PLAN, [defect(rule="VAR-01")], everything=False)


MANY = [
    defect(f"{layer[0]}{number}", rule, layer)
    for layer in ("platform", "upload")
    for number, rule in enumerate(("PAIR-01", "PAIR-03", "WAIT-01", "WAIT-02", "WAIT-03"))
]


@pytest.mark.parametrize(
    ("ids", "rules", "part", "chosen"),
    [
        ((), (), "1/1", [one.id for one in MANY]),
        (("p1", "u4"), (), "1/1", ["p1", "u4"]),
        ((), ("WAIT-*",), "1/1", ["p2", "p3", "p4", "u2", "u3", "u4"]),
        ((), ("PAIR-01", "WAIT-03"), "1/1", ["p0", "p4", "u0", "u4"]),
        ((), (), "1/2", ["p0", "p2", "p4", "u0", "u2", "u4"]),
        ((), (), "2/2", ["p1", "p3", "u1", "u3"]),
        ((), ("NONE-*",), "1/1", []),
    ],
)
def test_defects_are_chosen_by_id_by_rule_and_by_part(
    ids: tuple[str, ...], rules: tuple[str, ...], part: str, chosen: list[str]
) -> None:
    assert [one.id for one in jobs.picked(MANY, ids, rules, choice.part(part))] == chosen


def test_an_unknown_defect_is_refused() -> None:
    with pytest.raises(UnknownName, match="no defect 'nope'"):
        jobs.picked(MANY, ("nope",), (), choice.part("1/1"))
