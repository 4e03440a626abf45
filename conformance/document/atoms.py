"""The atoms: one statement of the notice or the manual each, and what hangs on them.

The files lie beside this module and fit `contracts/document.schema.json`; FileError lists every fault of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, cast

from conformance import tomlfile
from conformance.faults import Words, quoted, times
from conformance.tomlfile import Found
from reports.form import Answerer, Level, Text

Kind = Literal["quoted", "prose", "address", "system", "wechat"]
NO_SUCH_ATOM = Words("an atom that is listed", "已列出的条目")
ONCE = Words("each id once", "编号不得重复")


@dataclass(frozen=True, slots=True)
class Atom:
    """One statement. `level` is the document's grammar; `restates` the atom that says the same, empty where none does."""

    id: str
    section: str
    line: int
    level: Level
    binds: tuple[str, ...]
    answers_for: Answerer
    restates: str
    readings: tuple[str, ...]
    text: Text


@dataclass(frozen=True, slots=True)
class Label:
    """Words that the document puts on a screen, in an address or in a dialog of the system; `quoted` is word for word."""

    text: str
    kind: Kind
    atoms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """A value of the season (`limits.waiting_minutes`) and the atoms that speak of it."""

    name: str
    atoms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Strictness:
    """A level, the document's words for it, and what it means."""

    level: Level
    words: tuple[str, ...]
    text: Text


@cache
def atoms() -> tuple[Atom, ...]:
    """Every atom, in the order of the document."""
    return tuple(_atom(row) for row in tomlfile.read(_file("atoms"), "document", atom_laws)["atoms"])


@cache
def labels() -> tuple[Label, ...]:
    """Every label."""
    return tuple(Label(row["text"], row["kind"], tuple(row["atoms"])) for row in _rows("labels"))


@cache
def limits() -> tuple[Limit, ...]:
    """Which value of a season is whose."""
    return tuple(Limit(row["name"], tuple(row["atoms"])) for row in _rows("limits"))


@cache
def levels() -> tuple[Strictness, ...]:
    """The table of words, strictest first."""
    return tuple(
        Strictness(row["level"], tuple(row["words"]), Text(row["en"], row["zh"])) for row in _rows("levels")
    )


def atom_laws(raw: Mapping[str, Any]) -> Iterator[Found]:
    """Each id once; what an atom restates is an atom that does not restate in turn."""
    listed = raw.get("atoms")
    rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    known: dict[object, int] = {}
    for row in rows:
        known[row.get("id")] = known.get(row.get("id"), 0) + 1
    for number, row in enumerate(rows):
        if known[row.get("id")] > 1:
            yield f"atoms[{number}].id", times(known[row.get("id")]), ONCE
        if row.get("restates", row.get("id")) not in known:
            yield f"atoms[{number}].restates", quoted(row["restates"]), NO_SUCH_ATOM


def _atom(row: Mapping[str, Any]) -> Atom:
    return Atom(
        id=row["id"],
        section=row["section"],
        line=row["line"],
        level=cast(Level, row["level"]),
        binds=tuple(row["binds"]),
        answers_for=cast(Answerer, row["answers_for"]),
        restates=row.get("restates", ""),
        readings=tuple(row.get("readings", ())),
        text=Text(row["en"], row["zh"]),
    )


def _rows(name: str) -> list[dict[str, Any]]:
    """The rows of a file whose atoms are all atoms."""
    return cast("list[dict[str, Any]]", tomlfile.read(_file(name), "document", _known_atoms)[name])


def _known_atoms(raw: Mapping[str, Any]) -> Iterator[Found]:
    known = {atom.id for atom in atoms()}
    for name, rows in raw.items():
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            for atom in row.get("atoms", ()) if isinstance(row, dict) else ():
                if atom not in known:
                    yield f"{name}[{number}].atoms", quoted(atom), NO_SUCH_ATOM


def _file(name: str) -> Path:
    return Path(str(files("conformance") / "document" / f"{name}.toml"))
