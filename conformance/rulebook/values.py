"""The values of a season as a reader sees them: what a limit is called, how much it is, and where that comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from conformance import document
from conformance.document import Limit
from conformance.season import Season
from reports.form import Text

UNITS = {
    "minutes": Text("min", "分钟"),
    "seconds": Text("s", "秒"),
    "bytes": Text("bytes", "字节"),
}
ORIGINS = {
    "published": Text("published", "公布"),
    "read": Text("read from the screen", "由界面读取"),
    "assumed": Text("assumed", "暂定"),
}
HOURS = ("opens", "closes")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a season, in words."""

    limit: Limit
    said: Text
    origin: Text


def values(season: Season) -> list[Value]:
    """Every value that the season gives, in the order of the document's table of limits."""
    found = ((limit, _found(limit, season)) for limit in document.limits())
    return [Value(limit, _said(limit, value), ORIGINS[origin]) for limit, (value, origin) in found if value]


def of_atoms(known: Collection[Value], atoms: Collection[str]) -> Iterator[Value]:
    """Those of which some atoms speak."""
    return (value for value in known if set(value.limit.atoms) & set(atoms))


def _found(limit: Limit, season: Season) -> tuple[object, str]:
    table = getattr(season, limit.table)
    if limit.table in ("addresses", "support"):
        value = getattr(table, limit.name)
        return value, table.origin
    one = table.get(limit.name)
    return (one.value, one.origin) if one is not None else (None, "assumed")


def _said(limit: Limit, value: object) -> Text:
    if isinstance(value, datetime):
        return _same(f"{value:%Y-%m-%d %H:%M}")
    if isinstance(value, tuple):
        return Text(", ".join(map(str, value)), "、".join(map(str, value)))
    if isinstance(value, int) and limit.name in HOURS:
        return _same(f"{value // 60:02}:{value % 60:02}")
    unit = UNITS.get(limit.name.rpartition("_")[2])
    if isinstance(value, int) and unit:
        return Text(f"{value:,} {unit.en}", f"{value:,} {unit.zh}")
    return _same(str(value))


def _same(said: str) -> Text:
    return Text(said, said)
