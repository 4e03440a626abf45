"""How fast each part of a day is played: as the plan says, and slower where a wall second would hold too much.

What is expected of a candidate is a rough count, taken from the tables of both phones; it chooses a speed and nothing else.
Arrivals that are meant for one instant are not slowed down: they are what the plan is about.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import reduce
from math import ceil

from conformance.load.arriving import anchor, due
from conformance.load.people import Crowd
from conformance.load.plan import PARTS, Files, Storm

QUIET = "after"
"""The part in which no phone sends heartbeats any more."""
LEAD = timedelta(seconds=30)
"""Before the waiting room opens and before the end, the day is slow already."""
SLOWEST = 0.1
SLICE, DRAWS = timedelta(seconds=30), 400
"""How finely it is looked at what is due when, and by how many draws."""
BEAT = 1 / 3
"""What a heartbeat costs of what another request does: it folds nothing and writes little."""
ALIKE = 1.5
"""Speeds that differ by no more are made one, the slower."""


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
    """What is due in an exam second; requests by what they cost."""

    requests: float = 0.0
    pictures: float = 0.0


def parts(crowd: Crowd) -> tuple[Part, ...]:
    """The day's parts in their order, each beginning where the one before ends; a named part has several where what is due
    in it differs much."""
    if crowd.plan.storm is not None:
        return _storm(crowd, crowd.plan.storm)
    slices = [
        Part(name, begins, ends, _factor(crowd, name, rate))
        for name, begins, ends, rate in _slices(crowd, _limits(crowd))
    ]
    nothing: tuple[Part, ...] = ()
    return reduce(_merged, _forewarned(slices), nothing)


def settled(crowd: Crowd) -> datetime:
    """From when on the clock decides nothing more in the sitting."""
    return parts(crowd)[-1].begins if crowd.plan.storm is not None else anchor(crowd.instants, "aux_ends")


def _limits(crowd: Crowd) -> tuple[datetime, ...]:
    """The instants between which the named parts lie."""
    day, instants = crowd.plan.day, crowd.instants
    last = anchor(instants, "aux_ends")
    return (
        instants.waiting_opens - timedelta(minutes=day.before_minutes),
        instants.waiting_opens - LEAD,
        instants.starts,
        instants.ends - LEAD,
        last,
        last + timedelta(minutes=day.after_minutes),
    )


def _slices(crowd: Crowd, limits: Sequence[datetime]) -> Iterator[tuple[str, datetime, datetime, Rate]]:
    """The day in short slices, with what is due in an exam second of each."""
    due_in, begun = _due(crowd, limits[0]), _begun(crowd)
    for name, begins, ends in zip(PARTS, limits, limits[1:], strict=False):
        at = begins
        while at < ends:
            until = min(at + SLICE, ends)
            found = due_in.get((at - limits[0]) // SLICE, Rate())
            beating = 0.0 if name == QUIET else len(crowd) * bisect_left(begun, until) / DRAWS
            beats = BEAT * beating / crowd.plan.platform.heartbeat_seconds
            yield name, at, until, Rate(found.requests + beats, found.pictures)
            at = until


def _begun(crowd: Crowd) -> list[datetime]:
    """When phones begin to send heartbeats, by `DRAWS` draws of each kind: aux phones once they have paired, main phones once
    they have come in."""
    steps = ("pair", "enter") if crowd.season.exam.cameras > 1 else ("enter",)
    return sorted(
        due(crowd.plan.arrival(step), crowd.instants, (draw + 0.5) / DRAWS)
        for step in steps
        for draw in range(DRAWS)
    )


def _due(crowd: Crowd, first: datetime) -> dict[int, Rate]:
    """What arrivals bring with them in an exam second of each slice of the day, counted from its begin."""
    found: dict[int, Rate] = {}
    for step, each in _each(crowd).items():
        arrival = crowd.plan.arrival(step)
        if not arrival.within:
            continue
        many = len(crowd) / DRAWS / SLICE.total_seconds()
        for draw in range(DRAWS):
            place = (due(arrival, crowd.instants, (draw + 0.5) / DRAWS) - first) // SLICE
            known = found.get(place, Rate())
            found[place] = Rate(known.requests + many * each.requests, known.pictures + many * each.pictures)
    return found


def _forewarned(slices: Sequence[Part]) -> list[Part]:
    """Each slice no faster than the next of its part: a turn that is asked for with the rush waits in the queue with it."""
    return [
        replace(one, factor=min(one.factor, then.factor)) if one.name == then.name else one
        for one, then in zip(slices, [*slices[1:], slices[-1]], strict=True)
    ]


def _merged(done: tuple[Part, ...], part: Part) -> tuple[Part, ...]:
    """A slice that is as fast as the one before, nearly, is one with it: each turn of the clock wakes every phone."""
    if done and done[-1].name == part.name:
        last, (slow, fast) = done[-1], sorted((done[-1].factor, part.factor))
        if fast <= slow * ALIKE:
            return (*done[:-1], Part(part.name, last.begins, part.ends, slow))
    return (*done, part)


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


def _factor(crowd: Crowd, part: str, rate: Rate) -> float:
    """The plan's, or what lets a wall second hold no more than the plan allows."""
    day = crowd.plan.day
    bearable = [day.factor, day.factors.get(part, day.factor)]
    for most, now in (
        (day.requests_per_second, rate.requests),
        (day.pictures_per_second, rate.pictures),
    ):
        bearable += [most / now] if now else []
    return max(min(bearable), SLOWEST)


def _each(crowd: Crowd) -> Mapping[str, Rate]:
    """What one candidate's arrival at a step brings with it."""
    files, pages = crowd.plan.files, crowd.season.subject(crowd.plan.day.subject).pages
    return {
        # two that are dear: the log-in, and the list of exams, for which all of a candidate's are looked at
        "login": Rate(3),
        "page": Rate(1),
        "pair": Rate(2),
        "enter": Rate(6, 1),
        "photos": Rate(pages, pages),
        "submit": Rate(3 + _pieces(files, files.main_video_bytes)),
        "aux_submit": Rate(3 + _pieces(files, files.aux_video_bytes)),
    }


def _pieces(files: Files, size: int) -> int:
    return ceil(size / files.chunk_bytes)
