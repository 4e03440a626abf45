"""From the tables of a season file that has passed schema and laws to the season."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, cast

from conformance.season import answers
from conformance.season.contacts import Addresses, Support, minutes
from conformance.season.laws import zone as zone_of
from conformance.season.published import Season
from conformance.season.terms import APPS, App, Display, Exam, Interruption, Recording, Waiting
from conformance.season.values import Date, Force, Limit, Major, Minimum, Origin, Subject, Window

Table = Mapping[str, Any]


def season(raw: Table, path: Path) -> Season:
    """The season of a sound file."""
    zone = zone_of(raw["zone"])
    limits = {
        name: Limit(name, row["value"], cast(Origin, row["origin"]), row["source"])
        for name, row in raw["limits"].items()
    }
    exam = Exam(**_table(raw, "exam"))
    return Season(
        id=raw["id"],
        edition=raw["edition"],
        title=raw["title"],
        zone=zone,
        majors=tuple(Major(row["id"], row["name"]) for row in raw["majors"]),
        subjects=tuple(_subject(row, limits, zone) for row in raw["subjects"]),
        limits=limits,
        path=path,
        dates={name: _date(name, row, zone) for name, row in raw.get("dates", {}).items()},
        minimums={name: _minimum(name, row) for name, row in raw.get("minimums", {}).items()},
        exam=exam,
        apps=_apps(raw, exam),
        waiting=Waiting(**_table(raw, "waiting")),
        display=Display(**_table(raw, "display")),
        interruption=_interruption(raw, exam),
        recording=Recording(**_table(raw, "recording")),
        addresses=Addresses(**_table(raw, "addresses")),
        support=_support(raw),
        answers=answers.read(raw),
    )


def _table(raw: Table, name: str) -> dict[str, Any]:
    """A table with its lists as tuples; empty where the file has none."""
    return {key: _hard(one) for key, one in raw.get(name, {}).items()}


def _hard(one: Any) -> Any:
    return tuple(one) if isinstance(one, list) else one


def _apps(raw: Table, exam: Exam) -> dict[str, App]:
    given = {role: App(**_table(raw["apps"], role)) for role in raw.get("apps", {})}
    roles = ("main", "aux")[: exam.cameras]
    return {role: given.get(role, APPS[role]) for role in roles}


def _interruption(raw: Table, exam: Exam) -> Interruption:
    alone = {"repaired_on": ("main",)} if exam.cameras == 1 else {}
    return Interruption(**{**alone, **_table(raw, "interruption")})


def _support(raw: Table) -> Support:
    given = _table(raw, "support")
    hours: dict[str, Any] = {name: minutes(given[name]) for name in ("opens", "closes") if name in given}
    return Support(**{**given, **hours})


def _subject(row: Table, limits: Mapping[str, Limit], zone: tzinfo) -> Subject:
    pages = (row.get("pages") or limits["sheet_pages"].value) if row["has_sheet"] else 0
    windows = (
        Window(w["session"], _instant(w["start"], zone), _instant(w["end"], zone)) for w in row["windows"]
    )
    return Subject(row["id"], row["major"], row["name"], row["has_sheet"], pages, tuple(windows))


def _date(name: str, row: Table, zone: tzinfo) -> Date:
    return Date(name, _instant(row["value"], zone), row["origin"], row["source"])


def _minimum(name: str, row: Table) -> Minimum:
    force = cast(Force, row.get("force", "rule"))
    return Minimum(name, _hard(row["value"]), row["origin"], row["source"], force)


def _instant(text: str, zone: tzinfo) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)
