"""The laws of a season file beyond its shape: who belongs to whom, and how the windows of a subject lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from itertools import combinations
from typing import Any

from conformance.faults import Words, one_of, quoted, value
from conformance.season.shape import Row, rows, table
from conformance.tomlfile import Found

NO_PAGES = Words("no pages, as the subject has no answer sheet", "该科目不使用答题纸，不得填写页数")
NO_FORMAL = Words("no formal window", "没有正式考试场次")
ONE_FORMAL = Words("one window with session formal", "须有 session 为 formal 的场次")
REAL_TIME = Words("a date and time that exist", "真实存在的日期和时间")
APART = Words("windows of one subject that do not overlap", "同一科目各场次的考试时间不得重叠")


def laws(raw: Mapping[str, Any]) -> Iterator[Found]:
    """Every breach of a law, also in a file whose shape is not sound."""
    majors, subjects = rows(raw, "majors"), rows(raw, "subjects")
    yield from _twice("majors", majors, "id")
    yield from _twice("subjects", subjects, "id")
    known = [row["id"] for _, row in majors if "id" in row]
    for key, subject in subjects:
        if subject.get("major", known[0] if known else None) not in known:
            yield f"{key}.major", quoted(subject.get("major")), one_of(known)
        if "pages" in subject and subject.get("has_sheet") is False:
            yield f"{key}.pages", value(subject["pages"]), NO_PAGES
        yield from _window_laws(f"{key}.windows", rows(subject, "windows", f"{key}."))
    yield from _date_laws(raw)
    yield from _hour_laws(table(raw, "support"))


def _date_laws(raw: Mapping[str, Any]) -> Iterator[Found]:
    """Each date exists, and what has a beginning and an end ends after it began."""
    dates = {name: row for name, row in table(raw, "dates").items() if isinstance(row, dict)}
    for name, row in dates.items():
        if isinstance(row.get("value"), str):
            yield from _dates(f"dates.{name}", row, ("value",))
    opens, closes = (table(dates, name).get("value") for name in ("sheets_from", "sheets_until"))
    if isinstance(opens, str) and isinstance(closes, str) and closes <= opens:
        after = Words(f"an instant after {opens}", f"晚于 {opens}")
        yield "dates.sheets_until.value", value(closes), after


def _hour_laws(support: Mapping[str, Any]) -> Iterator[Found]:
    """The support desk closes after it has opened; times of a day compare as they are written."""
    opens, closes = support.get("opens"), support.get("closes")
    if isinstance(opens, str) and isinstance(closes, str) and closes <= opens:
        yield "support.closes", value(closes), Words(f"a time after {opens}", f"晚于 {opens}")


def _window_laws(key: str, windows: Sequence[Row]) -> Iterator[Found]:
    yield from _twice(key, windows, "session")
    if windows and not any(row.get("session") == "formal" for _, row in windows):
        yield key, NO_FORMAL, ONE_FORMAL
    for where, row in windows:
        yield from _dates(where, row)
    sound = [
        (where, row) for where, row in windows if "session" in row and not list(_dates(where, row, EDGES))
    ]
    for where, row in sound:
        if row["end"] <= row["start"]:
            after = Words(f"an instant after the start {row['start']}", f"晚于开始时间 {row['start']}")
            yield f"{where}.end", value(row["end"]), after
    for one, other in combinations(sorted(sound, key=lambda row: str(row[1]["start"])), 2):
        yield from _overlap(one, other)
        yield from _mock_after_formal(one, other)


EDGES = ("start", "end")


def _dates(key: str, row: Mapping[str, Any], needed: Sequence[str] = ()) -> Iterator[Found]:
    for edge in needed or [edge for edge in EDGES if isinstance(row.get(edge), str)]:
        try:
            datetime.fromisoformat(str(row.get(edge)))
        except ValueError as error:
            yield f"{key}.{edge}", Words(f"{row.get(edge)} ({error})", f"{row.get(edge)}"), REAL_TIME


def _overlap(one: Row, other: Row) -> Iterator[Found]:
    (key, first), (_, second) = one, other
    if first["start"] <= second["start"] < first["end"]:
        found = Words(
            f"an end {first['end']} after the start {second['start']} of {second['session']}",
            f"结束时间 {first['end']} 晚于场次 {second['session']} 的开始时间 {second['start']}",
        )
        yield f"{key}.end", found, APART


def _mock_after_formal(one: Row, other: Row) -> Iterator[Found]:
    (_, first), (key, second) = one, other
    if first["session"] == "formal" and second["session"] != "formal":
        expected = Words(
            f"a mock exam before the formal start {first['start']}",
            f"模拟考试早于正式考试的开始时间 {first['start']}",
        )
        yield f"{key}.start", value(second["start"]), expected


def _twice(key: str, tables: Sequence[Row], name: str) -> Iterator[Found]:
    for shown, count in Counter(repr(row[name]) for _, row in tables if name in row).items():
        if count > 1:
            found = Words(f"{shown} {count} times", f"{shown} 出现 {count} 次")
            yield f"{key}.{name}", found, Words(f"each {name} once", f"各 {name} 不得重复")


def zone(text: str) -> timezone:
    """The zone of an offset such as +08:00."""
    hours, minutes = text[1:].split(":")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if text.startswith("-") else offset)
