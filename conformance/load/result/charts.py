"""Which charts a load run has: what each shows, on which scale, and what a pointer is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from conformance.load.result.form import Bucket
from conformance.load.result.words import word
from reports.drawing import LABELS, Drawn, Mark, Scale, Series, chart, count, decades, linear, size

LATENCIES = ("p50", "p95", "p99")


def of_the_day(curve: Sequence[Bucket], instants: Mapping[str, str]) -> tuple[Drawn, ...]:
    """The charts of a whole day, all over the same time."""
    if not curve:
        return ()
    marks = marked(curve, instants)
    backlog = [float(piece.backlog_bytes) for piece in curve]
    return (
        _counts("arrivals", curve, (("arrivals", "requests"),), marks),
        _latency(curve, marks),
        _counts("wrong", curve, (("refused", "refused"), ("errors", "errors")), marks),
        *(
            [_one("backlog", curve, Series("uploads", backlog, filled=True), size, marks)]
            if any(backlog)
            else []
        ),
        _one(
            "active",
            curve,
            Series("phones", [float(piece.active) for piece in curve], filled=True),
            count,
            marks,
        ),
    )


def of_a_step(curve: Sequence[Bucket]) -> tuple[Drawn, ...]:
    """What arrived of one step, and how long it took."""
    return (
        _counts("arrivals", curve, (("arrivals", "requests"), ("errors", "errors")), ()),
        _latency(curve, ()),
    )


def marked(curve: Sequence[Bucket], instants: Mapping[str, str]) -> list[Mark]:
    """The sitting's instants, where they lie in the curve."""
    begins = datetime.fromisoformat(curve[0].at)
    whole = curve[0].seconds * len(curve)
    shares = {
        name: (datetime.fromisoformat(at) - begins).total_seconds() / whole for name, at in instants.items()
    }
    return [Mark(share, (said := word("instant", name)).en, said.zh) for name, share in shares.items()]


def _counts(
    title: str, curve: Sequence[Bucket], rows: Sequence[tuple[str, str]], marks: Sequence[Mark]
) -> Drawn:
    series = [
        Series(kind, [float(getattr(piece, name)) for piece in curve], filled=True) for name, kind in rows
    ]
    scale = linear(value for one in series for value in one.values)
    legend = tuple((kind, word("ui", name)) for name, kind in rows) if len(rows) > 1 else ()
    return Drawn(word("ui", title), legend, _chart(curve, series, scale, count, marks))


def _latency(curve: Sequence[Bucket], marks: Sequence[Mark]) -> Drawn:
    series = [Series(name, [getattr(piece, name) for piece in curve]) for name in LATENCIES]
    scale = decades(value for one in series for value in one.values)
    legend = tuple((name, word("ui", name)) for name in LATENCIES)
    return Drawn(
        word("ui", "latency"), legend, _chart(curve, series, scale, lambda value: f"{value:g}", marks)
    )


def _one(
    title: str, curve: Sequence[Bucket], series: Series, shown: Callable[[float], str], marks: Sequence[Mark]
) -> Drawn:
    return Drawn(word("ui", title), (), _chart(curve, [series], linear(series.values), shown, marks))


def _chart(
    curve: Sequence[Bucket],
    series: Sequence[Series],
    scale: Scale,
    shown: Callable[[float], str],
    marks: Sequence[Mark],
) -> Markup:
    labels = LABELS if curve[0].seconds >= 60 else LABELS // 2
    return chart(
        series,
        [_time(piece) for piece in curve],
        [_hint(piece) for piece in curve],
        scale,
        shown,
        marks,
        labels,
    )


def _time(piece: Bucket) -> str:
    """As precise as the piece is wide."""
    return (
        piece.at[11:16] if piece.seconds >= 60 else piece.at[11:19] if piece.seconds >= 1 else piece.at[11:23]
    )


def _hint(piece: Bucket) -> str:
    figures = [f"{name} {value:g} ms" for name in LATENCIES if (value := getattr(piece, name)) is not None]
    counts = [f"{piece.arrivals:,} ({piece.refused:,} / {piece.errors:,})", size(piece.backlog_bytes)]
    return " · ".join([_time(piece), *counts, *figures])
