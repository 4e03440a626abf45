"""Charts as SVG, drawn from the figures: steps over pieces of time, since that is what was measured.

Places across are percentages and only the curves are stretched, so that a chart fits a phone and its words stay legible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from markupsafe import Markup, escape

from reports.form import Text

HEIGHT, FOOT, HEAD = 150, 22, 18
WIDE = 1000
LABELS = 8
PREFIXES = ("", "k", "M", "G", "T", "P", "E")
Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Series:
    """A row of values, one a piece of time; `kind` is its colour's name. A filled one is drawn down to the foot."""

    kind: str
    values: Values
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A vertical line at a share of the width, with its name in both languages."""

    share: float
    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart with its title and the names of its colours."""

    title: Text
    legend: tuple[tuple[str, Text], ...]
    svg: Markup


@dataclass(frozen=True, slots=True)
class Scale:
    """The values at the lines across, and where a value lies: 0 at the foot, 1 at the top."""

    lines: tuple[float, ...]
    place: Callable[[float], float]


def chart(
    series: Sequence[Series],
    times: Sequence[str],
    hints: Sequence[str],
    scale: Scale,
    shown: Callable[[float], str],
    marks: Iterable[Mark] = (),
    labels: int = LABELS,
) -> Markup:
    """One chart. `times`: a label for each piece, of which some are written; `hints`: what a pointer is told of each."""
    whole = HEAD + HEIGHT + FOOT
    inner = Markup("").join(Markup("").join(_path(one, scale)) for one in series)
    return Markup(
        '<svg class="chart" width="100%" height="{whole}" role="img">{lines}'
        '<svg x="0" y="{head}" width="100%" height="{height}" viewBox="0 0 {wide} {height}" preserveAspectRatio="none">'
        "{inner}</svg>{levels}{marks}{times}"
        '<svg x="0" y="{head}" width="100%" height="{height}" viewBox="0 0 {wide} {height}" preserveAspectRatio="none">{hits}</svg></svg>'
    ).format(
        whole=whole,
        head=HEAD,
        height=HEIGHT,
        wide=WIDE,
        lines=_lines(scale),
        levels=_levels(scale, shown),
        inner=inner,
        marks=_marks(marks),
        times=_times(times, labels),
        hits=_hits(hints),
    )


def linear(values: Iterable[float | None]) -> Scale:
    """From 0 to a round number above the greatest value."""
    most = max((value for value in values if value is not None), default=0.0) or 1.0
    unit = 10.0 ** floor(log10(most))
    step = next(part * unit for part in (0.25, 0.5, 1.0, 2.5) if most / (part * unit) <= 4)
    top = step * ceil(most / step)
    return Scale(tuple(step * one for one in range(round(top / step) + 1)), lambda value: value / top)


def decades(values: Iterable[float | None]) -> Scale:
    """Logarithmic, from the decade below the least value to that above the greatest."""
    known = [max(value, 0.1) for value in values if value is not None] or [1.0]
    low, high = floor(log10(min(known))), ceil(log10(max(known)))
    high = max(high, low + 1)
    lines = tuple(10.0**one for one in range(low, high + 1))
    return Scale(lines, lambda value: (log10(max(value, 0.1)) - low) / (high - low))


def count(value: float) -> str:
    """A number of things."""
    return f"{value:,.0f}" if value >= 1 or value == 0 else f"{value:g}"


def size(value: float) -> str:
    """A number of bytes."""
    return _scaled(value, "B")


def speed(megabits: float) -> str:
    """Millions of bits a second."""
    return _scaled(megabits * 1e6, "bit/s")


def _scaled(value: float, unit: str) -> str:
    power = min(len(PREFIXES) - 1, int(log10(value) / 3)) if value >= 1 else 0
    return f"{value / 1000**power:.3g} {PREFIXES[power]}{unit}"


