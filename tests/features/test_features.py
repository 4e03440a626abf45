"""What makes a feature file sound beyond its syntax."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

import steps
from conformance import catalogue
from conformance.sentences import lint, suite
from conformance.sentences.scenes import Case, Scene
from steps import bilingual

for module in iter_modules(steps.__path__):
    import_module(f"steps.{module.name}")

SUITE = suite.read()
RULES = catalogue.load()
CLOCK_TIME = re.compile(r"\d{1,2}:\d\d|\d{4}-\d\d")
each_scene = pytest.mark.parametrize("scene", SUITE.scenes, ids=lambda scene: scene.name.en)
each_case = pytest.mark.parametrize("case", SUITE.cases(), ids=lambda case: case.id)


def sentences(case: Case) -> list[tuple[str, str]]:
    return [(sentence.kind, sentence.filled(case.row)) for sentence in case.scene.sentences]


def test_the_lint_finds_nothing() -> None:
    def matches(text: str, kind: str) -> int:
        return sum(1 for _ in bilingual.matching(text, keyword=kind))

    assert [str(fault) for fault in lint.faults(SUITE, RULES, matches)] == []


@each_scene
def test_acts_once_or_is_a_journey_and_expects_at_the_end(scene: Scene) -> None:
    kinds = [sentence.kind for sentence in scene.sentences]
    assert kinds == sorted(kinds, key=["given", "when", "then"].index)
    assert kinds.count("when") == 1 or any(rule.startswith("JOUR") for rule in scene.rules)


@each_scene
def test_each_example_says_on_what_it_rests(scene: Scene) -> None:
    assert all("basis" in row for row in scene.rows)


@each_case
def test_names_no_date_and_no_time_of_day(case: Case) -> None:
    said = " ".join([case.name.en, case.name.zh, *(text for _, text in sentences(case))])
    assert not CLOCK_TIME.search(said)


@each_case
def test_each_sentence_means_the_same_in_chinese(case: Case) -> None:
    for kind, text in sentences(case):
        (step,) = bilingual.matching(text, keyword=kind)
        said = bilingual.chinese(text)
        (back,) = bilingual.matching(said, "chinese", kind)
        assert back == step
        assert step.meaning("chinese", said) == step.meaning("english", text)
        assert not re.search("[A-Za-z]{2,}", said)


SPEAKS_OF = {
    "has_aux": re.compile(
        r"auxiliary|two phones|both phones|(shows|reads?|opens) the code of|code has leaked"
    ),
    "has_mock_exams": re.compile(r"mock exam"),
}
"""Words of what not every season has, and the feature by which a season has it."""


@each_case
def test_what_not_every_season_has_is_presupposed(case: Case) -> None:
    """By the rule's row, by the scenario, or by the table of examples: `when`, or `@when.`."""
    rules = [RULES.row(rule) for rule in case.scene.rules]
    said = " ".join(text for _, text in sentences(case))
    for feature, words in SPEAKS_OF.items():
        presupposed = feature in case.when or all(row.when.get(feature) for row in rules)
        assert presupposed or not words.search(said), f"tag it @when.{feature}"


@pytest.mark.parametrize("row", RULES.rows, ids=lambda row: row.id)
def test_a_rule_whose_examples_rest_on_a_reading_gives_the_reading(row: catalogue.Row) -> None:
    bases = {case.row.get("basis", row.basis) for case in SUITE.cases() if row.id in case.scene.rules}
    assert "reading" not in bases or row.reading


@pytest.mark.parametrize("row", RULES.rows, ids=lambda row: row.id)
def test_a_title_is_a_sentence_in_each_language(row: catalogue.Row) -> None:
    assert row.title.zh.endswith("。")
    assert not row.title.en.endswith(".")


def test_every_step_is_used() -> None:
    used = {
        step
        for case in SUITE.cases()
        for kind, text in sentences(case)
        for step in bilingual.matching(text, keyword=kind)
    }
    ours = {step for step in bilingual.SENTENCES if step.where.startswith(f"{steps.__name__}.")}
    assert {step.english for step in ours} == {step.english for step in used}
