"""What a benchmark finds: figures with their spread, rows, aims; and how they are printed and kept."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec


class Missing(Exception):
    """Something that is not ours is not on this machine; the sentence names it and the command that installs it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The same thing measured again and again: median, least and most."""

    values: tuple[float, ...]
    unit: str = ""

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def __str__(self) -> str:
        if len(self.values) == 1:
            return f"{short(self.median)}{self._unit}"
        return f"{short(self.median)}{self._unit} ({short(min(self.values))}–{short(max(self.values))})"

    @property
    def _unit(self) -> str:
        return f" {self.unit}" if self.unit and self.unit not in ("%", "/s") else self.unit


def one(value: float, unit: str = "") -> Figure:
    """A figure that is the same each time, or was taken once."""
    return Figure((value,), unit)


def ratio(of: Figure, to: Figure) -> Figure:
    """`of` as a multiple of `to`, round by round: what disturbs the machine disturbs both."""
    return Figure(tuple(a / b for a, b in zip(of.values, to.values, strict=True)), "x")


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure was to be, `most` or `least`; the median counts."""

    what: str
    figure: Figure
    most: float | None = None
    least: float | None = None

    @property
    def met(self) -> bool:
        seen = self.figure.median
        return (self.most is None or seen <= self.most) and (self.least is None or seen >= self.least)

    def __str__(self) -> str:
        wanted = (
            f"at most {short(self.most)}" if self.most is not None else f"at least {short(self.least or 0)}"
        )
        return f"{'met    ' if self.met else 'NOT MET'}  {self.what}: {self.figure}, aim {wanted}"


@dataclass(frozen=True, slots=True)
class Findings:
    """Rows of figures by name, the aims that hang on them, and what a reader has to know of how they were taken."""

    rows: Mapping[str, Mapping[str, Figure]]
    aims: Sequence[Aim] = ()
    notes: Sequence[str] = field(default=())

    def lines(self) -> Iterable[str]:
        width = max(map(len, self.rows), default=0)
        for name, figures in self.rows.items():
            yield f"  {name:<{width}}  " + "   ".join(f"{what} {figure}" for what, figure in figures.items())
        yield from (f"  {aim}" for aim in self.aims)
        yield from (f"  note: {note}" for note in self.notes)

    def as_json(self) -> dict[str, Any]:
        return {
            "rows": {
                name: {what: _plain(figure) for what, figure in figures.items()}
                for name, figures in self.rows.items()
            },
            "aims": [
                {"what": aim.what, "met": aim.met, "most": aim.most, "least": aim.least, **_plain(aim.figure)}
                for aim in self.aims
            ],
            "notes": list(self.notes),
        }


def _plain(figure: Figure) -> dict[str, Any]:
    spread = {"median": figure.median, "min": min(figure.values), "max": max(figure.values)}
    return {**spread, **msgspec.to_builtins(figure)}


def milliseconds(act: Callable[[], object]) -> float:
    """How long `act` takes, once."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def short(value: float) -> str:
    """Three figures, no more, and thousands apart."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f}"
