"""Many candidates at once are what one after the other would have been."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table

from conformance.season import Season
from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.platform.past import Candidate
from simulators.platform.platform import Platform
from simulators.platform.tables import SCHEMA

PEOPLE = [Candidate(f"1390000{n:04d}", "secret", "王芳", majors=("composition",)) for n in range(60)]


def platform(root: Path, season: Season) -> Platform:
    clock = DrivenClock(season.subject("song").window("formal").start)
    return Platform(season, clock, root / "exam.sqlite", Chance(7), durable=False)


def kept(one: Platform) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables but the salts of passwords, in an order of their own."""
    return {table.name: _rows(one, table) for table in SCHEMA.sorted_tables}


def _rows(one: Platform, table: Table) -> list[dict[str, Any]]:
    left_out = ("salt", "digest") if table.name == "accounts" else ()
    rows = [dict(row) for row in one._store.rows(table.select())]
    return sorted(({k: v for k, v in row.items() if k not in left_out} for row in rows), key=repr)


@pytest.mark.parametrize("confirmed", [True, False])
def test_many_at_once_are_kept_as_one_after_the_other(
    tmp_path: Path, season: Season, confirmed: bool
) -> None:
    together, single = platform(tmp_path / "a", season), platform(tmp_path / "b", season)
    wanted = [replace(one, confirmed=confirmed) for one in PEOPLE]
    people = [one for one, _ in together.register_all(wanted).items()]
    for one in people:
        single.register(one)
    assert kept(together) == kept(single)
    for one in people:
        assert together.sittings_of(one.account) == single.sittings_of(one.account)
        assert together.records() == single.records()
    for each in (together, single):
        each.close()


def test_each_has_an_id_number_of_its_own(tmp_path: Path, season: Season) -> None:
    """Of a thousand numbers of one birthday, sixty people would share some."""
    one = platform(tmp_path, season)
    made = one.register_all(PEOPLE)
    assert len({person.id_number for person in made}) == len(PEOPLE)
    one.close()


@pytest.mark.parametrize(
    "twice",
    [
        [PEOPLE[0], PEOPLE[0]],
        [PEOPLE[1], Candidate("1390000999", "x", "李雷", "330100200001010000", ("composition",))] * 2,
    ],
    ids=["account", "everything"],
)
def test_nobody_comes_twice_and_then_nobody_comes(
    tmp_path: Path, season: Season, twice: list[Candidate]
) -> None:
    one = platform(tmp_path, season)
    before = kept(one)
    with pytest.raises(ValueError, match="already"):
        one.register_all(twice)
    assert kept(one) == before
    one.close()
