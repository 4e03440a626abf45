"""How fast each part of a day is played: as the plan says, and slower where a wall second would hold too much.

What is expected of a candidate is a rough count, taken from the tables of both phones; it chooses a speed and nothing else.
Arrivals that are meant for one instant are not slowed down: they are what the plan is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from conformance.load.arriving import anchor, due
from conformance.load.people import Crowd
from conformance.load.plan import PARTS, Files, Storm

BEATING = ("waiting", "exam", "closing")
"""Parts in which phones send heartbeats."""
LEAD = timedelta(seconds=30)
"""Before the waiting room opens and before the end, the day is slow already."""
SLOWEST = 0.1
CROWDED: Mapping[str, float] = {"even": 1.0, "front": 4.0, "back": 4.0, "instant": 0.0}
"""How many times the mean rate of arrivals comes in the tenth of their span in which most do."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day, and its exam seconds in a wall second."""

    name: str
    begins: datetime
    ends: datetime
    factor: float

    @property
    def seconds(self) -> float:
        """Wall seconds that it takes."""
        return (self.ends - self.begins).total_seconds() / self.factor


@dataclass(frozen=True, slots=True)
class Rate:
    """What is due in an exam second."""

    requests: float = 0.0
    pictures: float = 0.0


def parts(crowd: Crowd) -> tuple[Part, ...]:
    """The day's parts in their order, each beginning where the one before ends."""
    day, instants = crowd.plan.day, crowd.instants
    if crowd.plan.storm is not None:
        return _storm(crowd, crowd.plan.storm)
    last = anchor(instants, "aux_ends")
    limits = (
        instants.waiting_opens - timedelta(minutes=day.before_minutes),
        instants.waiting_opens - LEAD,
        instants.starts,
        instants.ends - LEAD,
        last,
        last + timedelta(minutes=day.after_minutes),
    )
    return tuple(
        Part(name, begins, ends, _factor(crowd, name, begins, ends))
        for name, begins, ends in zip(PARTS, limits, limits[1:], strict=False)
    )


def _storm(crowd: Crowd, storm: Storm) -> tuple[Part, ...]:
    """Before the confirmation opens, and from then on; a storm is played as fast as its plan says."""
    day, opens = crowd.plan.day, crowd.confirmation
    latest = opens + timedelta(seconds=max(school.opens_seconds for school in storm.schools))
    limits = (
        opens - timedelta(minutes=day.before_minutes),
        opens - LEAD,
        latest + timedelta(minutes=day.after_minutes),
    )
    return tuple(
        Part(name, begins, ends, day.factors.get(name, day.factor))
        for name, begins, ends in zip(PARTS, limits, limits[1:], strict=False)
    )


def _factor(crowd: Crowd, part: str, begins: datetime, ends: datetime) -> float:
    """The plan's, or what lets a wall second hold no more than the plan allows where most is due."""
    day = crowd.plan.day
    bearable = [day.factor, day.factors.get(part, day.factor)]
    rates = list(_rates(crowd, part, begins, ends))
    for most, due_a_second in (
        (day.requests_per_second, sum(rate.requests for rate in rates)),
        (day.pictures_per_second, sum(rate.pictures for rate in rates)),
    ):
        bearable += [most / due_a_second] if due_a_second else []
    return max(min(bearable), SLOWEST)


def _rates(crowd: Crowd, part: str, begins: datetime, ends: datetime) -> Iterator[Rate]:
    """What heartbeats, and every kind of arrival that begins in a part, ask of an exam second."""
    if part in BEATING:
        yield Rate(len(crowd) * 2 / crowd.plan.platform.heartbeat_seconds)
    for step, each in _each(crowd).items():
        arrival = crowd.plan.arrival(step)
        if begins <= due(arrival, crowd.instants, 0.0) < ends:
            many = len(crowd) * CROWDED[arrival.shape] / max(arrival.within, 1.0)
            yield Rate(many * each.requests, many * each.pictures)


def _each(crowd: Crowd) -> Mapping[str, Rate]:
    """What one candidate's arrival at a step brings with it."""
    files, pages = crowd.plan.files, crowd.season.subject(crowd.plan.day.subject).pages
    return {
        "login": Rate(2),
        "page": Rate(1),
        "pair": Rate(2),
        "enter": Rate(6, 1),
        "photos": Rate(pages, pages),
        "submit": Rate(3 + _pieces(files, files.main_video_bytes)),
        "aux_submit": Rate(3 + _pieces(files, files.aux_video_bytes)),
    }


def _pieces(files: Files, size: int) -> int:
    return ceil(size / files.chunk_bytes)
