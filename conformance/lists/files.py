"""Reads the three files; what names nothing, or cannot hold, is refused with file, key, found and expected."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from conformance import tomlfile
from conformance.faults import NOTHING, Words, quoted, times, value
from conformance.lists.subjects import named
from conformance.tomlfile import Found
from reports.form import Flaky, KnownFailure, Text, Waiver

Row = Mapping[str, Any]
Known = Mapping[str, Collection[str]]
"""What an entry may name: the ids of rules and of scenarios."""

A_DAY = Words("a day that exists", "真实存在的日期")
ONE_RELEASE = Words(
    "the release: either sha256, or app and versions", "须指明版本：填写 sha256，或同时填写 app 与 versions"
)
ONE_THING = Words("either rule or scenario", "rule 与 scenario 只填写其中一项")
BOTH = Words("both", "两项均已填写")
A_RANGE = Words("a range of versions such as '>=2.1, <2.4'", "版本范围，如 '>=2.1, <2.4'")
ONCE = Words("each once", "各条目不得重复")
THINGS = {
    "rule": Words("a rule of the catalogue", "规则目录中的规则"),
    "scenario": Words("a scenario", "场景编号"),
}


@dataclass(frozen=True, slots=True)
class Files:
    """Where the lists are; an empty name where there is none."""

    waivers: str = ""
    known_failures: str = ""
    flaky: str = ""


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists as they were read; nothing has been held against a run yet."""

    waivers: tuple[Waiver, ...] = ()
    known_failures: tuple[KnownFailure, ...] = ()
    flaky: tuple[Flaky, ...] = ()


def read(files: Files, rules: Collection[str], scenarios: Collection[str]) -> Lists:
    """The lists in these files; FileError with every fault of one of them. `rules`, `scenarios`: all ids there are."""
    known = {"rule": rules, "scenario": scenarios}
    return Lists(
        tuple(_waiver(row) for row in _rows(files.waivers, "waivers", known, _waiver_laws)),
        tuple(
            _known_failure(row)
            for row in _rows(files.known_failures, "known_failures", known, _known_failure_laws)
        ),
        tuple(_flaky(row) for row in _rows(files.flaky, "flaky", known, _flaky_laws)),
    )


def _rows(
    file: str, key: str, known: Known, laws: Callable[[str, Row], Iterator[Found]]
) -> tuple[dict[str, Any], ...]:
    if not file:
        return ()

    def held(raw: Mapping[str, Any]) -> Iterator[Found]:
        rows = [row for row in _listed(raw.get(key)) if isinstance(row, dict)]
        for number, row in enumerate(rows):
            where = f"{key}[{number}]"
            yield from _unknown(where, row, known)
            yield from _days(where, row)
            yield from laws(where, row)
        yield from _twice(key, rows)

    raw = tomlfile.read(Path(file), key.replace("_", "-"), held)
    return tuple(raw.get(key, ()))


def _listed(found: object) -> Sequence[object]:
    return found if isinstance(found, list) else ()


def _unknown(where: str, row: Row, known: Known) -> Iterator[Found]:
    """An entry that names what is not there would sit unnoticed for ever."""
    for key, there in known.items():
        asked = row.get(key)
        if isinstance(asked, str) and asked not in there:
            near = difflib.get_close_matches(asked, list(there), n=1, cutoff=0.4)
            meant = Words(f"; did you mean {near[0]}?", f"（是否指 {near[0]}？）") if near else Words("", "")
            wanted = THINGS[key]
            yield f"{where}.{key}", quoted(asked), Words(f"{wanted.en}{meant.en}", f"{wanted.zh}{meant.zh}")


def _days(where: str, row: Row) -> Iterator[Found]:
    days = {name: row[name] for name in ("since", "expires") if isinstance(row.get(name), str)}
    for name, text in days.items():
        if _day(text) is None:
            yield f"{where}.{name}", value(text), A_DAY
    since, expires = (_day(days.get(name, "")) for name in ("since", "expires"))
    if since and expires and expires < since:
        yield f"{where}.expires", value(expires), Words(f"a day not before {since}", f"不早于 {since}")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _twice(key: str, rows: Sequence[Row]) -> Iterator[Found]:
    """Two entries about the same thing would contradict each other one day."""
    names = ("rule", "scenario", "sha256", "app", "versions")
    counted = Counter(tuple(str(row.get(name, "")) for name in names) for row in rows)
    for entry, count in counted.items():
        if count > 1:
            yield f"{key}: {' '.join(filter(None, entry))}", times(count), ONCE


def _waiver_laws(where: str, row: Row) -> Iterator[Found]:
    digest, ranged = "sha256" in row, {"app", "versions"} & set(row)
    if digest and ranged:
        yield f"{where}.sha256", BOTH, ONE_RELEASE
    if not digest and len(ranged) < 2:
        yield f"{where}.{'versions' if 'app' in row else 'sha256'}", NOTHING, ONE_RELEASE
    if isinstance(row.get("versions"), str) and not _is_range(row["versions"]):
        yield f"{where}.versions", quoted(row["versions"]), A_RANGE


def _is_range(text: str) -> bool:
    try:
        return bool(list(SpecifierSet(text)))
    except InvalidSpecifier:
        return False


def _known_failure_laws(where: str, row: Row) -> Iterator[Found]:
    given = {"rule", "scenario"} & set(row)
    if len(given) != 1:
        yield f"{where}.rule", BOTH if given else NOTHING, ONE_THING


def _flaky_laws(_where: str, _row: Row) -> Iterator[Found]:
    """That it was measured is in the schema: without runs and rate an entry is refused."""
    return iter(())


def _waiver(row: Row) -> Waiver:
    more = _given(row, "rule", "approver", "expires", "owner", "since")
    return Waiver(reason=_text(row["reason"]), subject=named(row), **more)


def _known_failure(row: Row) -> KnownFailure:
    return KnownFailure(reason=_text(row["reason"]), **_given(row, "rule", "scenario", "owner", "since"))


def _flaky(row: Row) -> Flaky:
    more = _given(row, "scenario", "owner", "since", "expires")
    return Flaky(reason=_text(row["reason"]), runs=row["runs"], rate=float(row["rate"]), **more)


def _given(row: Row, *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names if name in row}


def _text(said: str | Mapping[str, str]) -> Text:
    """A reason in both languages; one that was given in one stands for both."""
    return Text(said, said) if isinstance(said, str) else Text(said["en"], said["zh"])
