"""What the school or the vendor has answered to open questions (`C05`), with author and date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from conformance.faults import NOTHING, Words, value
from conformance.season.shape import table
from conformance.tomlfile import Found

Which = Literal["a", "b", "other"]
"""The first or the second of the two meanings that the question gave, or one of the answer's own."""

Raw = Mapping[str, Any]
WHOLE = Words("a whole number, as a limit is set", "限值须为整数")
INSTANT = Words("an instant such as 2023-01-12T10:00:00, as a date is set", "日期须写作 2023-01-12T10:00:00")
TOGETHER = Words("sets and value together", "sets 与 value 须同时填写")
A_DAY = Words("a day that exists", "真实存在的日期")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `sets` names the value of the season that it fixes (`limits.photo_minutes`), empty where none;
    `behaviour` the one that an observing rule then accepts, empty where all stay open."""

    reading: str
    which: Which
    en: str
    zh: str
    by: str
    on: date
    sets: str = ""
    behaviour: str = ""


def read(raw: Raw) -> dict[str, Answer]:
    """The answers of a sound file, by the reading that they replace."""
    return {
        name: Answer(
            reading=name,
            which=row["which"],
            en=row["en"],
            zh=row["zh"],
            by=row["by"],
            on=date.fromisoformat(row["date"]),
            sets=row.get("sets", ""),
            behaviour=row.get("behaviour", ""),
        )
        for name, row in raw.get("answers", {}).items()
    }


def settled(raw: Raw) -> dict[str, Any]:
    """The file with the values that answers set in the place of those that stood there; any shape is taken."""
    found = {**raw}
    for name, row in _rows(raw):
        kind, _, key = str(row.get("sets", "")).partition(".")
        if kind in SET and key and "value" in row:
            said = f"answer to {name}: {row.get('by')}, {row.get('date')}"
            one = {
                **table(table(found, kind), key),
                "value": row["value"],
                "origin": "published",
                "source": said,
            }
            found[kind] = {**table(found, kind), key: one}
    return found


def laws(raw: Raw) -> Iterator[Found]:
    """What sets a value gives one of the right kind; a day exists."""
    for name, row in _rows(raw):
        key = f"answers.{name}"
        if ("sets" in row) != ("value" in row):
            yield f"{key}.{'value' if 'sets' in row else 'sets'}", NOTHING, TOGETHER
        kind = str(row.get("sets", "")).partition(".")[0]
        if "value" in row and kind in SET and not isinstance(row["value"], SET[kind][0]):
            yield f"{key}.value", value(row["value"]), SET[kind][1]
        if isinstance(row.get("date"), str):
            yield from _day(f"{key}.date", row["date"])


SET: Mapping[str, tuple[type, Words]] = {"limits": (int, WHOLE), "dates": (str, INSTANT)}


def _day(key: str, text: str) -> Iterator[Found]:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        yield key, Words(f"{text} ({error})", text), A_DAY


def _rows(raw: Raw) -> list[tuple[str, Raw]]:
    return [(name, row) for name, row in table(raw, "answers").items() if isinstance(row, dict)]
