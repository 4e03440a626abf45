"""``index.html`` of a capacity calculation: what is needed, what more would bring, and the uploads over time as charts."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime

from markupsafe import Markup

from conformance.capacity import words
from conformance.capacity.form import Capacity, Curve, Point
from conformance.capacity.words import word, wording
from reports.drawing import Drawn, Mark, Series, chart, count, linear, size, speed
from reports.form import Language, Text
from reports.sheet import sheet

COLOURS = ("first", "second", "third", "fourth", "fifth")


def page(answer: Capacity, language: Language) -> str:
    """The whole page, opened in this language; equal answers give equal text."""
    places = ["needed", "choices", "day", *(["check"] if answer.check else []), "about"]
    return sheet(
        "conformance.capacity",
        "capacity.html.j2",
        language,
        heading=word("ui", "title"),
        places=places,
        answer=answer,
        charts=charts(answer),
        plan=json.dumps(answer.plan, ensure_ascii=False, indent=1),
        words=words,
        word=word,
        size=size,
        speed=speed,
    )


def charts(answer: Capacity) -> tuple[Drawn, ...]:
    """What stands to be uploaded and the ingest that is used, for each choice of ingest; and the uploads under way."""
    return (
        _drawn(answer, "standing", lambda one: one.backlog_bytes, answer.curves, size),
        _drawn(answer, "used", lambda one: one.ingest_mbit, _limited(answer), speed),
        _drawn(answer, "active", lambda one: one.active, answer.curves, count),
    )


def _limited(answer: Capacity) -> Sequence[Curve]:
    """Without a limit the ingest used is so much more that the others would lie flat."""
    return [curve for curve in answer.curves if curve.ingest_mbit is not None]


def _drawn(
    answer: Capacity,
    title: str,
    of: Callable[[Point], float],
    curves: Sequence[Curve],
    shown: Callable[[float], str],
) -> Drawn:
    legend = zip(COLOURS, (words.speed(curve.ingest_mbit) for curve in curves), strict=False)
    return Drawn(wording()[title], tuple(legend), _chart(answer, of, curves, shown))


def _chart(
    answer: Capacity, of: Callable[[Point], float], curves: Sequence[Curve], shown: Callable[[float], str]
) -> Markup:
    points = answer.curves[0].points
    series = [
        Series(colour, [of(point) for point in curve.points])
        for colour, curve in zip(COLOURS, curves, strict=False)
    ]
    hints = [
        " · ".join([_time(one), *(shown(row.values[place] or 0) for row in series)])
        for place, one in enumerate(points)
    ]
    scale = linear(value for row in series for value in row.values)
    return chart(series, [_time(one) for one in points], hints, scale, shown, _marks(answer, points))


def _marks(answer: Capacity, points: Sequence[Point]) -> list[Mark]:
    begins = datetime.fromisoformat(points[0].at)
    whole = points[0].seconds * len(points)
    said = {"photos_end": Text("photos end", "拍照截止"), "deadline": wording()["deadline"]}
    instants = {**answer.instants, "deadline": answer.deadline}
    return [
        Mark((datetime.fromisoformat(instants[name]) - begins).total_seconds() / whole, text.en, text.zh)
        for name, text in said.items()
    ]


def _time(point: Point) -> str:
    return point.at[11:16]
