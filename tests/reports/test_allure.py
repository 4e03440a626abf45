"""Allure's files, held against the matchers by which Allure tests its own adapters."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from allure_commons_test.label import (
    has_epic,
    has_feature,
    has_parent_suite,
    has_severity,
    has_suite,
    has_tag,
)
from allure_commons_test.result import has_attachment, has_link, has_step, with_status
from hamcrest import all_of, assert_that, has_entry, has_item

import reports
from reports import form
from reports.allure.result import STATUS
from reports.allure.steps import STATUS as OF_A_STEP
from tests.reports.sample import sample
from tests.reports.sample_rules import rule

NAME = re.compile(
    r"[0-9a-f-]{36}-result\.json|[0-9a-f]{64}-attachment\.png|environment\.properties|categories\.json"
)


def rendered(folder: Path, language: form.Language = "en") -> Path:
    (place,) = reports.render(folder, ["allure"], language)
    return place


def results_of(place: Path) -> dict[str, dict[str, Any]]:
    return {one["fullName"]: one for one in every(place)}


def every(place: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in place.glob("*-result.json")]


def full_name(scenario: form.Scenario) -> str:
    return f"{scenario.file}:{scenario.id.partition('#')[2]}"


def test_the_files_are_those_that_allure_reads(tmp_path: Path) -> None:
    results = sample(tmp_path)
    place = rendered(tmp_path)
    assert all(NAME.fullmatch(path.name) for path in place.iterdir())
    assert {full_name(one) for one in results.scenarios} <= set(results_of(place))


def test_a_failure_has_its_labels_steps_and_screenshots(tmp_path: Path) -> None:
    results = sample(tmp_path)
    failed = next(one for one in results.scenarios if one.verdict == "FAIL")
    broken = next(step for step in failed.steps if step.status == "not_met")
    place = rendered(tmp_path, "zh")
    assert_that(
        every(place),
        has_item(
            all_of(
                has_entry("fullName", full_name(failed)),
                with_status("failed"),
                has_tag("PAIR-03"),
                has_epic("双机绑定"),
                has_suite("双机绑定"),
                has_feature(failed.file),
                has_parent_suite(results.season.id),
                has_severity("blocker"),
                has_link("PAIR-03", link_type="tms"),
                has_step(
                    f"那么 {broken.text.zh}", with_status("failed"), has_attachment(attach_type="image/png")
                ),
            ),
        ),
    )
    for path in place.glob("*.png"):
        assert path.read_bytes().startswith(b"\x89PNG")


def test_every_attachment_that_is_named_is_there(tmp_path: Path) -> None:
    sample(tmp_path)
    place = rendered(tmp_path)
    named = {
        attached["source"]
        for one in results_of(place).values()
        for step in one.get("steps", ())
        for attached in step.get("attachments", ())
    }
    assert named
    assert named == {path.name for path in place.glob("*-attachment.*")}


VERDICTS = [(verdict, status) for verdict, status in STATUS.items()]


@pytest.mark.parametrize(("verdict", "status"), VERDICTS)
def test_a_verdict_in_allures_words(tmp_path: Path, verdict: form.Verdict, status: str) -> None:
    row = rule("PAIR-01", "x", "x", verdict=verdict)
    sample(tmp_path, rules=(row,), scenarios=())
    found = results_of(rendered(tmp_path))
    assert found["rules:PAIR-01"]["status"] == status
    assert found["rules:PAIR-01"]["statusDetails"]["message"].startswith(verdict)


def test_the_tables_are_whole_and_nothing_open_is_green() -> None:
    assert set(STATUS) == set(get_args(form.Verdict))
    assert {verdict for verdict, status in STATUS.items() if status == "passed"} == {"PASS", "WARN"}
    assert [status for status, said in OF_A_STEP.items() if said == "passed"] == ["passed"]


def test_history_follows_a_scenario_from_run_to_run_and_no_two_share_one(tmp_path: Path) -> None:
    for name, day in (("old", "2023-01-31"), ("new", "2023-02-01")):
        sample(tmp_path / name, started=f"{day}T10:00:00+08:00")
    old, new = (results_of(rendered(tmp_path / name)) for name in ("old", "new"))
    assert {name: one["historyId"] for name, one in old.items()} == {
        name: one["historyId"] for name, one in new.items()
    }
    assert len({one["historyId"] for one in old.values()}) == len(old)
    assert not {one["uuid"] for one in old.values()} & {one["uuid"] for one in new.values()}


def test_rows_of_one_outline_are_one_case_with_histories_of_their_own(tmp_path: Path) -> None:
    results = sample(tmp_path)
    first = results.scenarios[0]
    rows = tuple(replace(first, id=f"{first.id}[{number}]", evidence="") for number in (1, 2))
    sample(tmp_path, scenarios=rows)
    found = [
        one for one in results_of(rendered(tmp_path)).values() if not one["fullName"].startswith("rules:")
    ]
    assert len({one["testCaseId"] for one in found}) == 1
    assert len({one["historyId"] for one in found}) == 2
    # Allure 3 makes its own history id of these two, and would take rows without parameters for repeats of one.
    assert [[row["value"] for row in one["parameters"]] for one in found] in (
        [["1"], ["2"]],
        [["2"], ["1"]],
    )


def test_known_failures_and_flaky_scenarios_are_marked(tmp_path: Path) -> None:
    results = sample(tmp_path)
    failed = next(one for one in results.scenarios if one.verdict == "FAIL")
    known = form.KnownFailure(rule=failed.rules[0], reason=form.Text("x", "x"), owner="x", since="2023-01-01")
    flaky = form.Flaky(
        scenario=failed.id,
        rate=0.5,
        runs=2,
        reason=form.Text("x", "x"),
        owner="x",
        since="2023-01-01",
        expires="2023-02-01",
    )
    sample(tmp_path, known_failures=(known,), flaky=(flaky,))
    found = results_of(rendered(tmp_path))[full_name(failed)]
    assert (found["statusDetails"]["known"], found["statusDetails"]["flaky"]) == (True, True)


def test_a_declaration_that_is_not_true_is_a_result_too(tmp_path: Path) -> None:
    one = form.Declared(
        of="ability", feature="aux", says=form.Text("x", "x"), declared=True, found=False, verdict="FAIL",
        reason=form.Text("it is not there", "并不具备"),
    )  # fmt: skip
    sample(tmp_path, declared=(one,))
    found = results_of(rendered(tmp_path))["declared:ability aux"]
    assert found["status"] == "failed"
    assert "it is not there" in found["statusDetails"]["message"]


def test_the_environment_says_first_that_no_product_was_judged(tmp_path: Path) -> None:
    sample(tmp_path)
    lines = (rendered(tmp_path) / "environment.properties").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("banner = ")
    assert "no vendor's product" in lines[0]
    assert all(re.match(r"\w+ = ", line) for line in lines)
