"""The review desk's checklist, from the catalogue: what the rows of method `review` look for, with their classes."""

from __future__ import annotations

from collections.abc import Iterator

from conformance import catalogue
from conformance.bench.forms import Item
from conformance.catalogue import Catalogue, Row
from conformance.season import Season

DUTIES = ("candidate", "phone")
SCHEMA = "examgate-checklist/1"


def of(rules: Catalogue, season: Season) -> tuple[Item, ...]:
    """Every item of the season, in the order of the catalogue."""
    rows = [row for row in rules.rows if catalogue.applies(row, season)]
    return tuple(item for row in rows for item in _items(row))


def _items(row: Row) -> Iterator[Item]:
    """What a row looks for; a candidate's duty that names nothing is looked for by its title."""
    by_title = row.method == "review" and row.answers_for in DUTIES
    named = row.looks_for or ({row.id: row.title} if by_title else {})
    for name, said in named.items():
        yield Item(name, row.id, said.en, said.zh, row.consequence)
