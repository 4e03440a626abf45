"""What a page is told: the open sheet with all its sentences, and which of them are asked of its place now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from conformance.hand.answers import CHOICES
from conformance.hand.lane import Lane, Standing
from conformance.hand.script import Line
from conformance.season import Season
from conformance.target.hand import Place
from reports.form import Text

SHOWN = {"instant": "at", "count": "count", "length": "length"}


def state(lane: Lane, place: Place, season: Season) -> dict[str, Any]:
    """Everything that a page shows, as JSON; `version` tells one state from another."""
    version, standing = lane.version, lane.current()
    done, of = lane.done()
    mine = lane.joined.get(place)
    return {
        "version": version,
        "place": place,
        "name": mine.by if mine else "",
        "closed": lane.closed,
        "done": done,
        "of": of,
        "sheet": _sheet(standing, place, season) if standing else None,
    }


def _sheet(standing: Standing, place: Place, season: Season) -> dict[str, Any]:
    sheet = standing.sheet
    asked = list(standing.open())
    return {
        "case": sheet.case.id,
        "name": _both(sheet.case.name),
        "rules": sheet.case.scene.rules,
        "subject": season.subject(sheet.subject).name,
        "session": "formal" if sheet.session == "formal" else "mock",
        "turn": sorted({where for _, where in asked}),
        "lines": [
            _line(line, standing, [where for one, where in asked if one is line], place)
            for line in sheet.lines
        ],
    }


def _line(line: Line, standing: Standing, asked: list[Place], place: Place) -> dict[str, Any]:
    return {
        "number": line.number,
        "kind": line.kind,
        "text": _both(line.text),
        "places": line.places,
        "open": place in asked,
        "choices": CHOICES[line.kind],
        "values": list(_values(line.values)),
        "said": [{"place": one.place, "said": one.said, "by": one.by} for one in standing.of(line)],
    }


def _values(values: Mapping[str, str]) -> Iterator[list[str]]:
    """What the relative words come to: the moment or number that is meant, not the limit that it is counted from."""
    named = [name for name in SHOWN if name in values] or list(values)[:1]
    for name in named:
        yield [SHOWN.get(name, "at" if "T" in values[name] else "count"), _shown(values[name])]


def _shown(value: str) -> str:
    try:
        return datetime.fromisoformat(value).strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:
        return value


def _both(said: Text) -> list[str]:
    return [said.en, said.zh]
