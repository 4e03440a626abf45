"""How fast each part of a day is played: as the plan says, and slower where a wall second would hold too many requests.

What is expected of a candidate is a rough count, taken from the tables of both phones; it chooses a speed and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from conformance.load.arriving import anchor
from conformance.load.people import Crowd
from conformance.load.plan import PARTS

STEPS: Mapping[str, int] = {"before": 7, "waiting": 7, "exam": 1, "closing": 8, "after": 6}
"""Requests of one candidate in a part of the day, but for heartbeats."""
BEATING: Mapping[str, int] = {"waiting": 2, "exam": 2, "closing": 2}
"""Phones of one candidate that send heartbeats in a part."""


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


def parts(crowd: Crowd) -> tuple[Part, ...]:
    """The day's parts in their order, each beginning where the one before ends."""
    day, instants = crowd.plan.day, crowd.instants
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
        Part(name, begins, ends, _factor(crowd, name, (ends - begins).total_seconds()))
        for name, begins, ends in zip(PARTS, limits, limits[1:], strict=False)
    )


LEAD = timedelta(seconds=30)
"""Before the waiting room opens and before the end, the day is slow already."""


def _factor(crowd: Crowd, part: str, seconds: float) -> float:
    day = crowd.plan.day
    wanted = min(day.factor, day.factors.get(part, day.factor))
    bearable = day.requests_per_second * seconds / _requests(crowd, part, seconds)
    return max(min(wanted, bearable), SLOWEST)


SLOWEST = 0.1


def _requests(crowd: Crowd, part: str, seconds: float) -> float:
    """How many requests are due in a part, roughly."""
    sizes = crowd.plan.files
    each = STEPS[part] + BEATING.get(part, 0) * seconds / crowd.plan.platform.heartbeat_seconds
    if part in ("closing", "after"):
        each += ceil((sizes.main_video_bytes + sizes.aux_video_bytes) / sizes.chunk_bytes) / 2
    return len(crowd) * each
