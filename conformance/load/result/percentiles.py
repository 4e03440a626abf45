"""Percentiles of everything that was measured, by the nearest rank: each is a value that was seen, and none is estimated.

What several workers measured is put together before it is ranked, so that nothing is averaged.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def ranked(values: Floats, shares: Sequence[float]) -> tuple[float, ...]:
    """For each share (0.99), the smallest value that so large a share of all does not exceed; no value, no percentile."""
    if not len(values):
        return ()
    wanted = [max(0, int(np.ceil(share * len(values))) - 1) for share in shares]
    placed = np.partition(values, sorted(set(wanted)))
    return tuple(round(float(placed[place]), 3) for place in wanted)
