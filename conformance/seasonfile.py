"""The laws of a season file beyond its shape: who belongs to whom, and how the windows of a subject lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from itertools import combinations
from typing import Any

from conformance.tomlfile import Found

Row = tuple[str, Mapping[str, Any]]
"""A table of the file with its key."""


def laws(raw: Mapping[str, Any]) -> Iterator[Found]:
    """Every breach of a law, also in a file whose shape is not sound."""
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


def _window_laws(key: str, rows: Sequence[Row]) -> Iterator[Found]:
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


def _dates(key: str, row: Mapping[str, Any], needed: Sequence[str] = ()) -> Iterator[Found]:
    for edge in needed or [edge for edge in EDGES if isinstance(row.get(edge), str)]:
        try:
            datetime.fromisoformat(str(row.get(edge)))
        except ValueError as error:
            yield f"{key}.{edge}", f"{row.get(edge)} ({error})", "a date and time that exist"


def _overlap(one: Row, other: Row) -> Iterator[Found]:
    (key, first), (_, second) = one, other
    if first["start"] <= second["start"] < first["end"]:
        found = f"an end {first['end']} after the start {second['start']} of {second['session']}"
        yield f"{key}.end", found, "windows of one subject that do not overlap"


def _mock_after_formal(one: Row, other: Row) -> Iterator[Found]:
    (_, first), (key, second) = one, other
    if first["session"] == "formal" and second["session"] != "formal":
        yield f"{key}.start", second["start"], f"a mock exam before the formal start {first['start']}"


def _twice(key: str, rows: Sequence[Row], name: str) -> Iterator[Found]:
    for value, count in Counter(repr(row[name]) for _, row in rows if name in row).items():
        if count > 1:
            yield f"{key}.{name}", f"{value} {count} times", f"each {name} once"


def zone(text: str) -> timezone:
    """The zone of an offset such as +08:00."""
    hours, minutes = text[1:].split(":")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if text.startswith("-") else offset)
