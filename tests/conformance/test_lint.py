"""The lint: each thing that pytest-bdd lets slip is found, with the line it stands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance import catalogue
from conformance.faults import Fault
from conformance.sentences import lint, stepbook, suite
from conformance.sentences.suite import SuiteError
from tests.conformance.conftest import TINY
from tests.conformance.test_faults import english

GOOD = """# zh: 场景
Feature: A feature

  # zh: 一个场景
  @TINY-01 @needs.clock
  Scenario: One
    Given the world is there
    Then all is well

  # zh: 另一个场景
  @TINY-02
  Scenario Outline: Two
    Given the world is there
    Then <what>

    Examples:
      | what        | basis |
      | all is well | text  |
"""

FAULTS = {
    "two of one name": ("Outline: Two", "Outline: One", "'One'", "each name once"),
    "no row": ("      | all is well | text  |\n", "", "examples", "at least one row"),
    "a basis that is none": ("| text  |", "| guess |", "examples.basis", "one of text"),
    "a reading that is none": (
        "| basis |\n      | all is well | text  |",
        "| basis | reading |\n      | all is well | text  | C99 |",
        "examples.reading",
        "one of C01",
    ),
    "no Then": ("    Then all is well\n", "", "line 6: steps", "at least one Then"),
    "a mistyped keyword": ("    Given the world", "    Gven the world", "line 6: description", "mistyped"),
    "no Chinese title": ("  # zh: 一个场景\n", "", "title", "# zh:"),
    "no Chinese title of the feature": ("# zh: 场景\nFeature", "\nFeature", "Feature", "# zh:"),
    "a rule that is none": ("@TINY-01", "@TINY-99", "@TINY-99", "did you mean TINY-0"),
    "no rule": ("  @TINY-01 @needs.clock\n", "  @needs.clock\n", "tags", "the tag of the rule"),
    "a control that is none": ("@needs.clock", "@needs.clocks", "@needs.clocks", "did you mean clock?"),
    "a feature that no season has": (
        "  @TINY-02\n",
        "  @TINY-02 @when.has_sheets\n",
        "@when.has_sheets",
        "did you mean has_sheet?",
    ),
    "a feature of examples that no season has": (
        "    Examples:",
        "    @when.has_sheets\n    Examples:",
        "@when.has_sheets",
        "did you mean has_sheet?",
    ),
    "examples with the tag of a rule": (
        "    Examples:",
        "    @TINY-01\n    Examples:",
        "examples.@TINY-01",
        "but @when.",
    ),
    "talk of buttons": ("Scenario: One", "Scenario: One taps a button", "line 6", "'button'"),
    "talk of buttons in Chinese": ("Outline: Two", "Outline: 点击提交", "line 12", "点击"),
    "a step that nothing defines": (
        "Given the world is there\n    Then all",
        "Given no world\n    Then all",
        "line 7",
        "0 definitions",
    ),
    "a step of another kind": (
        "    Then all is well",
        "    Then all is well\n    And nothing happens",
        "line 9",
        "exactly one then",
    ),
}


def faults_of(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> list[Fault]:
    monkeypatch.syspath_prepend(str(TINY))
    (folder / "chapter").mkdir()
    (folder / "chapter" / "one.feature").write_text(text, encoding="utf-8")
    rules = catalogue.load(TINY / "rules")
    return lint.faults(suite.read(folder), rules, stepbook.StepBook(["tinysteps"]).matches)


def test_a_sound_feature_has_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert faults_of(tmp_path, GOOD, monkeypatch) == []


@pytest.mark.parametrize(("old", "new", "key", "expected"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, key: str, expected: str
) -> None:
    assert old in GOOD
    found = faults_of(tmp_path, GOOD.replace(old, new, 1), monkeypatch)
    said = [str(fault) for fault in found]
    assert any(key in fault and expected in fault and "one.feature" in fault for fault in said), said
    assert [english(fault.zh) for fault in found] == [[]] * len(found)


def test_a_row_that_nothing_exercises_has_to_say_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "features").mkdir()
    (tmp_path / "rules").mkdir()
    text = (TINY / "rules" / "tiny.toml").read_text(encoding="utf-8")
    silent = "\n".join(line for line in text.splitlines() if not line.startswith("untested"))
    (tmp_path / "rules" / "tiny.toml").write_text(silent, encoding="utf-8")
    found = lint.faults(suite.read(tmp_path / "features"), catalogue.load(tmp_path / "rules"), lambda *_: 1)
    assert [fault.key for fault in found] == [f"TINY-0{number}" for number in range(1, 8)]
    assert [english(fault.zh) for fault in found] == [[]] * 7


def test_what_is_no_gherkin_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "one.feature").write_text(
        "Feature: A\n  Scenario: B\n    Given C\n    Nonsense\n", encoding="utf-8"
    )
    with pytest.raises(SuiteError, match="line 4"):
        suite.read(tmp_path)


def test_the_shipped_features_have_no_fault() -> None:
    found = lint.faults(suite.read(), catalogue.load(), stepbook.StepBook(["steps"]).matches)
    assert [str(fault) for fault in found] == []


def test_every_case_has_an_id_of_its_own() -> None:
    cases = suite.read().cases()
    assert len({case.id for case in cases}) == len(cases) == len({case.key for case in cases})
