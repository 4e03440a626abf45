"""What a scenario learns of people and secrets as it goes: from the bench, from its drivers, from places of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from conformance.masking.text import NOTHING_KEPT, STAR, Keep, Mask, stars
from conformance.target import Target

SHORTEST, SHORTEST_NAME = 5, 2
"""Anything shorter stands in too many places that have nothing to do with it."""
NUMBERS: Mapping[str, Keep] = {
    "account": (3, 4),
    "id_number": (4, 4),
    "candidate_number": (2, 3),
    "admission_number": (2, 3),
    "password": (0, 0),
}
"""What the bench tells of a candidate, with how much of it stays at both ends."""
Tree = Mapping[str, Any]


class Registered(Protocol):
    """What the school has of somebody."""

    @property
    def name(self) -> str: ...
    @property
    def id_number(self) -> str: ...
    @property
    def candidate_number(self) -> str: ...


class Witness(Protocol):
    """A candidate as the bench tells her."""

    @property
    def name(self) -> str: ...
    @property
    def registration(self) -> Registered | None: ...


class Known:
    """The values of one scenario. `story`: its sentences; a name that stands in them is the feature's own and stays."""

    def __init__(self, target: Target, story: str) -> None:
        self._target, self._story = target, story
        self._values: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def people(self, candidates: Iterable[Witness]) -> None:
        """Candidates of the world."""
        for candidate in candidates:
            for person in (candidate, candidate.registration):
                self._person(person)

    def secrets(self, values: Iterable[str]) -> None:
        """Tokens, ids of sessions: nothing of them is told."""
        self._values |= {value: NOTHING_KEPT for value in values if len(value) >= SHORTEST}

    def screen(self, tree: Tree) -> None:
        """What stands at the places of the screen that the target's file names."""
        for node in _walk(tree):
            name = str(node["id"]).rpartition("/")[2]
            if name in self._target.masked.secrets:
                self.secrets(said for said in _said(node) if said.isascii())  # a hint is a sentence
            if name in self._target.masked.people:
                for said in _said(node):
                    self._name(said)

    def mask(self, *, apart: bool = False) -> Mask:
        """What masks everything that was learnt; `apart`: of which nothing is told, it is told at least which is which."""
        values = _apart(self._values) if apart else self._values
        return Mask({**self._names, **values})

    def _person(self, person: object) -> None:
        self._name(str(getattr(person, "name", "")))
        for key, keep in NUMBERS.items():
            value = str(getattr(person, key, ""))
            if len(value) >= SHORTEST:
                self._values[value] = stars(value, keep)

    def _name(self, name: str) -> None:
        """The first letter stays; who has the same one gets a number."""
        if name in self._names or len(name) < SHORTEST_NAME or name in self._story:
            return
        wanted = f"{name[0]}{STAR}"
        taken, number = set(self._names.values()), 2
        shown = wanted
        while shown in taken:
            shown, number = f"{wanted}{number}", number + 1
        self._names[name] = shown


def _apart(values: Mapping[str, str]) -> dict[str, str]:
    return {
        value: f"{shown}{number}" if shown == NOTHING_KEPT else shown
        for number, (value, shown) in enumerate(values.items(), 1)
    }


def _said(node: Tree) -> Iterator[str]:
    return (said for said in (node["text"], node["desc"]) if said)


def _walk(tree: Tree) -> Iterator[Tree]:
    yield tree
    for child in tree["children"]:
        yield from _walk(child)
