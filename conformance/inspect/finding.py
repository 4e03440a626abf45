"""What a measure says of one file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from reports.form import Text


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a film, in seconds from its beginning."""

    since: float
    until: float

    @property
    def seconds(self) -> float:
        return self.until - self.since

    def __str__(self) -> str:
        return f"{clock(self.since)}-{clock(self.until)}"


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of `measures.toml`. `most` is the upper limit, where there is one."""

    id: str
    name: Text
    unit: str
    limit: float
    most: float | None
    why: Text


@dataclass(frozen=True, slots=True)
class Finding:
    """`good` is None where only a person can tell. `spans` says where in a film, `seen` what."""

    measure: Measure
    good: bool | None
    seen: Text
    spans: tuple[Span, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "measure": self.measure.id,
            "good": self.good,
            "seen": {"en": self.seen.en, "zh": self.seen.zh},
            "spans": [[round(span.since, 3), round(span.until, 3)] for span in self.spans],
        }


@cache
def measures() -> Mapping[str, Measure]:
    """All measures by their id, in the order in which they are told."""
    raw = tomllib.loads((files("conformance.inspect") / "measures.toml").read_text(encoding="utf-8"))
    return {
        name: Measure(
            name, Text(**row["name"]), row["unit"], row["limit"], row.get("most"), Text(**row["why"])
        )
        for name, row in raw.items()
    }


def finding(name: str, good: bool | None, seen: Text, spans: tuple[Span, ...] = ()) -> Finding:
    """What the measure `name` says."""
    return Finding(measures()[name], good, seen, spans)


def clock(seconds: float) -> str:
    """A place in a film as hours, minutes and seconds: 1:02:03.5."""
    tenths = round(seconds * 10)
    hours, rest = divmod(tenths, 36_000)
    minutes, rest = divmod(rest, 600)
    return f"{hours}:{minutes:02}:{rest // 10:02}.{rest % 10}"


def listed(spans: tuple[Span, ...], most: int = 5) -> str:
    """The first few stretches in one line."""
    told = ", ".join(str(span) for span in spans[:most])
    return told if len(spans) <= most else f"{told}, … ({len(spans)})"
