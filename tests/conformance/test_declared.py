"""A whole run of a target whose file declares what it has not, or has what it does not declare."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conformance.conftest import Examgate

Tiny = Callable[..., Path]
CONTROLS = '"worlds", "clock", "candidates", "phones", "records", "probes/pair"'


def declaring(target: Path, controls: str, abilities: str = '"has_aux", "has_fixed_start"') -> Path:
    text = target.read_text(encoding="utf-8")
    assert CONTROLS in text
    text = text.replace(CONTROLS, controls).replace('"has_aux", "has_fixed_start"', abilities)
    target.write_text(text, encoding="utf-8")
    return target


def test_what_is_as_declared_changes_nothing(tiny: Tiny, examgate: Examgate) -> None:
    ran = examgate(tiny(), "-n", "1", "--rules", "TINY-01")
    assert ran.code == 0, ran.errors
    assert {one["verdict"] for one in ran.results["declared"]} <= {"PASS", "NOT_APPLICABLE"}
    assert "declares" not in ran.said


def test_a_control_that_is_declared_and_absent_leaves_the_run_incomplete(
    tiny: Tiny, examgate: Examgate
) -> None:
    ran = examgate(
        declaring(tiny(), f'{CONTROLS}, "phones/network"'), "-n", "1", "--rules", "TINY-01", "--lang", "en"
    )
    assert (ran.code, ran.results["verdict"]) == (2, "incomplete"), ran.errors
    (one,) = (one for one in ran.results["declared"] if one["feature"] == "phones/network")
    assert (one["declared"], one["found"], one["verdict"]) == (True, False, "INCONCLUSIVE")
    assert "control phones/network: declared, but the bench does not have it" in ran.said
    suite = ET.parse(ran.out / "latest" / "junit.xml").getroot().find("testsuite[@name='declared']")
    assert suite is not None
    assert suite.get("errors") == "1"
    assert "phones/network" in (ran.out / "latest" / "index.html").read_text(encoding="utf-8")


def test_a_control_that_is_there_and_not_declared_is_a_warning(tiny: Tiny, examgate: Examgate) -> None:
    ran = examgate(declaring(tiny(), '"worlds", "clock"'), "-n", "1", "--rules", "TINY-01", "--lang", "zh")
    assert (ran.code, ran.results["verdict"]) == (0, "partial"), ran.errors
    found = {one["feature"]: one["verdict"] for one in ran.results["declared"] if one["of"] == "control"}
    assert [name for name, verdict in found.items() if verdict == "WARN"] == [
        "candidates",
        "phones",
        "records",
        "probes/pair",
    ]
    assert "控制项 records：实际具备，但未声明" in ran.said


def test_an_ability_that_is_not_declared_makes_no_rule_inapplicable(tiny: Tiny, examgate: Examgate) -> None:
    """It is judged as ever, and what passes is there after all."""
    ran = examgate(declaring(tiny(), CONTROLS, '"has_one_phone"'), "-n", "1", features="seasonal")
    assert ran.rules["TINY-01"]["verdict"] == "PASS", ran.errors
    found = {one["feature"]: one["verdict"] for one in ran.results["declared"] if one["of"] == "ability"}
    assert found == {"has_one_phone": "NOT_APPLICABLE", "has_aux": "WARN"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_run_says_so_in_its_own_language(tiny: Tiny, examgate: Examgate, lang: str) -> None:
    ran = examgate(declaring(tiny(), '"worlds"'), "-n", "1", "--rules", "TINY-01", "--lang", lang)
    head = {"en": "The target file declares what was found otherwise", "zh": "对象文件的声明与实测不符"}
    assert head[lang] in ran.said
    assert not any(said in ran.said for other, said in head.items() if other != lang)
