"""Seeded defects as data: each can be put into the clean source, and each rule that a machine can judge has one."""

from __future__ import annotations

import ast
import fnmatch
import tomllib
from pathlib import Path

import pytest

from conformance import catalogue, season
from simulators import defects
from simulators.defects import Change, Defect, DefectError
from simulators.defects.applying import changed, source

ROOT = Path(__file__).parents[2]
ROWS = defects.every()
JUDGED = {"scenario", "journey", "observe"}
WITHOUT = tomllib.loads(Path(__file__).with_name("without.toml").read_text(encoding="utf-8"))
"""Rules for which no release can be made that breaks them, and why."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_each_defect_changes_what_is_there_and_leaves_a_program(row: Defect) -> None:
    modules = {change.module for change in row.change}
    for module in modules:
        clean = source(module)
        now = changed(clean, [change for change in row.change if change.module == module])
        assert ast.dump(ast.parse(now)) != ast.dump(ast.parse(clean)), (
            "nothing but a comment or a space is changed"
        )


def test_there_are_enough_of_them_in_every_layer() -> None:
    layers = [row.layer for row in ROWS]
    assert len(ROWS) >= 120
    assert set(layers) == {"platform", "main app", "aux app", "phone", "upload"}


def test_defects_speak_of_rules_that_there_are() -> None:
    known = {row.id for row in catalogue.load().rows}
    spoken = {rule for row in ROWS for rule in (*row.breaks, *row.also)}
    assert spoken <= known
    made = {path.stem for path in (ROOT / "conformance" / "mutants" / "seasons").glob("*.toml")}
    assert {row.season for row in ROWS} - {""} <= {*season.names(), *made}
    assert [row.id for row in ROWS if set(row.breaks) & set(row.also)] == []


def test_each_rule_that_a_machine_can_judge_has_a_defect_or_a_reason_why_not() -> None:
    judged = {
        row.id for row in catalogue.load().rows if row.level in ("MUST", "MUST NOT") and row.method in JUDGED
    }
    broken = {rule for row in ROWS for rule in row.breaks}
    assert judged - broken == set(WITHOUT)


def test_no_defect_says_what_another_says() -> None:
    for sentences in ([row.en for row in ROWS], [row.zh for row in ROWS]):
        assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize(
    ("was", "said"),
    [("no such text", "stands there 0 times"), ("import", "times; expected once")],
)
def test_a_text_that_does_not_stand_there_once_is_refused(was: str, said: str) -> None:
    with pytest.raises(DefectError, match=said):
        changed(source("simulators.platform.auxes"), [Change("simulators.platform.auxes", was, "x")])


def test_a_module_that_is_not_there_is_refused() -> None:
    with pytest.raises(DefectError, match=r"simulators\.nowhere: no such module"):
        source("simulators.nowhere")


def test_a_defect_comes_before_what_it_changes() -> None:
    row = Defect(
        id="late",
        breaks={"PAIR-01": "x"},
        layer="platform",
        en="",
        zh="",
        change=(Change("simulators.defects.rows", "class DefectError", "class Other"),),
    )
    with pytest.raises(DefectError, match="loaded before the defect came"):
        defects.install([row])
    assert defects.installed() == ()


BAD = {
    "no file": (None, "cannot be read"),
    "no toml": ("defect = ", "Invalid"),
    "a key that nobody reads": ('[[defect]]\nid = "a"\nseverity = 1\n', "severity"),
    "nothing broken": (
        '[[defect]]\nid = "a"\nlayer = "phone"\nen = "e"\nzh = "z"\nbreaks = {}\nchange = []\n',
        "length",
    ),
    "a module of the examiner": (
        (
            '[[defect]]\nid = "a"\nlayer = "phone"\nen = "e"\nzh = "z"\nbreaks = {PAIR-01 = "x"}\n'
            '[[defect.change]]\nmodule = "conformance.verdict"\nwas = "a"\nnow = "b"\n'
        ),
        "matching regex",
    ),
    "an id that is there already": (
        (
            f'[[defect]]\nid = "{ROWS[0].id}"\nlayer = "phone"\nen = "e"\nzh = "z"\nbreaks = {{PAIR-01 = "x"}}\n'
            '[[defect.change]]\nmodule = "simulators.world"\nwas = "a"\nnow = "b"\n'
        ),
        "the same id",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_used_says_why(name: str, tmp_path: Path) -> None:
    text, said = BAD[name]
    file = tmp_path / "further.toml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(DefectError, match=said) as told:
        defects.every([str(file)])
    assert str(file) in str(told.value) or fnmatch.fnmatch(str(told.value), "defects with the same id*")


def test_a_defect_that_nobody_has_is_refused() -> None:
    with pytest.raises(DefectError, match="no defect 'nope'"):
        defects.chosen(["nope"])
