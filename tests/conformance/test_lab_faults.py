"""What the lab loses is run again, within a budget; what the product or the kit does wrong never is."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conformance.conftest import Examgate, Ran

Tiny = Callable[..., Path]
LOST = "The target is lost a few times"


@pytest.fixture
def run(tiny: Tiny, examgate: Examgate, tmp_path: Path) -> Callable[..., Ran]:
    """A run whose target dies so often in one of its scenarios."""

    def run(deaths: int, *words: str) -> Ran:
        counts = {"TINY_COUNTS": str(tmp_path), "TINY_DEATHS": str(deaths)}
        return examgate(tiny(), *words, features="faults", **counts)

    return run


@pytest.mark.parametrize("workers", ["1", "2"])
def test_what_the_lab_lost_is_run_again_and_says_so(run: Callable[..., Ran], workers: str) -> None:
    ran = run(2, "-n", workers)
    assert ran.scenarios[LOST]["verdict"] == "PASS", ran.errors
    assert ran.scenarios[LOST]["fault"] == ""
    assert ran.scenarios[LOST]["tries"] >= 3
    assert "the lab lost" in ran.said
    whys = [one["why"] for one in ran.results["attempts"]]
    assert whys == ["begun", "lab", "lab"]
    page = (ran.out / "latest" / "index.html").read_text(encoding="utf-8")
    assert "lost by the lab, run again" in page
    cases = ET.parse(ran.out / "latest" / "junit.xml").iter("testcase")
    (found,) = (case for case in cases if LOST in case.attrib["name"])
    (tries,) = found.findall("properties/property[@name='tries']")
    assert tries.attrib["value"] == str(ran.scenarios[LOST]["tries"])


def test_a_failure_of_the_product_or_the_kit_is_never_run_again(run: Callable[..., Ran]) -> None:
    ran = run(1, "-n", "1")
    assert ran.scenarios["The product fails"]["verdict"] == "FAIL"
    assert ran.scenarios["The kit fails"]["verdict"] == "ERROR"
    assert ran.scenarios["The kit fails"]["fault"] == "kit"
    lost = {name for name, one in ran.scenarios.items() if one["tries"] > 1}
    assert LOST in lost
    again = ran.results["attempts"][1]["scenarios"]
    assert again == len(lost)
    kept = [one for name, one in ran.scenarios.items() if one["verdict"] == "FAIL" and name not in lost]
    assert all(one["tries"] == 1 for one in kept)


def test_the_budget_is_that_of_the_run(run: Callable[..., Ran]) -> None:
    ran = run(99, "-n", "1", "--lab-retries", "1")
    assert ran.code == 1
    assert (ran.scenarios[LOST]["verdict"], ran.scenarios[LOST]["fault"]) == ("ERROR", "lab")
    assert ran.scenarios[LOST]["tries"] == 2
    assert len(ran.results["attempts"]) == 2


def test_without_a_budget_nothing_is_run_again(run: Callable[..., Ran]) -> None:
    ran = run(1, "-n", "1", "--lab-retries", "0")
    assert ran.scenarios[LOST]["fault"] == "lab"
    assert {one["tries"] for one in ran.scenarios.values()} == {1}


def test_a_budget_is_no_negative_number(run: Callable[..., Ran]) -> None:
    ran = run(0, "--lab-retries", "-1")
    assert ran.code == 3
    assert "--lab-retries -1" in ran.errors
