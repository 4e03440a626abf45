"""The least ingest with which a day's uploads are whole in time, and what more of it would bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil, inf

from conformance.capacity.demand import BYTES, Demand, demand, instant
from conformance.capacity.form import Choice, Slow
from conformance.capacity.plan import Plan
from conformance.capacity.simulation import Ended, Outcome, simulate

FILMS, PHOTOS = ("main", "aux"), ("photos",)
PRECISE = 0.001
"""The least ingest is found to a thousandth."""
MULTIPLES = (1.0, 1.5, 2.0, 4.0)


@dataclass(frozen=True, slots=True)
class Limits:
    """Until when films and photos must be whole, in seconds after the waiting room's opening, and how many films."""

    films: float
    photos: float
    in_time: int


@dataclass(frozen=True, slots=True)
class Sized:
    """What was found: `outcomes` by ingest in bytes a second, the least one first, and without a limit last."""

    needs: Demand
    limits: Limits
    reachable: bool
    outcomes: tuple[tuple[float, Outcome], ...]


def sized(plan: Plan, candidates: int) -> Sized:
    """Find the least ingest, and carry out the day with it and with more."""
    needs = demand(plan, candidates)
    films = sum(one.count for one in needs.cohorts if needs.ways[one.way].kind in FILMS)
    limits = Limits(*_limits(plan), ceil(films * plan.uploads.in_time))
    free = simulate(needs)
    best = _in_time(free, needs, limits)
    wanted = (min(best[0], limits.in_time), best[1])

    def enough(outcome: Outcome) -> bool:
        seen = _in_time(outcome, needs, limits)
        return seen[0] >= wanted[0] and seen[1] >= wanted[1]

    least = _least(enough, needs, free.peak_rate)
    multiples = [least * one for one in MULTIPLES if least * one < free.peak_rate]
    outcomes = [(ingest, simulate(needs, ingest)) for ingest in multiples or [least]]
    photos = needs.files - films
    return Sized(
        needs, limits, best >= (limits.in_time, photos) and best[1] == photos, (*outcomes, (inf, free))
    )


def choice(found: Sized, plan: Plan, ingest: float, outcome: Outcome) -> Choice:
    """A row of the answer's table."""
    needs, limits = found.needs, found.limits
    films = [one for one in outcome.ended if needs.ways[one.cohort.way].kind in FILMS]
    photos = [one for one in outcome.ended if needs.ways[one.cohort.way].kind in PHOTOS]
    p50, p95 = (round(_taken(films, share) / 60, 1) for share in (0.5, 0.95))
    return Choice(
        ingest_mbit=None if ingest == inf else megabits(ingest),
        peak_mbit=megabits(outcome.peak_rate),
        last_upload=told(plan, outcome.last),
        p50_minutes=p50,
        p95_minutes=p95,
        films_late=_late(films, limits.films),
        photos_late=_late(photos, limits.photos),
        peak_backlog_bytes=round(outcome.peak_backlog),
    )


def slow(found: Sized, plan: Plan) -> list[Slow]:
    """The uplinks over which not every film can be whole in time."""
    _, free = found.outcomes[-1]
    rows = []
    for uplink in plan.uplinks:
        its = [one for one in free.ended if found.needs.ways[one.cohort.way].uplink == uplink.name]
        films = [one for one in its if found.needs.ways[one.cohort.way].kind in FILMS]
        late = _late(films, found.limits.films)
        if late:
            rates = (_kbit(one, found, plan) for one in films)
            last = max(one.at for one in films)
            rows.append(
                Slow(uplink=uplink.name, late=late, last_upload=told(plan, last), kbit=int(min(rates)))
            )
    return rows


def megabits(rate: float) -> float:
    """Of bytes a second."""
    return round(rate / BYTES, 3)


def told(plan: Plan, seconds: float) -> str:
    """An instant, of seconds after the waiting room's opening."""
    return instant(plan, seconds).isoformat(timespec="seconds")


def _limits(plan: Plan) -> tuple[float, float]:
    opens, instants = plan.instants.waiting_opens, plan.instants
    automatic = ((instants.aux_ends or instants.photos_end) - opens).total_seconds()
    return automatic + plan.uploads.done_minutes * 60, (instants.photos_end - opens).total_seconds()


def _in_time(outcome: Outcome, needs: Demand, limits: Limits) -> tuple[int, int]:
    """How many films and how many photos are."""
    return outcome.by(limits.films, FILMS, needs), outcome.by(limits.photos, PHOTOS, needs)


def _least(enough: Callable[[Outcome], bool], needs: Demand, most: float) -> float:
    """The least ingest that is enough, by halving; `most` is what would be used of one without a limit."""
    low, high = 0.0, most
    while high - low > PRECISE * high:
        middle = (low + high) / 2
        if enough(simulate(needs, middle)):
            high = middle
        else:
            low = middle
    return high


def _late(ended: Iterable[Ended], limit: float) -> int:
    return sum(one.cohort.count for one in ended if one.at > limit)


def _taken(ended: Iterable[Ended], share: float) -> float:
    """How long so large a share of the files took at most."""
    taken = sorted((one.at - one.cohort.at, one.cohort.count) for one in ended)
    left = share * sum(count for _, count in taken)
    for seconds, count in taken:
        left -= count
        if left <= 0:
            return seconds
    return 0.0


def _kbit(ended: Ended, found: Sized, plan: Plan) -> float:
    """The rate of a recording at which it would be whole at the very limit, over an uplink that it has for itself."""
    cohort = ended.cohort
    recorded = cohort.at - (plan.instants.starts - plan.instants.waiting_opens).total_seconds()
    bytes_ = found.needs.ways[cohort.way].most * (found.limits.films - cohort.at)
    return bytes_ / (recorded * 125 * (1 + plan.uploads.sent_twice))
