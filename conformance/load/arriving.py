"""When phones arrive: planned instants of exam time, drawn before the day begins and waiting for nobody.

An arrival that waited for the answer to the one before would come later the slower the platform is, and the slowness
would hide itself (coordinated omission). So a step is due at its instant, and its latency counts from there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from conformance.instants import SittingInstants
from conformance.load.plan import Arrival

STEEP = 5.0
"""How many times the mean of a `front` fits into its span: 63 of 100 arrive in the first fifth."""


def _front(share: float) -> float:
    return -math.log(1 - share * (1 - math.exp(-STEEP))) / STEEP


SHAPES: Mapping[str, Callable[[float], float]] = {
    "even": lambda share: share,
    "instant": lambda _: 0.0,
    "front": _front,
    "back": lambda share: 1 - _front(share),
}
"""From an even draw to the part of the span at which a phone arrives. Many even draws are Poisson arrivals, given their number."""


def anchor(instants: SittingInstants, name: str) -> datetime:
    """An instant of the sitting by name; where a season has no display, the end; without aux phones, the photos' end."""
    otherwise = {"display_ends": instants.ends, "aux_ends": instants.photos_end}
    return instants.named().get(name) or otherwise[name]


def due(arrival: Arrival, instants: SittingInstants, share: float) -> datetime:
    """The intended instant of one phone, whose draw is `share` of 1, in whole milliseconds."""
    offset = arrival.seconds + arrival.within * SHAPES[arrival.shape](share)
    return anchor(instants, arrival.after) + timedelta(milliseconds=round(offset * 1000))
