"""Curves over exam time: what arrived, how long it took, what failed, and what stood to be uploaded.

A request belongs to the piece of time in which it was meant to arrive, so that a stall shows where it began.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from conformance.load.result.form import Bucket, Zoom
from conformance.load.result.measured import Measured
from conformance.load.result.percentiles import Floats, ranked

WIDTHS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)
"""How wide a piece may be, in seconds of exam time; of a span of days, pieces are hours."""
MOST, MOST_OF_A_STEP = 240, 120
ENOUGH = 20
"""Of fewer requests with an intended instant a step has no curve of its own."""
SHARES = (0.5, 0.95, 0.99)


def day(measured: Measured) -> tuple[Bucket, ...]:
    """The curve of all requests."""
    return _curve(measured, np.ones(len(measured.at), dtype=bool), MOST)


def zooms(measured: Measured) -> tuple[Zoom, ...]:
    """The curve of each step that had intended instants enough, from the first of them to the last."""
    step, late = measured.column("step"), measured.column("skew")
    meant = {name: (step == number) & ~np.isnan(late) for name, number in measured.steps.items()}
    return tuple(
        Zoom(step=name, curve=_curve(measured, chosen, MOST_OF_A_STEP))
        for name, chosen in meant.items()
        if chosen.sum() >= ENOUGH
    )


def width(span: float, most: int) -> float:
    """The narrowest width by which a span of seconds falls into `most` pieces at most."""
    place = bisect_left(WIDTHS, span / (most - 1))
    return WIDTHS[place] if place < len(WIDTHS) else float(np.ceil(span / (most - 1) / 3600) * 3600)


def _curve(measured: Measured, chosen: NDArray[np.bool_], most: int) -> tuple[Bucket, ...]:
    at = measured.column("at")[chosen]
    if not len(at):
        return ()
    wide = width(float(at.max() - at.min()), most)
    first = np.floor(at.min() / wide)
    piece = (np.floor(at / wide) - first).astype(np.int64)
    pieces = int(piece.max()) + 1
    taken = _by_piece(measured.column("ms")[chosen], piece, pieces)
    failed, refused = (
        np.bincount(piece, measured.column(name)[chosen], pieces) for name in ("failed", "refused")
    )
    active = _active(measured.column("user")[chosen], piece, pieces)
    backlog = _backlog(measured, [(first + one + 1) * wide for one in range(pieces)])
    return tuple(
        Bucket(
            at=measured.instant((first + one) * wide),
            seconds=wide,
            arrivals=len(taken[one]),
            errors=int(failed[one]),
            refused=int(refused[one]),
            active=int(active[one]),
            backlog_bytes=backlog[one],
            **dict(zip(("p50", "p95", "p99"), ranked(taken[one], SHARES) or (None, None, None), strict=True)),
        )
        for one in range(pieces)
    )


def _by_piece(values: Floats, piece: NDArray[np.int64], pieces: int) -> list[Floats]:
    order = np.argsort(piece, kind="stable")
    return np.split(values[order], np.searchsorted(piece[order], np.arange(1, pieces)))


def _active(users: Floats, piece: NDArray[np.int64], pieces: int) -> NDArray[np.int64]:
    """How many users sent something in each piece."""
    pairs = np.unique(np.stack([piece, users.astype(np.int64)]), axis=1)
    return np.bincount(pairs[0], minlength=pieces)


def _backlog(measured: Measured, ends: list[float]) -> list[int]:
    """What stood to be uploaded at each of these instants: the last that was told of each upload before it."""
    changes: list[tuple[float, int]] = []
    for upload in measured.uploads.values():
        told = upload.left()
        changes += [
            (at, left - before) for (at, left), (_, before) in zip(told, [(0, 0), *told], strict=False)
        ]
    changes.sort()
    sums = [0, *accumulate(change for _, change in changes)]
    instants = [at for at, _ in changes]
    return [sums[bisect_left(instants, end)] for end in ends]
