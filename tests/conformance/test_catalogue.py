"""The catalogue: every fault is named by file, key, what was found and what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance import catalogue, season
from conformance.catalogue import CatalogueError
from conformance.naming import UnknownName

GOOD = """
[[rules]]
id = "TINY-01"
level = "MUST"
answers_for = "vendor"
harm = 1
basis = "text"
binds = ["platform"]
source = { section = "Manual", line = 1 }
title = { en = "A rule", zh = "规则" }
atoms = ["R001"]
method = "scenario"
"""

NOTICE = '{ en = "notice of a college, 2022", zh = "某学院2022年通知" }'

FAULTS = {
    "an id that is none": ('id = "TINY-01"', 'id = "tiny"', "rules[0].id", "two to five capitals"),
    "a level that is none": ('"MUST"', '"HAVE TO"', "rules[0].level", "MUST NOT"),
    "a harm that is none": ("harm = 1", "harm = 4", "rules[0].harm", "may lose the exam"),
    "a title without Chinese": (', zh = "规则"', "", "rules[0].title.zh", "a text that is not empty"),
    "a key that is mistyped": ("harm = 1", "harm = 1\nlevels = 2", "rules[0].levels", "did you mean level?"),
    "a key that is missing": ("harm = 1", "", "rules[0].harm", "found nothing"),
    "an atom that is none": ("R001", "X1", "rules[0].atoms[0]", "an atom, such as R514"),
    "no reason for no scenario": ('"scenario"', '"none"', "rules[0].untested", "why no scenario"),
    "no behaviour to observe": ('"scenario"', '"observe"', "rules[0].accepts", "the behaviours of which"),
    "behaviours that nobody observes": (
        'method = "scenario"',
        'method = "scenario"\naccepts = [{ id = "a", en = "a", zh = "一" }]',
        "rules[0].accepts",
        "unless the method is observe",
    ),
    "no atoms": ('["R001"]', "[]", "rules[0].atoms", "at least one atom"),
    "neither section nor notice": ('section = "Manual", ', "", "rules[0].source.section", "found nothing"),
    "another notice with atoms": (
        'section = "Manual", line = 1',
        f"notice = {NOTICE}",
        "rules[0].atoms",
        "no atoms",
    ),
    "no TOML": ("[[rules]]", "[[rules", "file", "a TOML document"),
}


def write(folder: Path, text: str, name: str = "tiny.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("old", "new", "key", "expected"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_named(tmp_path: Path, old: str, new: str, key: str, expected: str) -> None:
    assert old in GOOD
    with pytest.raises(CatalogueError) as error:
        catalogue.load(write(tmp_path, GOOD.replace(old, new)))
    (fault,) = error.value.faults
    assert fault.file.name == "tiny.toml"
    assert fault.key == key
    assert expected in str(fault)


def test_faults_of_all_files_are_named_at_once(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("harm = 1", "harm = 0"), "a.toml")
    write(tmp_path, GOOD.replace("harm = 1", "harm = 9"), "b.toml")
    with pytest.raises(CatalogueError) as error:
        catalogue.load(tmp_path)
    assert [fault.file.name for fault in error.value.faults] == ["a.toml", "b.toml"]


def test_an_id_and_an_atom_belong_to_one_row(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as error:
        catalogue.load(write(tmp_path, GOOD + GOOD))
    assert [fault.key.rsplit(".", 1)[1] for fault in error.value.faults] == ["id", "atoms"]


def test_a_row_of_another_notice_has_no_atoms_and_a_reading_without_ids(tmp_path: Path) -> None:
    text = GOOD.replace('section = "Manual", line = 1', f"notice = {NOTICE}").replace('["R001"]', "[]")
    text += 'reading = { en = "so it is read", zh = "如此解读" }\n'
    (row,) = catalogue.load(write(tmp_path, text)).rows
    assert row.notice.zh == "某学院2022年通知"
    assert (row.section, row.line, row.atoms, row.reading_ids) == ("", 0, (), ())
    assert row.reading.en == "so it is read"


def test_an_empty_folder_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="at least one chapter"):
        catalogue.load(tmp_path)


def test_a_feature_that_no_season_has_is_named(tmp_path: Path) -> None:
    rules = catalogue.load(write(tmp_path, GOOD + "when = { has_sheets = true }\n"))
    with pytest.raises(CatalogueError, match="did you mean has_sheet"):
        catalogue.applies(rules.rows[0], season.load("zjcm-2023"))


@pytest.mark.parametrize(("wanted", "applies"), [("true", True), ("false", False)])
def test_a_row_applies_by_the_seasons_features(tmp_path: Path, wanted: str, applies: bool) -> None:
    rules = catalogue.load(write(tmp_path, GOOD + f"when = {{ has_sheet = {wanted} }}\n"))
    assert catalogue.applies(rules.rows[0], season.load("zjcm-2023")) is applies


def test_the_shipped_catalogue_is_sound() -> None:
    rules = catalogue.load()
    assert rules.rows
    assert [row.id for row in rules.matching(["WAIT-*"])] == [
        row.id for row in rules.rows if row.id.startswith("WAIT-")
    ]
    for row in rules.rows:
        catalogue.applies(row, season.load("zjcm-2023"))


def test_near_names_are_offered() -> None:
    with pytest.raises(UnknownName, match="did you mean PAIR-01"):
        catalogue.load().row("PAIRS-01")


def test_the_digest_is_of_what_the_row_says(tmp_path: Path) -> None:
    one = catalogue.load(write(tmp_path, GOOD)).rows[0].digest
    assert catalogue.load(write(tmp_path, f"# a remark\n{GOOD}")).rows[0].digest == one
    assert catalogue.load(write(tmp_path, GOOD.replace("A rule", "Another"))).rows[0].digest != one
