"""A season as one flat list of what it lays down, by dotted keys: the form in which seasons are compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from conformance import answers
from conformance.season import Season

TABLES = ("exam", "waiting", "display", "interruption", "recording", "addresses", "support")
OF_A_TABLE = ("origin", "source")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a season says, and where that comes from."""

    value: Any
    origin: str = "published"
    source: str = ""


def facts(season: Season) -> dict[str, Fact]:
    """All facts but the papers, by key, in the order in which a reader looks for them."""
    return dict(_facts(season))


def _facts(season: Season) -> Iterator[tuple[str, Fact]]:
    yield "edition", Fact(season.edition)
    yield "zone", Fact(str(season.zone))
    for name in TABLES:
        table = getattr(season, name)
        for field in fields(table):
            if field.name not in OF_A_TABLE:
                said = _said(season, name, field.name)
                yield f"{name}.{field.name}", Fact(said, table.origin, table.source)
    for role, app in season.apps.items():
        yield f"apps.{role}", Fact(app.name, app.origin, app.source)
    for name, answer in season.answers.items():
        yield f"answers.{name}", Fact(answers.told_of(answer))
    for kind, rows in _rows(season).items():
        for name, row in rows.items():
            yield f"{kind}.{name}", Fact(row.value, row.origin, row.source)


HOURS = ("opens", "closes")


def _said(season: Season, table: str, key: str) -> Any:
    """A value as the board writes it: hours of the day as such, and nothing where the season has no support desk."""
    found = getattr(getattr(season, table), key)
    if table == "support" and not season.support.days:
        return None
    return f"{found // 60:02}:{found % 60:02}" if table == "support" and key in HOURS else found


def _rows(season: Season) -> Mapping[str, Mapping[str, Any]]:
    return {"limits": season.limits, "dates": season.dates, "minimums": season.minimums}
