"""A discrete-event simulation of uploads that share a platform's ingest.

Bandwidth is shared fairly: each upload has the same part, or less where its own uplink carries less, and what these leave goes
to the others (max-min fairness, which TCP comes near to). All uploads of one way have the same rate at any instant; so a
way keeps one sum of what each of its uploads has had since the beginning, and an upload ends when this sum has grown by its
size. An event is the arrival or the end of a cohort; between two events rates do not change, so nothing is approximated.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, groupby
from math import inf

from conformance.capacity.demand import Cohort, Demand


@dataclass(frozen=True, slots=True)
class Ended:
    """A cohort whose uploads were whole at `at`."""

    cohort: Cohort
    at: float


@dataclass(frozen=True, slots=True)
class Moment:
    """From this instant on: bytes that stand to be uploaded, uploads under way, bytes a second."""

    at: float
    backlog: float
    active: int
    rate: float


@dataclass(slots=True)
class Outcome:
    """What became of it."""

    ended: list[Ended] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)

    @property
    def last(self) -> float:
        """When the last upload was whole."""
        return max((one.at for one in self.ended), default=0.0)

    @property
    def peak_rate(self) -> float:
        return max((one.rate for one in self.moments), default=0.0)

    @property
    def peak_backlog(self) -> float:
        return max((one.backlog for one in self.moments), default=0.0)

    def by(self, limit: float, kinds: Sequence[str], demand: Demand) -> int:
        """How many files of these kinds were whole by an instant."""
        return sum(
            one.cohort.count
            for one in self.ended
            if one.at <= limit and demand.ways[one.cohort.way].kind in kinds
        )


def simulate(demand: Demand, ingest: float = inf) -> Outcome:
    """Carry out a day with so many bytes a second of ingest."""
    outcome = Outcome()
    most = [way.most for way in demand.ways]
    order = sorted(range(len(most)), key=lambda one: most[one])
    active, served = [0] * len(most), [0.0] * len(most)
    under_way: list[list[tuple[float, int, Cohort]]] = [[] for _ in most]
    arriving = [(at, list(cohorts)) for at, cohorts in groupby(demand.cohorts, key=lambda one: one.at)]
    now, backlog, number, turns = 0.0, 0.0, 0, count()
    while True:
        rates = shared(active, most, order, ingest)
        ends, way = min(
            (
                (now + (heap[0][0] - served[one]) / rates[one], one)
                for one, heap in enumerate(under_way)
                if heap
            ),
            default=(inf, -1),
        )
        comes = arriving[number][0] if number < len(arriving) else inf
        if ends == comes == inf:
            return outcome
        then = min(ends, comes)
        backlog -= sum(map(_times, active, rates)) * (then - now)
        served = [had + rate * (then - now) for had, rate in zip(served, rates, strict=True)]
        now = then
        if comes <= ends:
            for cohort in arriving[number][1]:
                heapq.heappush(under_way[cohort.way], (served[cohort.way] + cohort.size, next(turns), cohort))
                active[cohort.way] += cohort.count
                backlog += cohort.count * cohort.size
            number += 1
        else:
            target, _, cohort = heapq.heappop(under_way[way])
            served[way] = target
            active[way] -= cohort.count
            outcome.ended.append(Ended(cohort, now))
        standing = max(0.0, backlog) if any(active) else 0.0
        rates = shared(active, most, order, ingest)
        outcome.moments.append(Moment(now, standing, sum(active), sum(map(_times, active, rates))))


def shared(active: Sequence[int], most: Sequence[float], order: Sequence[int], ingest: float) -> list[float]:
    """Bytes a second for each upload of each way; `order` is that of the ways by `most`."""
    rates = [0.0] * len(most)
    left, uploads = ingest, sum(active)
    for way in order:
        if not active[way]:
            continue
        rates[way] = min(most[way], left / uploads)
        left -= rates[way] * active[way]
        uploads -= active[way]
    return rates


def _times(uploads: int, rate: float) -> float:
    return uploads * rate
