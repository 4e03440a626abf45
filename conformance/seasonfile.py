"""Reads a season file and finds every fault in it: first its shape, then the laws between its windows."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from itertools import combinations
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

import contracts

Key = tuple[str, str, str]
"""Where a fault is, what was found there, and what is expected."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend in a season file."""

    file: Path
    key: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: found {self.found}, expected {self.expected}"


class SeasonError(ValueError):
    """A season file that cannot be used; `faults` lists all that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def read(path: Path) -> dict[str, Any]:
    """The checked content of a season file: instants as ISO text without offset; raises SeasonError."""
    raw = _parse(path)
    faults = [*_shape(raw), *_laws(raw)]
    if faults:
        raise SeasonError([Fault(path, *fault) for fault in faults])
    return raw


def zone(text: str) -> timezone:
    """The zone of an offset such as +08:00."""
    hours, minutes = text[1:].split(":")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if text.startswith("-") else offset)


def _parse(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SeasonError([Fault(path, "file", str(error), "a TOML document in UTF-8")]) from error
    return _table(_plain(content))


def _plain(value: object) -> object:
    """TOML's dates as ISO text, so that a JSON Schema can speak about them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime | date | time) else value


# --- the shape -------------------------------------------------------------------------------------------


def _shape(raw: Mapping[str, Any]) -> Iterator[Key]:
    schema = contracts.schema("season")
    for error in sorted(Draft202012Validator(schema).iter_errors(raw), key=_place):
        yield from _EXPLAIN.get(str(error.validator), _value)(error, schema)


def _place(error: ValidationError) -> list[str]:
    return [str(step) for step in error.absolute_path]


def _value(error: ValidationError, _: Mapping[str, Any]) -> Iterator[Key]:
    yield _key(error.absolute_path), repr(error.instance), _part(error)["description"]


def _missing(error: ValidationError, schema: Mapping[str, Any]) -> Iterator[Key]:
    part = _part(error)
    name = next(name for name in part["required"] if error.message.startswith(repr(name)))
    yield _key([*error.absolute_path, name]), "nothing", _wanted(part, name, schema)


def _unknown(error: ValidationError, _: Mapping[str, Any]) -> Iterator[Key]:
    known = _part(error)["properties"]
    for name in sorted(set(_table(error.instance)) - set(known)):
        yield _key([*error.absolute_path, name]), f"the unknown key {name!r}", f"one of {', '.join(known)}"


_EXPLAIN = {"required": _missing, "additionalProperties": _unknown}


def _part(error: ValidationError) -> dict[str, Any]:
    return _table(error.schema)


def _table(value: object) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value


def _wanted(schema: Mapping[str, Any], name: str, root: Mapping[str, Any]) -> str:
    """What the schema says of a key that is missing."""
    part = schema.get("properties", {}).get(name) or schema["additionalProperties"]
    part = root["$defs"][part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part
    return str(part["description"])


def _key(path: Iterable[object]) -> str:
    return (
        "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
        or "file"
    )


# --- the laws: they speak of the rows whose shape is sound -------------------------------------------------

Row = tuple[str, Mapping[str, Any]]
"""A table of the file with its key."""


def _laws(raw: Mapping[str, Any]) -> Iterator[Key]:
    majors, subjects = _rows(raw, "majors"), _rows(raw, "subjects")
    yield from _twice("majors", majors, "id")
    yield from _twice("subjects", subjects, "id")
    known = [row["id"] for _, row in majors if "id" in row]
    for key, subject in subjects:
        if subject.get("major", known[0] if known else None) not in known:
            yield f"{key}.major", repr(subject.get("major")), f"one of {', '.join(map(str, known))}"
        if "pages" in subject and subject.get("has_sheet") is False:
            yield f"{key}.pages", str(subject["pages"]), "no pages, as the subject has no answer sheet"
        yield from _window_laws(f"{key}.windows", _rows(subject, "windows", f"{key}."))


def _rows(table: Mapping[str, Any], name: str, prefix: str = "") -> list[Row]:
    rows = table.get(name)
    rows = rows if isinstance(rows, list) else []
    return [(f"{prefix}{name}[{n}]", row) for n, row in enumerate(rows) if isinstance(row, dict)]


def _window_laws(key: str, rows: Sequence[Row]) -> Iterator[Key]:
    yield from _twice(key, rows, "session")
    if rows and not any(row.get("session") == "formal" for _, row in rows):
        yield key, "no formal window", "one window with session formal"
    for where, row in rows:
        yield from _dates(where, row)
    sound = [(where, row) for where, row in rows if "session" in row and not list(_dates(where, row, EDGES))]
    for where, row in sound:
        if row["end"] <= row["start"]:
            yield f"{where}.end", row["end"], f"an instant after the start {row['start']}"
    for one, other in combinations(sorted(sound, key=lambda row: str(row[1]["start"])), 2):
        yield from _overlap(one, other)
        yield from _mock_after_formal(one, other)


EDGES = ("start", "end")


def _dates(key: str, row: Mapping[str, Any], needed: Sequence[str] = ()) -> Iterator[Key]:
    for edge in needed or [edge for edge in EDGES if isinstance(row.get(edge), str)]:
        try:
            datetime.fromisoformat(str(row.get(edge)))
        except ValueError as error:
            yield f"{key}.{edge}", f"{row.get(edge)} ({error})", "a date and time that exist"


def _overlap(one: Row, other: Row) -> Iterator[Key]:
    (key, first), (_, second) = one, other
    if first["start"] <= second["start"] < first["end"]:
        found = f"an end {first['end']} after the start {second['start']} of {second['session']}"
        yield f"{key}.end", found, "windows of one subject that do not overlap"


def _mock_after_formal(one: Row, other: Row) -> Iterator[Key]:
    (_, first), (key, second) = one, other
    if first["session"] == "formal" and second["session"] != "formal":
        yield f"{key}.start", second["start"], f"a mock exam before the formal start {first['start']}"


def _twice(key: str, rows: Sequence[Row], name: str) -> Iterator[Key]:
    for value, count in Counter(repr(row[name]) for _, row in rows if name in row).items():
        if count > 1:
            yield f"{key}.{name}", f"{value} {count} times", f"each {name} once"
