"""Screens name elements that the shipped target can find, and judge nothing."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import steps
from conformance import target

STEPS = Path(steps.__file__).parent
NAMES = re.compile(r'"((?:main|aux)\.\w+\.\w+)"')
FILES = sorted(STEPS.rglob("*.py"))
SCREENS = sorted((STEPS / "screens").glob("*.py"))
PACE = {"sleep", "implicitly_wait", "WebDriverWait", "set_script_timeout", "set_page_load_timeout"}


def test_every_element_is_in_the_shipped_target() -> None:
    known = target.load("simulated").screens
    named = {name for file in FILES for name in NAMES.findall(file.read_text(encoding="utf-8"))}
    assert named
    assert sorted(named - set(known)) == []


@pytest.mark.parametrize("file", SCREENS, ids=lambda file: file.stem)
def test_a_screen_asserts_nothing(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Assert)]
    assert "outcome" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(STEPS).as_posix())
def test_nobody_paces_the_phones(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not called & PACE


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(STEPS).as_posix())
def test_no_date_and_no_limit_stands_in_a_step(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"20\d\d-\d\d|(?<![+-])\b\d{1,2}:\d\d\b|datetime\(", text)
