"""Requests by step: how many, how fast, how many went wrong; and how exactly they arrived."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from conformance.load.result.form import Arrivals, Step
from conformance.load.result.measured import Measured
from conformance.load.result.percentiles import ranked

SHARES = (0.5, 0.95, 0.99, 0.999, 1.0)
NAMES = ("p50", "p95", "p99", "p999", "max")


TOTAL = "total"


def steps(measured: Measured) -> tuple[Step, ...]:
    """A row a step, in the order in which the day had them."""
    of, at = measured.column("step"), measured.column("at")
    chosen = {name: of == number for name, number in measured.steps.items()}
    in_order = sorted(chosen, key=lambda name: float(at[chosen[name]].min()))
    return tuple(_step(measured, name, chosen[name]) for name in in_order)


def total(measured: Measured) -> Step | None:
    """All requests as one; None where there was none."""
    return _step(measured, TOTAL, np.ones(len(measured.at), dtype=bool)) if len(measured.at) else None


def _step(measured: Measured, name: str, chosen: NDArray[np.bool_]) -> Step:
    return Step(
        step=name,
        requests=int(chosen.sum()),
        errors=int(measured.column("failed")[chosen].sum()),
        refused=int(measured.column("refused")[chosen].sum()),
        lost=int(measured.column("lost")[chosen].sum()),
        rps=_rate(measured, chosen),
        **dict(zip(NAMES, ranked(measured.column("ms")[chosen], SHARES), strict=True)),
    )


def arrivals(measured: Measured) -> Arrivals:
    """How late requests with an intended instant were sent."""
    late = measured.column("skew")
    late = late[~np.isnan(late)]
    if not len(late):
        return Arrivals()
    p50, p99, most = ranked(late, (0.5, 0.99, 1.0))
    return Arrivals(intended=len(late), skew_p50_ms=p50, skew_p99_ms=p99, skew_max_ms=most)


def _rate(measured: Measured, chosen: NDArray[np.bool_]) -> float:
    """Requests a second of the wall. What the wall's time was is told by the answers: each knows how long it took by both clocks."""
    lasted, took, at = (measured.column(name)[chosen] for name in ("lasted", "ms", "at"))
    known = ~np.isnan(lasted)
    exam, wall = float(lasted[known].sum()), float(took[known].sum()) / 1000
    span = float(at.max() - at.min())
    return round(len(at) * exam / (wall * span), 1) if wall > 0 and span > 0 else 0.0
