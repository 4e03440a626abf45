"""What becomes of a defect, from the scenarios that were run under it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest

from conformance.mutants import judging
from conformance.mutants.forms import Defect, Finding
from reports.form import Scenario, Step, StepStatus, Text, Verdict

DEFECT = Defect(
    id="late", breaks={"WAIT-01": "is refused"}, layer="platform", en="Late.", zh="晚。", also=("JOUR-01",)
)
STATUS: Mapping[Verdict, StepStatus] = {
    "PASS": "passed",
    "FAIL": "not_met",
    "INCONCLUSIVE": "refused",
    "ERROR": "error",
}


def scenario(rules: str, verdict: Verdict, then: str = "王芳 is refused the waiting room") -> Scenario:
    steps = [
        Step(keyword="When", text=Text("王芳 enters", "王芳进入"), status="passed"),
        Step(
            keyword="Then",
            text=Text(then, then),
            status=STATUS[verdict],
            seen=Text("in", "入"),
            expected="out",
        ),
        Step(keyword="And", text=Text("more", "更多"), status="passed" if verdict == "PASS" else "not_run"),
    ]
    return Scenario(
        id=f"f#{rules}-{verdict}-{then[:4]}",
        name=Text("n", "n"),
        file="f",
        line=1,
        rules=tuple(rules.split()),
        basis="text",
        verdict=verdict,
        steps=tuple(steps),
    )


TABLE = {
    "caught by one of its scenarios": (
        [scenario("WAIT-01", "PASS"), scenario("WAIT-01", "FAIL"), scenario("PAIR-01", "PASS")],
        "caught",
        {"WAIT-01": "caught"},
    ),
    "nobody notices": ([scenario("WAIT-01", "PASS")], "survived", {"WAIT-01": "missed"}),
    "another sentence fails": (
        [scenario("WAIT-01", "FAIL", "the countdown runs")],
        "other reason",
        {"WAIT-01": "other reason"},
    ),
    "a state that is not reached is no catch": (
        [scenario("WAIT-01", "INCONCLUSIVE")],
        "other reason",
        {"WAIT-01": "other reason"},
    ),
    "a crash is no catch": (
        [scenario("WAIT-01", "FAIL"), scenario("WAIT-01", "ERROR")],
        "broken",
        {"WAIT-01": "caught"},
    ),
    "another rule is blamed": (
        [scenario("WAIT-01", "FAIL"), scenario("PAIR-01", "FAIL")],
        "blamed wrongly",
        {"WAIT-01": "caught", "PAIR-01": "blamed"},
    ),
    "a scenario of two rules blames both": (
        [scenario("WAIT-01 PAIR-01", "FAIL")],
        "blamed wrongly",
        {"WAIT-01": "caught", "PAIR-01": "blamed"},
    ),
    "a rule that meets the same mistake is not blamed": (
        [scenario("WAIT-01", "FAIL"), scenario("JOUR-01", "FAIL")],
        "caught",
        {"WAIT-01": "caught", "JOUR-01": "also"},
    ),
    "what cannot be judged under it is told and blames nobody": (
        [scenario("WAIT-01", "FAIL"), scenario("PAIR-01", "INCONCLUSIVE")],
        "caught",
        {"WAIT-01": "caught", "PAIR-01": "undecided"},
    ),
    "surviving is worse than blaming": (
        [scenario("WAIT-01", "PASS"), scenario("PAIR-01", "FAIL")],
        "survived",
        {"WAIT-01": "missed", "PAIR-01": "blamed"},
    ),
    "nothing was run": ([], "survived", {"WAIT-01": "missed"}),
}


@pytest.mark.parametrize("name", TABLE)
def test_what_becomes_of_a_defect(name: str) -> None:
    scenarios, state, cells = TABLE[name]
    found = judging.finding(DEFECT, scenarios)
    assert (found.state, dict(sorted(found.cells.items()))) == (state, dict(sorted(cells.items())))
    assert found.ran == len(scenarios)
    assert bool(found.why) == (state != "caught")


def test_a_release_that_cannot_be_judged_is_broken_whatever_was_seen() -> None:
    found = judging.finding(DEFECT, [scenario("WAIT-01", "FAIL")], "Traceback")
    assert (found.state, found.why) == ("broken", "Traceback")


def test_a_finding_shows_the_scenario_that_fails_as_expected() -> None:
    some = [scenario("WAIT-01", "FAIL", "the countdown runs"), scenario("WAIT-01", "FAIL")]
    seen = judging.finding(DEFECT, some).witnesses["WAIT-01"]
    assert (seen.then, seen.expected, seen.seen) == ("王芳 is refused the waiting room", "out", "in")


@pytest.mark.parametrize(
    ("also", "state", "cell"),
    [
        (("PAIR-*",), "caught", "also"),
        (("PAIR-01", "JOUR-01"), "caught", "also"),
        ((), "blamed wrongly", "blamed"),
    ],
)
def test_what_was_found_is_judged_again_by_what_the_row_says_of_others(
    also: tuple[str, ...], state: str, cell: str
) -> None:
    found = judging.finding(DEFECT, [scenario("WAIT-01", "FAIL"), scenario("PAIR-01", "FAIL")])
    row = msgspec.structs.replace(DEFECT, also=also)
    judged = judging.again(row, found)
    assert (judged.state, judged.cells) == (state, {"WAIT-01": "caught", "PAIR-01": cell})
    assert judged == judging.finding(row, [scenario("WAIT-01", "FAIL"), scenario("PAIR-01", "FAIL")])


def test_order_does_not_matter() -> None:
    some = [scenario("WAIT-01", "FAIL"), scenario("PAIR-01", "FAIL"), scenario("JOUR-01", "INCONCLUSIVE")]
    told: list[Finding] = [judging.finding(DEFECT, some), judging.finding(DEFECT, some[::-1])]
    assert told[0] == told[1]
