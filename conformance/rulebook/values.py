"""The values of a season as a reader sees them: what a limit is called, how much it is, and where that comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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
    "hours": Text("h", "小时"),
    "percent": Text("per cent", "%"),
}
TERMS = {
    True: Text("yes", "是"),
    False: Text("no", "否"),
    "fixed": Text("at the published time", "按公布时间"),
    "free": Text("at any time in the window", "可在规定时段内自选"),
    "fail": Text("the exam is failed", "考试失败"),
    "forfeit": Text("the exam is forfeited", "视为弃考"),
    "refuse": Text("is refused", "拒绝登录"),
    "fails_exam": Text("fails the exam", "考试失败"),
    "room": Text("the room", "考场环境"),
    "desk": Text("the desk", "桌面"),
    "blank_sheets": Text("blank answer sheets", "空白答题纸"),
    "draft_paper": Text("draft paper", "草稿纸"),
    "face": Text("the face", "面部"),
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
    given = (
        (limit, value, origin)
        for limit, (value, origin) in found
        if value not in (None, "", (), 0) or value is False
    )
    return [Value(limit, _said(limit, value), ORIGINS[origin]) for limit, value, origin in given]


def of_atoms(known: Collection[Value], atoms: Collection[str]) -> Iterator[Value]:
    """Those of which some atoms speak."""
    return (value for value in known if set(value.limit.atoms) & set(atoms))


def _found(limit: Limit, season: Season) -> tuple[object, str]:
    table = getattr(season, limit.table)
    if isinstance(table, Mapping):
        one = table.get(limit.name)
        return (one.value, one.origin) if one is not None else (None, "assumed")
    return getattr(table, limit.name), table.origin


def _said(limit: Limit, value: object) -> Text:
    if isinstance(value, datetime):
        return _same(f"{value:%Y-%m-%d %H:%M}")
    if isinstance(value, tuple):
        parts = [_term(one) for one in value]
        return Text(", ".join(one.en for one in parts), "、".join(one.zh for one in parts))
    if isinstance(value, int) and limit.name in HOURS:
        return _same(f"{value // 60:02}:{value % 60:02}")
    unit = UNITS.get(limit.name.rpartition("_")[2])
    if isinstance(value, int) and unit:
        return Text(f"{value:,} {unit.en}", f"{value:,} {unit.zh}")
    return _term(value)


def _term(value: object) -> Text:
    """A word of the season's terms in both languages; anything else, a number or a name, is the same in both."""
    return TERMS[value] if isinstance(value, bool | str) and value in TERMS else _same(str(value))


def _same(said: str) -> Text:
    return Text(said, said)
