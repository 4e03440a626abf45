"""The catalogue: the rules of an edition as data, one TOML file a chapter, each row held against `rule.schema.json`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, cast

from conformance import tomlfile, traits
from conformance.faults import Fault, FileError, Words, did_you_mean
from conformance.naming import UnknownName
from conformance.season import Season
from conformance.traits import FEATURES
from reports.form import NOTHING, Answerer, Basis, Level, Text

RULE = Text("rule", "规则")
NO_CHAPTER = Words("no *.toml file", "没有 *.toml 文件")
A_CHAPTER = Words("at least one chapter of rules", "至少有一章规则")
ONCE = Words("each once in the whole catalogue", "在整个规则目录中不得重复")
Harm = Literal[1, 2, 3]


class CatalogueError(FileError):
    """A catalogue that cannot be used; `faults` lists all that is wrong with it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One rule. `reading` is empty where the text leaves nothing open; `untested` says why no scenario can be.

    `notice` names another notice that the rule is taken from, whose sections, lines and atoms are not kept.
    `accepts` has the behaviours, by their ids, of which a row of method `observe` takes any. `looks_for` has what a
    reviewer looks for, by ids, and `consequence` the classes that the school may rule of it.
    """

    id: str
    chapter: str
    title: Text
    level: Level
    answers_for: Answerer
    harm: Harm
    basis: Basis
    binds: tuple[str, ...]
    section: str
    line: int
    notice: Text
    atoms: tuple[str, ...]
    method: str
    reading_ids: tuple[str, ...]
    reading: Text
    when: Mapping[str, bool]
    accepts: Mapping[str, Text]
    looks_for: Mapping[str, Text]
    consequence: tuple[str, ...]
    untested: Text
    settled_by: Text
    digest: str
    place: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All rows in the order of their chapters; `chapters` maps a chapter to its title, where its file gives one."""

    rows: tuple[Row, ...]
    chapters: Mapping[str, Text]
    path: Path

    def row(self, rule: str) -> Row:
        """The row with this id; UnknownName offers the nearest."""
        for row in self.rows:
            if row.id == rule:
                return row
        raise UnknownName(RULE, rule, self.ids)

    @property
    def ids(self) -> list[str]:
        return [row.id for row in self.rows]

    def matching(self, globs: Sequence[str]) -> list[Row]:
        """The rows that fit any of some globs (`PAIR-*`), all without globs; UnknownName where one fits nothing."""
        for glob in globs:
            if not any(fnmatchcase(rule, glob) for rule in self.ids):
                raise UnknownName(RULE, glob, self.ids)
        return [row for row in self.rows if not globs or any(fnmatchcase(row.id, glob) for glob in globs)]

    def digest(self) -> str:
        """SHA-256 over the digests of all rows."""
        return hashlib.sha256("\n".join(sorted(row.digest for row in self.rows)).encode()).hexdigest()


def shipped() -> Path:
    """The folder of the shipped catalogue."""
    return Path(str(files("conformance") / "rules"))


def load(folder: Path | None = None) -> Catalogue:
    """The catalogue in a folder, by default the shipped one; CatalogueError lists every fault of every file."""
    folder = folder or shipped()
    faults: list[Fault] = []
    read: list[tuple[int, Path, Mapping[str, Any]]] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            raw = tomlfile.read(path, "rule")
        except FileError as error:
            faults += error.faults
            continue
        read.append((raw.get("chapter", {}).get("order", 0), path, raw))
    read.sort(key=lambda chapter: chapter[0])
    rows = [_row(one, path, number) for _, path, raw in read for number, one in enumerate(raw["rules"])]
    chapters = {path.stem: _both(raw["chapter"]) for _, path, raw in read if "chapter" in raw}
    faults += _twice(rows, folder)
    if not rows and not faults:
        faults.append(Fault(folder, "rules", NO_CHAPTER, A_CHAPTER))
    if faults:
        raise CatalogueError(faults)
    return Catalogue(tuple(rows), chapters, folder)


def why_not(row: Row, season: Season) -> Text:
    """Why a row does not apply to a season; empty where it does. CatalogueError for a feature that no season has."""
    for name in row.when:
        if name not in FEATURES:
            found = Words(f"the unknown feature {name!r}", f"招考年度无此特征“{name}”")
            expected = did_you_mean(name, sorted(FEATURES))
            raise CatalogueError([Fault(Path(row.place), f"{row.id}.when", found, expected)])
    reasons = list(traits.missing(row.when, season))
    return Text("; ".join(one.en for one in reasons), "；".join(one.zh for one in reasons))


def applies(row: Row, season: Season) -> bool:
    """Whether the season has what the row presupposes; CatalogueError for a feature that no season has."""
    return not why_not(row, season)


def _row(raw: Mapping[str, Any], path: Path, number: int) -> Row:
    reading = raw.get("reading", {})
    untested = raw.get("untested", {})
    return Row(
        id=raw["id"],
        chapter=path.stem,
        title=Text(**raw["title"]),
        level=cast(Level, raw["level"]),
        answers_for=cast(Answerer, raw["answers_for"]),
        harm=cast(Harm, raw["harm"]),
        basis=cast(Basis, raw["basis"]),
        binds=tuple(raw["binds"]),
        section=raw["source"].get("section", ""),
        line=raw["source"].get("line", 0),
        notice=_both(raw["source"].get("notice", {})),
        atoms=tuple(raw["atoms"]),
        method=raw["method"],
        reading_ids=tuple(reading.get("ids", ())),
        reading=_both(reading),
        when=raw.get("when", {}),
        accepts=_named(raw.get("accepts", ())),
        looks_for=_named(raw.get("looks_for", ())),
        consequence=tuple(raw.get("consequence", ())),
        untested=_both(untested),
        settled_by=_both(untested.get("settled_by", {})),
        digest=hashlib.sha256(json.dumps(raw, ensure_ascii=False, sort_keys=True).encode()).hexdigest(),
        place=f"{path}: rules[{number}]",
    )


def _named(rows: Sequence[Mapping[str, str]]) -> dict[str, Text]:
    return {one["id"]: Text(one["en"], one["zh"]) for one in rows}


def _both(raw: Mapping[str, Any]) -> Text:
    return Text(raw["en"], raw["zh"]) if raw else NOTHING


def _twice(rows: Sequence[Row], folder: Path) -> Iterator[Fault]:
    """A rule, an atom, or a thing that a reviewer looks for, that two rows claim."""
    kinds: tuple[tuple[str, Any], ...] = (
        ("id", lambda row: (row.id,)),
        ("atoms", lambda row: row.atoms),
        ("looks_for", lambda row: tuple(row.looks_for)),
    )
    for kind, claims in kinds:
        first: dict[str, Row] = {}
        for row in rows:
            for claim in claims(row):
                if claim in first:
                    yield Fault(folder, f"{row.place}.{kind}", _taken(claim, first[claim]), ONCE)
                first.setdefault(claim, row)


def _taken(claim: str, owner: Row) -> Words:
    return Words(
        f"{claim}, which {owner.place} ({owner.id}) has already",
        f"{claim}，已用于 {owner.place}（{owner.id}）",
    )
