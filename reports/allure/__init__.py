"""``allure-results/``: the run for teams whose viewer is Allure, in the classes that Allure's own adapters fill.

A scenario is a test result; what a rule says beyond its scenarios is one too, and a declaration that is not true, as in
JUnit. Names of files, ids of history and attachments follow from what they hold, so that rendering twice gives the same
bytes.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from allure_commons.model2 import TEST_CASE_PATTERN, TestResult
from attrs import asdict

from reports.allure.result import STATUS, of_declared, of_rule, of_scenario
from reports.allure.steps import steps
from reports.bundle import find_evidence
from reports.declaring import contradictions
from reports.form import Language, Results
from reports.junit import rule_rows, scenario_cases
from reports.overview import facts
from reports.visible import all_visible
from reports.wording import banner, word


def allure(results: Results, folder: Path, language: Language) -> Iterator[tuple[str, bytes]]:
    """Every file of the view, by its name."""
    for scenario, case in zip(results.scenarios, scenario_cases(results), strict=True):
        attached: dict[str, bytes] = {}
        made = of_scenario(results, scenario, case.verdict, language)
        made.steps = list(steps(scenario, find_evidence(scenario, folder), attached, language))
        yield _file(made)
        yield from attached.items()
    for rule in rule_rows(results):
        yield _file(of_rule(results, rule, language))
    for one in contradictions(results):
        yield _file(of_declared(results, one, language))
    yield "environment.properties", _environment(results, language)
    yield "categories.json", _json(_categories(language))


def _environment(results: Results, language: Language) -> bytes:
    """What was judged, the banner first, as Java's properties."""
    told = banner(results)
    rows = [("banner", told.within(language))] if told else []
    rows += facts(results, language)
    return "".join(f"{_key(name)} = {_value(value)}\n" for name, value in rows).encode()


def _key(name: str) -> str:
    return "".join(mark if mark.isalnum() else "_" for mark in name)


def _value(value: str) -> str:
    # A backslash would begin an escape of Java's.
    return " ".join(str(all_visible(value)).replace("\\", "\\\\").split())


def _categories(language: Language) -> list[dict[str, Any]]:
    """Allure's tab of categories, by our verdicts."""
    return [
        {
            "name": word("verdict", verdict).within(language),
            "matchedStatuses": [status],
            "messageRegex": f"(?s){verdict}.*",
        }
        for verdict, status in STATUS.items()
        if verdict != "PASS"
    ]


def _file(made: TestResult) -> tuple[str, bytes]:
    """A result as Allure's own logger writes it, but under a name that follows from its id."""
    fields = asdict(made, filter=lambda _, value: value or value is False)
    return TEST_CASE_PATTERN.format(prefix=made.uuid), _json(fields)


def _json(what: Any) -> bytes:
    return (json.dumps(all_visible(what), ensure_ascii=False, indent=1) + "\n").encode()
