"""JUnit: what each verdict is to a CI, on rows that count and rows that do not."""

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree as ET

import pytest

from reports import form
from reports.junit import junit
from tests.reports.hostile import NAMES
from tests.reports.sample import sample
from tests.reports.sample_rules import rule

TABLE: list[tuple[form.Verdict, bool, str]] = [
    ("PASS", True, "system-out"),
    ("FAIL", True, "failure"),
    ("WARN", True, "system-out"),
    ("INCONCLUSIVE", True, "error"),
    ("REVIEW", True, "error"),
    ("ERROR", True, "error"),
    ("NOT_APPLICABLE", True, "skipped"),
    ("WAIVED", True, "skipped"),
    ("PASS", False, "system-out"),
    ("FAIL", False, "failure"),
    ("WARN", False, "system-out"),
    ("INCONCLUSIVE", False, "system-out"),
    ("REVIEW", False, "system-out"),
    ("ERROR", False, "system-out"),
    ("NOT_APPLICABLE", False, "skipped"),
    ("WAIVED", False, "skipped"),
]


def a_run(
    tmp_path: Path, rules: tuple[form.Rule, ...], scenarios: tuple[form.Scenario, ...] = ()
) -> form.Results:
    return sample(tmp_path, rules=rules, scenarios=scenarios)


def a_scenario(name: str, verdict: form.Verdict, *rules: str, **more: Any) -> form.Scenario:
    where = {"file": "features/pairing/x.feature", "line": 3, "basis": "text"}
    return form.Scenario(
        id=name, name=form.Text(name, name), verdict=verdict, rules=rules, **{**where, **more}
    )


def cases(results: form.Results) -> list[ET.Element]:
    return ET.fromstring(junit(results)).findall(".//testcase")


@pytest.mark.parametrize(("verdict", "counted", "outcome"), TABLE)
def test_a_verdict_to_a_ci(tmp_path: Path, verdict: form.Verdict, counted: bool, outcome: str) -> None:
    level = "MUST" if counted else "SHOULD"
    row = rule("PAIR-01", "x", "x", verdict=verdict, level=level, scenarios=("one",))
    found = cases(a_run(tmp_path, (row,), (a_scenario("one", verdict, "PAIR-01"),)))
    assert [[part.tag for part in case] for case in found] == [[outcome]]


def test_the_table_has_every_verdict_twice() -> None:
    assert sorted((verdict, counted) for verdict, counted, _ in TABLE) == sorted(
        (verdict, counted) for verdict in get_args(form.Verdict) for counted in (True, False)
    )


def test_names_begin_with_the_rules_ids(tmp_path: Path) -> None:
    results = sample(tmp_path)
    ids = tuple(row.id for row in results.rules)
    assert all(case.attrib["name"].startswith(ids) for case in cases(results))


def test_a_rule_without_a_scenario_is_a_case_of_its_own(tmp_path: Path) -> None:
    row = rule("PAIR-01", "x", "x", verdict="INCONCLUSIVE", reason=form.Text("no such phone", "没有这种手机"))
    (case,) = cases(a_run(tmp_path, (row,)))
    assert case.attrib["name"] == "PAIR-01 x"
    assert "no such phone · 没有这种手机" in case[0].attrib["message"]


def test_a_rule_graver_than_its_scenarios_is_not_lost(tmp_path: Path) -> None:
    row = rule("PAIR-01", "x", "x", verdict="ERROR", scenarios=("one", "gone"))
    found = cases(a_run(tmp_path, (row,), (a_scenario("one", "PASS", "PAIR-01"),)))
    assert [case[0].tag for case in found] == ["system-out", "error"]


def test_a_waived_rule_silences_its_failing_scenario(tmp_path: Path) -> None:
    row = rule("PAIR-01", "x", "x", verdict="WAIVED", scenarios=("one",))
    (case,) = cases(a_run(tmp_path, (row,), (a_scenario("one", "FAIL", "PAIR-01"),)))
    assert case[0].tag == "skipped"


def test_the_sums_are_the_sums(tmp_path: Path) -> None:
    root = ET.fromstring(junit(sample(tmp_path)))
    for name, tag in (
        ("failures", "failure"),
        ("errors", "error"),
        ("skipped", "skipped"),
        ("tests", "testcase"),
    ):
        assert int(root.attrib[name]) == len(root.findall(f".//{tag}"))
        assert int(root.attrib[name]) == sum(int(suite.attrib[name]) for suite in root.findall("testsuite"))


def test_every_suite_says_first_that_no_product_was_judged(tmp_path: Path) -> None:
    for suite in ET.fromstring(junit(sample(tmp_path))).findall("testsuite"):
        first = suite[0][0].attrib
        assert first["name"] == "banner"
        assert "no vendor's product" in first["value"]
        assert "不涉及任何厂商的产品" in first["value"]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_hostile_name_leaves_the_file_well_formed(tmp_path: Path, name: str) -> None:
    step = form.Step(keyword="Then", text=form.Text(name, name), status="not_met", expected=name, seen=name)
    row = rule("PAIR-01", name, name, verdict="FAIL", scenarios=("one",))
    scenario = a_scenario("one", "FAIL", "PAIR-01", steps=(step,), rerun=name)
    results = replace(a_run(tmp_path, (row,), (scenario,)), target=form.Target(name=name, kind="device"))
    (case,) = cases(results)
    assert len(case.attrib["name"]) < 400
