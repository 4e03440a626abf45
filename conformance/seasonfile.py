"""Reads a season file and finds every fault in it: first its shape, then the laws between its windows."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

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
    faults = list(_shape(raw)) or list(_laws(raw))
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
    raw = _plain(content)
    assert isinstance(raw, dict)
    return raw


def _plain(value: object) -> object:
    """TOML's dates as ISO text, so that a JSON Schema can speak about them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime | date | time) else value


# --- the shape -------------------------------------------------------------------------------------------


def _shape(raw: Mapping[str, Any]) -> Iterator[Key]:
    schema = json.loads((files("contracts") / "season.schema.json").read_text(encoding="utf-8"))
    errors = sorted(Draft202012Validator(schema).iter_errors(raw), key=lambda error: list(map(str, error.absolute_path)))
    for error in errors:
        yield from _explain(error, schema)


def _explain(error: ValidationError, schema: Mapping[str, Any]) -> Iterator[Key]:
    path = list(error.absolute_path)
    if error.validator == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        if error.message.startswith(repr(missing[0])):
            for name in missing:
                yield _key([*path, name]), "nothing", _wanted(error.schema, name, schema)
        return
    if error.validator == "additionalProperties":
        known = error.schema["properties"]
        for name in sorted(set(error.instance) - set(known)):
            yield _key([*path, name]), f"the unknown key {name!r}", f"one of {', '.join(known)}"
        return
    yield _key(path), repr(error.instance), error.schema["description"]


def _wanted(schema: Mapping[str, Any], name: str, root: Mapping[str, Any]) -> str:
    """What the schema says of a key that is missing."""
    part = schema.get("properties", {}).get(name) or schema["additionalProperties"]
    part = root["$defs"][part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part
    return str(part["description"])


def _key(path: Sequence[object]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".") or "file"


# --- the laws --------------------------------------------------------------------------------------------


def _laws(raw: Mapping[str, Any]) -> Iterator[Key]:
    yield from _twice("majors", raw["majors"], "id")
    yield from _twice("subjects", raw["subjects"], "id")
    known = [major["id"] for major in raw["majors"]]
    for number, subject in enumerate(raw["subjects"]):
        key = f"subjects[{number}]"
        if subject["major"] not in known:
            yield f"{key}.major", repr(subject["major"]), f"one of {', '.join(known)}"
        if "pages" in subject and not subject["has_sheet"]:
            yield f"{key}.pages", str(subject["pages"]), "no pages, as the subject has no answer sheet"
        yield from _windows(f"{key}.windows", subject["windows"])


def _windows(key: str, windows: Sequence[Mapping[str, str]]) -> Iterator[Key]:
    dates = list(_dates(key, windows))
    if dates:
        yield from dates
        return
    yield from _twice(key, windows, "session")
    if not any(window["session"] == "formal" for window in windows):
        yield key, "no formal window", "one window with session formal"
    for number, window in enumerate(windows):
        if window["end"] <= window["start"]:
            yield f"{key}[{number}].end", window["end"], f"an instant after the start {window['start']}"
    for law in _PAIR_LAWS:
        for one, other in combinations(range(len(windows)), 2):
            yield from law(key, windows, one, other)


def _dates(key: str, windows: Sequence[Mapping[str, str]]) -> Iterator[Key]:
    for number, window in enumerate(windows):
        for edge in ("start", "end"):
            try:
                datetime.fromisoformat(window[edge])
            except ValueError as error:
                yield f"{key}[{number}].{edge}", f"{window[edge]} ({error})", "a date and time that exist"


def _overlap(key: str, windows: Sequence[Mapping[str, str]], one: int, other: int) -> Iterator[Key]:
    first, second = sorted((windows[one], windows[other]), key=lambda window: window["start"])
    if second["start"] < first["end"] and first["session"] != second["session"]:
        found = f"{first['session']} until {first['end']} and {second['session']} from {second['start']}"
        yield f"{key}[{one}] and [{other}]", found, "windows of one subject that do not overlap"


def _mock_after_formal(key: str, windows: Sequence[Mapping[str, str]], one: int, other: int) -> Iterator[Key]:
    for formal, mock in ((one, other), (other, one)):
        is_pair = windows[formal]["session"] == "formal" and windows[mock]["session"] != "formal"
        if is_pair and windows[mock]["start"] >= windows[formal]["end"]:
            expected = f"a mock exam before the formal start {windows[formal]['start']}"
            yield f"{key}[{mock}].start", windows[mock]["start"], expected


_PAIR_LAWS: tuple[Callable[[str, Sequence[Mapping[str, str]], int, int], Iterator[Key]], ...] = (_overlap, _mock_after_formal)


def _twice(key: str, rows: Sequence[Mapping[str, Any]], name: str) -> Iterator[Key]:
    for value, count in Counter(row[name] for row in rows).items():
        if count > 1:
            yield f"{key}.{name}", f"{value!r} {count} times", f"each {name} once"
