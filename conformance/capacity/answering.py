"""The whole answer for a plan and a number of candidates."""

from __future__ import annotations

from bisect import bisect_right
from math import ceil, inf

import msgspec

from conformance.capacity import asking, sizing
from conformance.capacity.demand import demand
from conformance.capacity.form import Capacity, Curve, Point, Totals
from conformance.capacity.plan import Plan
from conformance.capacity.simulation import Outcome
from conformance.capacity.sizing import Sized, megabits, told
from conformance.kit import kit

POINTS = 240


def answered(plan: Plan, candidates: int) -> Capacity:
    """Size it and say it."""
    found = sizing.sized(plan, candidates)
    least, first = found.outcomes[0]
    busiest = asking.requests(plan, candidates, first)
    return Capacity(
        kit=kit(),
        season=plan.sitting.season,
        plan={"name": plan.name, **msgspec.to_builtins(plan)},
        title=plan.title,
        candidates=candidates,
        deadline=told(plan, found.limits.films),
        totals=_totals(plan, found, candidates),
        reachable=found.reachable,
        needed_mbit=megabits(least),
        last_upload=told(plan, first.last),
        choices=tuple(sizing.choice(found, plan, ingest, outcome) for ingest, outcome in found.outcomes),
        slow=tuple(sizing.slow(found, plan)),
        requests=busiest,
        processes=asking.processes(plan, busiest, least),
        curves=tuple(_curve(plan, found, ingest, outcome) for ingest, outcome in found.outcomes),
        instants={name: at.isoformat(timespec="milliseconds") for name, at in plan.instants.named().items()},
    )


def _totals(plan: Plan, found: Sized, candidates: int) -> Totals:
    """What is sent twice is kept once."""
    once = msgspec.structs.replace(plan, uploads=msgspec.structs.replace(plan.uploads, sent_twice=0))
    kept = demand(once, candidates).bytes * plan.uploads.copies
    return Totals(files=found.needs.files, bytes=round(found.needs.bytes), storage_bytes=round(kept))


def _curve(plan: Plan, found: Sized, ingest: float, outcome: Outcome) -> Curve:
    """All over the same time, so that they can be laid over each other."""
    begins = min(one.at for one in found.needs.cohorts)
    wide = max(60.0, ceil((found.outcomes[0][1].last - begins) / POINTS / 60) * 60)
    begins -= begins % wide
    pieces = ceil((found.outcomes[0][1].last - begins) / wide) + 1
    points = tuple(_point(plan, outcome, begins + wide * number, wide) for number in range(pieces))
    return Curve(ingest_mbit=None if ingest == inf else megabits(ingest), points=points)


def _point(plan: Plan, outcome: Outcome, at: float, wide: float) -> Point:
    """As it is at the piece's begin; between two events the backlog falls evenly."""
    place = bisect_right(outcome.moments, at, key=lambda one: one.at) - 1
    if place < 0:
        return Point(at=told(plan, at), seconds=wide, backlog_bytes=0, ingest_mbit=0.0, active=0)
    one = outcome.moments[place]
    left = max(0.0, one.backlog - one.rate * (at - one.at))
    return Point(
        at=told(plan, at),
        seconds=wide,
        backlog_bytes=round(left),
        ingest_mbit=megabits(one.rate),
        active=one.active,
    )
