"""How many requests there are in each second of a day, and so how many processes of the platform are needed."""

from __future__ import annotations

from math import ceil

import numpy as np

from conformance.capacity.demand import counted
from conformance.capacity.form import Processes, Requests
from conformance.capacity.plan import Plan
from conformance.capacity.simulation import Outcome
from conformance.capacity.sizing import megabits, told

BEATS, PIECES = "heartbeats", "uploads"
BEFORE = 86_400
"""No request comes a day before the waiting room opens."""


def requests(plan: Plan, candidates: int, outcome: Outcome) -> Requests:
    """The busiest second: what candidates ask, heartbeats, and the pieces of uploads. Expected numbers, second by second."""
    last = ceil(max(outcome.last, _seconds(plan, "photos_end"))) + 1
    rows = {one.name: np.zeros(BEFORE + last) for one in plan.requests}
    for one in plan.requests:
        for at, count in counted(one, plan, round(candidates * one.each)):
            rows[one.name][BEFORE + int(at)] += count
    if plan.heartbeats:
        beats = rows.setdefault(BEATS, np.zeros(BEFORE + last))
        begins, ends = (BEFORE + int(_seconds(plan, name)) for name in ("starts", "photos_end"))
        beats[begins:ends] += candidates * plan.heartbeats.phones / plan.heartbeats.seconds
    rows[PIECES] = _pieces(plan, outcome, BEFORE + last)
    whole = np.sum(list(rows.values()), axis=0)
    busiest = int(whole.argmax())
    return Requests(
        peak=round(float(whole[busiest]), 1),
        at=told(plan, busiest - BEFORE),
        by_name={name: round(float(row[busiest]), 1) for name, row in rows.items() if row[busiest]},
    )


def processes(plan: Plan, busiest: Requests, ingest: float) -> Processes:
    """`ingest` in bytes a second."""
    one = plan.process
    for_requests = max(1, ceil(busiest.peak / (one.requests_per_second * one.used)))
    for_ingest = max(1, ceil(megabits(ingest) / (one.ingest_mbit * one.used)))
    return Processes(for_requests=for_requests, for_ingest=for_ingest, needed=max(for_requests, for_ingest))


def _pieces(plan: Plan, outcome: Outcome, seconds: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Of each second the greatest rate that there was in it."""
    found = np.zeros(seconds)
    moments = outcome.moments
    for one, following in zip(moments, [*moments[1:], None], strict=True):
        begins = BEFORE + int(one.at)
        ends = BEFORE + int(following.at) if following else begins
        span = found[begins : max(begins, ends) + 1]
        np.maximum(span, one.rate / plan.uploads.piece_bytes, out=span)
    return found


def _seconds(plan: Plan, name: str) -> float:
    at = plan.instants.named()[name]
    return (at - plan.instants.waiting_opens).total_seconds()
