"""What `examgate rules` ends with."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
import tomli_w

from conformance import catalogue, cli, document, season
from conformance.catalogue import Catalogue
from conformance.rulebook import listing, standing
from conformance.sentences import suite
from conformance.sentences.scenes import Scene
from conformance.sentences.suite import Suite
from reports.form import NOTHING, Text

RULES, FEATURES = catalogue.load(), suite.read()
EVERY = tuple(atom.id for atom in document.atoms())
SCENE = replace(FEATURES.scenes[0], tags=("@TINY-01",))
ROW = replace(RULES.rows[0], id="TINY-01", chapter="tiny", atoms=EVERY, untested=NOTHING)
WHOLE = Catalogue((ROW,), {}, RULES.path)
TOLD = Suite(FEATURES.folder, (SCENE,), {"tiny": Text("Tiny", "小章")})


def test_a_whole_catalogue_ends_well() -> None:
    found = standing.standing(WHOLE, TOLD)
    assert (found.exit_code, list(found.missing())) == (0, [])
    assert found.summary.en == f"575 of 575 atoms, 1 rules, {len(list(SCENE.cases()))} scenarios, 0 untested"


BROKEN = {
    "an atom never named": (replace(ROW, atoms=EVERY[:-1]), SCENE, "R575", 2),
    "an atom that is none": (replace(ROW, atoms=(*EVERY, "R999")), SCENE, "R999", 3),
    "a silent row": (replace(ROW, id="TINY-02"), SCENE, "TINY-02", 3),
    "a tag that is no rule's": (ROW, replace(SCENE, tags=("@TINY-01", "@TINY-09")), "@TINY-09", 3),
    "a scenario without a rule": (
        replace(ROW, untested=Text("so", "故")),
        replace(SCENE, tags=()),
        "tags",
        3,
    ),
}


@pytest.mark.parametrize(("row", "scene", "name", "code"), BROKEN.values(), ids=BROKEN)
def test_what_is_missing_is_named(row: catalogue.Row, scene: Scene, name: str, code: int) -> None:
    found = standing.standing(Catalogue((row,), {}, RULES.path), replace(TOLD, scenes=(scene,)))
    assert found.exit_code == code
    for lang in ("en", "zh"):
        assert any(name in getattr(line, lang) for line in found.missing())


def test_a_catalogue_of_ones_own_need_not_hold_the_document() -> None:
    own = Catalogue((replace(ROW, atoms=("R999",)),), {}, RULES.path)
    found = standing.standing(own, TOLD, asked=False)
    assert (found.exit_code, list(found.missing())) == (0, [])
    assert standing.standing(own, replace(TOLD, scenes=()), asked=False).exit_code == 3


@pytest.mark.parametrize(("told", "count"), [(TOLD, 0), (replace(TOLD, scenes=()), 1)])
def test_a_row_that_is_exercised_all_the_same_is_not_untested(told: Suite, count: int) -> None:
    excused = Catalogue((replace(ROW, untested=Text("so", "故")),), {}, RULES.path)
    assert standing.standing(excused, told).untested == count


def test_an_atom_in_two_rows_is_named() -> None:
    both = Catalogue(
        (ROW, replace(ROW, id="TINY-02", atoms=("R007",), untested=Text("so", "故"))), {}, RULES.path
    )
    assert "R007" in " ".join(line.en for line in standing.standing(both, TOLD).missing())


def test_the_list_has_every_chapter_and_every_rule_once() -> None:
    chapters = dict(listing.by_chapter(RULES))
    assert [row for rows in chapters.values() for row in rows] == list(RULES.rows)
    assert listing.title(WHOLE, TOLD, "tiny") == Text("Tiny", "小章")
    heads = [part for part in listing.parts(RULES, FEATURES, "en") if hasattr(part, "plain")]
    assert len(heads) == len(chapters)


def test_a_rule_shows_the_seasons_values(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rules", "WAIT-01", "--lang", "en"]) == 0
    assert "waiting room, minutes: 15 (published)" in capsys.readouterr().out


def test_a_rule_shows_the_answer_that_a_season_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = tomllib.loads(season.load("zjcm-2023").path.read_text(encoding="utf-8"))
    said = {
        "which": "b",
        "en": "No later.",
        "zh": "不得推迟。",
        "by": "Admissions Office",
        "date": "2022-12-20",
    }
    path = tmp_path / "answered.toml"
    path.write_text(tomli_w.dumps({**raw, "answers": {"C05": said}}), encoding="utf-8")
    assert cli.main(["rules", "WAIT-01", "--season", str(path), "--lang", "zh"]) == 0
    told = capsys.readouterr().out
    for words in ("答复", "不得推迟。", "Admissions Office", "2022-12-20", "已另作答复"):
        assert words in told
    assert cli.main(["rules", "WAIT-01", "--lang", "zh"]) == 0
    assert "不得推迟" not in capsys.readouterr().out
