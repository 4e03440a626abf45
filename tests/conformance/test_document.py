"""The document as data: nothing is missing, nothing points nowhere, both languages are there."""

from __future__ import annotations

import re
from typing import Any

import pytest

import contracts
from conformance import document
from conformance.document.atoms import atom_laws

ATOMS = {atom.id: atom for atom in document.atoms()}


def test_the_atoms_are_numbered_without_a_gap() -> None:
    assert list(ATOMS) == [f"R{number:03}" for number in range(1, 576)]


def test_the_atoms_follow_the_document_line_by_line() -> None:
    places = [atom.line for atom in document.atoms()]
    assert places == sorted(places)


def test_what_restates_points_at_an_original() -> None:
    restating = [atom for atom in document.atoms() if atom.restates]
    assert len(restating) == 61
    assert all(atom.restates in ATOMS and atom.restates != atom.id for atom in restating)


def test_a_paraphrase_is_in_both_languages() -> None:
    for atom in document.atoms():
        assert re.search("[A-Za-z]{2}", atom.text.en)
        assert re.search("[\u4e00-\u9fff]", atom.text.zh)


def test_each_label_stands_once_and_has_atoms() -> None:
    texts = [label.text for label in document.labels()]
    assert len(texts) == len(set(texts)) == 45
    assert {"quoted", "prose"} <= {label.kind for label in document.labels()}


def test_each_value_that_atoms_speak_of_is_one_of_the_season() -> None:
    tables = contracts.schema("season")["properties"]
    for limit in document.limits():
        table, _, name = limit.name.partition(".")
        assert name in tables[table]["properties"]


def test_each_level_of_an_atom_is_in_the_table_of_words() -> None:
    told = [row.level for row in document.levels()]
    assert sorted(told) == sorted({atom.level for atom in document.atoms()})


LAWLESS: dict[str, tuple[list[Any], list[str]]] = {
    "sound": ([{"id": "R001"}, {"id": "R002", "restates": "R001"}], []),
    "an id twice": ([{"id": "R001"}, {"id": "R001"}], ["atoms[0].id", "atoms[1].id"]),
    "restates what is none": ([{"id": "R001", "restates": "R009"}], ["atoms[0].restates"]),
    "no tables": ([3, "R001"], []),
}


@pytest.mark.parametrize(("rows", "keys"), LAWLESS.values(), ids=LAWLESS)
def test_a_breach_of_the_laws_is_named(rows: list[Any], keys: list[str]) -> None:
    assert [key for key, _, _ in atom_laws({"atoms": rows})] == keys
