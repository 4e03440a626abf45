"""What candidates ask of a platform, as cohorts: all who do the same in the same second count as one, with their number.

So ten million candidates are as quickly worked out as ten, and nobody is drawn by lot: of each second and each uplink the
expected number is taken, made whole so that the sum is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil, exp, floor

from conformance.capacity.plan import Arrival, Plan, Uplink

STEEP = 5.0
"""As in a load plan: of a `front`, 63 of 100 come in the first fifth of its span."""
BYTES = 125_000
"""In a megabit."""


def _front(place: float) -> float:
    return (1 - exp(-STEEP * place)) / (1 - exp(-STEEP))


BY_THEN: Mapping[str, Callable[[float], float]] = {
    "even": lambda place: place,
    "instant": lambda place: 1.0 if place > 0 else 0.0,
    "front": _front,
    "back": lambda place: 1 - _front(1 - place),
}
"""Which share of all has come by a share of the span."""


@dataclass(frozen=True, slots=True)
class Way:
    """The files of one kind over one uplink: how many bytes a second each of them can have, at most."""

    kind: str
    uplink: str
    most: float


@dataclass(frozen=True, slots=True)
class Cohort:
    """`count` files of `size` bytes each, which begin at `at`, in seconds after the waiting room's opening."""

    at: float
    size: float
    count: int
    way: int


@dataclass(frozen=True, slots=True)
class Demand:
    """All files of a day."""

    ways: tuple[Way, ...]
    cohorts: tuple[Cohort, ...]

    @property
    def files(self) -> int:
        return sum(one.count for one in self.cohorts)

    @property
    def bytes(self) -> float:
        return sum(one.count * one.size for one in self.cohorts)


def demand(plan: Plan, candidates: int) -> Demand:
    """Everything that is uploaded: the films with what is sent twice of them, and the photos."""
    kinds = [kind for kind in ("main", "aux", "photos") if kind in plan.submissions and _size(plan, kind, 1)]
    ways = [Way(kind, one.name, _most(plan, kind, one)) for kind in kinds for one in plan.uplinks]
    shares = _shares(plan.uplinks)
    cohorts: list[Cohort] = []
    for place, kind in enumerate(kinds):
        files = candidates * (plan.pages if kind == "photos" else 1)
        for at, count in counted(plan.submissions[kind], plan, files):
            size = _size(plan, kind, at - _after(plan, "starts"))
            for number, its in enumerate(split(count, shares, at)):
                if its:
                    cohorts.append(Cohort(at, size, its, place * len(plan.uplinks) + number))
    return Demand(tuple(ways), tuple(sorted(cohorts, key=lambda one: one.at)))


def counted(arrival: Arrival, plan: Plan, whole: int) -> Iterator[tuple[float, int]]:
    """The seconds in which something comes, and how many; together exactly `whole`."""
    begins = _after(plan, arrival.after) + arrival.seconds
    seconds = max(1, ceil(arrival.within))
    by_then = BY_THEN[arrival.shape]
    sums = [
        0,
        *(round(whole * by_then(min(1.0, (one + 1) / max(arrival.within, 1)))) for one in range(seconds)),
    ]
    for number, (before, after) in enumerate(pairwise(sums)):
        if after > before:
            yield begins + number, after - before


def split(count: int, shares: tuple[float, ...], turn: float) -> list[int]:
    """A count by shares, whole and exact; what is left over by rounding goes to one after the other, from second to second."""
    exact = [count * share for share in shares]
    found = [floor(one) for one in exact]
    order = sorted(
        range(len(shares)), key=lambda one: (-(exact[one] - found[one]), (one + int(turn)) % len(shares))
    )
    for place in order[: count - sum(found)]:
        found[place] += 1
    return found


def instant(plan: Plan, seconds: float) -> datetime:
    """When that is, of seconds after the waiting room's opening."""
    return plan.instants.waiting_opens + timedelta(seconds=seconds)


def _after(plan: Plan, name: str) -> float:
    """An instant of the sitting, in seconds after the waiting room's opening; the end where a season has no display."""
    instants = plan.instants
    otherwise = {"display_ends": instants.ends, "aux_ends": instants.photos_end}
    at = instants.named().get(name) or otherwise[name]
    return (at - instants.waiting_opens).total_seconds()


def _size(plan: Plan, kind: str, seconds: float) -> float:
    """The bytes of one file that was recorded so long."""
    if kind == "photos":
        return float(plan.photos.bytes)
    recording = plan.main if kind == "main" else plan.aux
    return 0.0 if recording is None else seconds * recording.kbit * 125 * (1 + plan.uploads.sent_twice)


def _most(plan: Plan, kind: str, uplink: Uplink) -> float:
    """Each piece costs a round trip beside the time that its bytes need."""
    piece = min(plan.uploads.piece_bytes, plan.photos.bytes) if kind == "photos" else plan.uploads.piece_bytes
    return piece / (piece / (uplink.mbit * BYTES) + uplink.rtt_ms / 1000)


def _shares(uplinks: tuple[Uplink, ...]) -> tuple[float, ...]:
    whole = sum(one.share for one in uplinks)
    return tuple(one.share / whole for one in uplinks)
