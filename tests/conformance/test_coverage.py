"""The catalogue against the document, on small ones: which atoms are named once, never, twice, or are none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance import catalogue, coverage, document, plan
from conformance.catalogue import Row
from conformance.request import RunRequest
from conformance.running import gathering

ROW = catalogue.load().rows[0]
ATOMS = document.atoms()[:6]
NAMES = [atom.id for atom in ATOMS]


def rows(*claims: tuple[str, ...]) -> list[Row]:
    return [replace(ROW, id=f"TINY-{n:02}", atoms=atoms) for n, atoms in enumerate(claims, start=1)]


CASES = {
    "all in one": ([tuple(NAMES)], [], {}, {}),
    "one each": ([(name,) for name in NAMES], [], {}, {}),
    "none": ([], NAMES, {}, {}),
    "the last is missing": ([tuple(NAMES[:-1])], NAMES[-1:], {}, {}),
    "one in two rows": ([tuple(NAMES), (NAMES[2],)], [], {NAMES[2]: ("TINY-01", "TINY-02")}, {}),
    "one that is none": ([(*NAMES, "R999")], [], {}, {"R999": ("TINY-01",)}),
}


@pytest.mark.parametrize(("claims", "never", "twice", "unknown"), CASES.values(), ids=CASES)
def test_each_atom_has_its_fate(
    claims: list[tuple[str, ...]],
    never: list[str],
    twice: dict[str, tuple[str, ...]],
    unknown: dict[str, tuple[str, ...]],
) -> None:
    found = coverage.coverage(rows(*claims), ATOMS)
    assert (list(found.never), found.twice, found.unknown) == (never, twice, unknown)
    assert found.whole is (not never and not twice and not unknown)
    named = [str(fault) for fault in coverage.faults(found, Path("rules"))]
    for atom in (*never, *twice, *unknown):
        assert any(atom in fault for fault in named)
    assert len(named) == len(never) + len(twice) + len(unknown)


@given(st.lists(st.lists(st.sampled_from([*NAMES, "R998", "R999"]), unique=True, max_size=5), max_size=6))
def test_no_atom_is_lost_and_none_is_counted_twice(claims: list[list[str]]) -> None:
    found = coverage.coverage(rows(*(tuple(claim) for claim in claims)), ATOMS)
    assert sorted([*found.named, *found.never, *found.twice]) == sorted(NAMES)
    assert found.total == len(NAMES)
    said = [atom for claim in claims for atom in claim]
    assert all(said.count(atom) == 1 for atom in found.named)
    assert all(said.count(atom) > 1 for atom in found.twice)
    assert set(found.unknown) == set(said) - set(NAMES)


def test_the_shipped_catalogue_names_every_atom_of_the_document_once() -> None:
    rules = catalogue.load()
    found = coverage.coverage(rules.rows, document.atoms())
    assert [str(fault) for fault in coverage.faults(found, rules.path)] == []
    assert (len(found.named), found.total) == (575, 575)


def test_a_report_holds_the_whole_document_only_where_the_whole_catalogue_was_run() -> None:
    whole = plan.read(RunRequest())
    chosen = [row for row in whole.catalogue.rows if row.id == "WAIT-02"]
    part = replace(whole, request=RunRequest(rules=("WAIT-02",)))
    foreign = replace(whole, request=RunRequest(catalogue="elsewhere"))
    every = [atom.id for atom in document.atoms()]
    assert [atom.id for atom in gathering._atoms(whole.catalogue.rows, whole)] == every
    for one in (part, foreign):
        assert [atom.id for atom in gathering._atoms(chosen, one)] == sorted(chosen[0].atoms)
