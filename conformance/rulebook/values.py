"""The values of a season as a reader sees them: what each is called, how much it is, where it comes from, whose it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from conformance import document
from conformance.season import Season
from conformance.seasonkit import words
from conformance.seasonkit.facts import facts
from reports.form import Text

ORIGINS = {
    "published": Text("published", "公布"),
    "read": Text("read from the screen", "由界面读取"),
    "assumed": Text("assumed", "暂定"),
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a season, in words; `atoms` are those that speak of it."""

    name: str
    title: Text
    said: Text
    origin: Text
    atoms: tuple[str, ...]


def values(season: Season) -> list[Value]:
    """Every value that the season gives."""
    atoms = {limit.name: limit.atoms for limit in document.limits()}
    return [
        Value(name, words.key(name), words.value(fact.value), ORIGINS[fact.origin], atoms.get(name, ()))
        for name, fact in facts(season).items()
        if fact.value not in (None, "", ()) and not name.startswith("answers.")
    ]


def of_atoms(known: Collection[Value], atoms: Collection[str]) -> Iterator[Value]:
    """Those of which some atoms speak."""
    return (value for value in known if set(value.atoms) & set(atoms))