def _path(series: Series, scale: Scale) -> Iterator[Markup]:
    """A piece is a level line; between two pieces that both have a value it rises or falls."""
    wide = WIDE / max(1, len(series.values))
    for start, run in _runs(series.values):
        points = [(wide * (start + one), HEIGHT * (1 - scale.place(value))) for one, value in enumerate(run)]
        drawn = f"M{points[0][0]:.1f} {points[0][1]:.1f}H{points[0][0] + wide:.1f}"
        drawn += "".join(f"V{y:.1f}H{x + wide:.1f}" for x, y in points[1:])
        if series.filled:
            drawn = f"M{points[0][0]:.1f} {HEIGHT}V{drawn.split(' ', 1)[1]}V{HEIGHT}Z"
        yield Markup('<path class="{} {}" d="{}"/>').format(
            "fill" if series.filled else "stroke", series.kind, drawn
        )


def _runs(values: Values) -> Iterator[tuple[int, list[float]]]:
    """Stretches without a gap, with the piece at which each begins."""
    run: list[float] = []
    for place, value in enumerate([*values, None]):
        if value is not None:
            run.append(value)
        elif run:
            yield place - len(run), run
            run = []


def _lines(scale: Scale) -> Markup:
    return Markup("").join(
        Markup('<line class="grid" x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}"/>').format(
            y=_level(scale, value)
        )
        for value in scale.lines
    )


def _levels(scale: Scale, shown: Callable[[float], str]) -> Markup:
    """What the lines stand for, but for the lowest, beneath which the times stand."""
    return Markup("").join(
        Markup('<text class="level" x="2" y="{y:.1f}">{said}</text>').format(
            y=_level(scale, value) + 11, said=shown(value)
        )
        for value in scale.lines
        if scale.place(value) > 0
    )


def _level(scale: Scale, value: float) -> float:
    return HEAD + HEIGHT * (1 - scale.place(value))


def _marks(marks: Iterable[Mark]) -> Markup:
    drawn, last, last_narrow = Markup(""), -1.0, -1.0
    for mark in sorted(marks, key=lambda one: one.share):
        if not 0 <= mark.share <= 1:
            continue
        x = f"{100 * mark.share:.2f}%"
        drawn += Markup('<line class="mark" x1="{x}" x2="{x}" y1="{top}" y2="{foot}"/>').format(
            x=x, top=HEAD - 4, foot=HEAD + HEIGHT
        )
        if mark.share - last >= 0.09:
            last, narrow = mark.share, mark.share - last_narrow >= 0.25
            last_narrow = mark.share if narrow else last_narrow
            anchor = "end" if mark.share > 0.9 else "start" if mark.share < 0.1 else "middle"
            for language, said in (("en", mark.en), ("zh", mark.zh)):
                drawn += Markup(
                    '<text class="name {language}{wide}" x="{x}" y="{y}" text-anchor="{anchor}">{said}</text>'
                ).format(
                    language=language,
                    wide="" if narrow else " wide",
                    x=x,
                    y=HEAD - 7,
                    anchor=anchor,
                    said=said,
                )
    return drawn


def _times(times: Sequence[str], labels: int) -> Markup:
    """Some of the labels: every second of them only where there is room."""
    drawn, every = Markup(""), max(1, ceil(len(times) / labels))
    for number, place in enumerate(range(0, len(times), every)):
        share = place / len(times)
        drawn += Markup(
            '<text class="time{wide}" x="{x:.2f}%" y="{y}" text-anchor="{anchor}">{said}</text>'
        ).format(
            wide=" wide" if number % 2 else "",
            x=100 * share,
            y=HEAD + HEIGHT + 15,
            anchor="start" if share < 0.05 else "middle",
            said=times[place],
        )
    return drawn


def _hits(hints: Sequence[str]) -> Markup:
    wide = WIDE / max(1, len(hints))
    return Markup("").join(
        Markup(
            '<rect class="hit" x="{:.1f}" y="0" width="{:.1f}" height="{}"><title>{}</title></rect>'
        ).format(wide * place, wide, HEIGHT, escape(hint))
        for place, hint in enumerate(hints)
    )
