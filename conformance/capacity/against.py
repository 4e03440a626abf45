"""The simulation held against what was measured: a load run's own uploads, as they began, over the networks that its plan made.

Of the run it is taken when each upload began, how long it is, and how long a request without a body took; how long uploads
took is not taken from it but simulated. The wall's time of the run is told by its answers: each knows how long it took by both clocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from math import ceil
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
import numpy as np

from conformance.capacity.demand import Cohort, Demand, Way
from conformance.capacity.form import Check
from conformance.capacity.simulation import simulate
from conformance.saying import Stopped
from reports.form import Text

CREATE, APPEND = "uploadCreate", "uploadBytes"
PIECE = 10.0
"""Exam seconds over which the run's pace counts as even."""
KILOBYTE = 1000
"""In the vocabulary of toxics a bandwidth's rate is thousands of bytes a second."""


class Detail(msgspec.Struct):
    upload: str = ""
    offset: int | None = None
    length: int | None = None


class Line(msgspec.Struct):
    """What of a phone's own record is of use here."""

    cohort: str
    op: str
    sent: datetime
    ms: float
    status: int
    intended: datetime | None = None
    answered: datetime | None = None
    detail: Detail = msgspec.field(default_factory=Detail)

    @property
    def meant(self) -> float:
        return (self.intended or self.sent).timestamp()

    @property
    def ended(self) -> float:
        return (self.answered or self.sent).timestamp()


@dataclass(frozen=True, slots=True)
class Upload:
    """One that was whole in the end; instants are the wall's, in seconds."""

    cohort: str
    length: int
    begun: float
    ended: float


def held(folder: Path) -> Check:
    """Simulate the uploads of the run in this folder. Stopped where there are none."""
    plan, lines = _read(folder)
    found = list(uploads(lines, Pace(lines)))
    if not found:
        raise Stopped(
            Text(f"{folder}: no upload was whole in this run", f"{folder}：该次运行中没有任何上传完成")
        )
    began = min(one.begun for one in found)
    outcome = simulate(demand(found, plan, _round_trips(lines)))
    taken = sorted((one.at - one.cohort.at) for one in outcome.ended for _ in range(one.cohort.count))
    measured, simulated = max(one.ended for one in found) - began, outcome.last
    middle = median(one.ended - one.begun for one in found)
    return Check(
        run=folder.resolve().name,
        uploads=len(found),
        bytes=sum(one.length for one in found),
        ingest_mbit=None,
        measured_s=round(measured, 3),
        simulated_s=round(simulated, 3),
        error_last=round(simulated / measured - 1, 4),
        error_median=round(median(taken) / middle - 1, 4),
    )


class Pace:
    """Exam time to wall time, piece by piece."""

    def __init__(self, lines: Sequence[Line]) -> None:
        answered = [one for one in lines if one.answered]
        first = min(one.meant for one in answered)
        pieces = int((max(one.ended for one in answered) - first) / PIECE) + 1
        place = np.array([int((one.meant - first) / PIECE) for one in answered])
        exam = np.bincount(place, [one.ended - one.meant for one in answered], pieces)
        wall = np.bincount(place, [one.ms / 1000 for one in answered], pieces)
        known = (exam > 0) & (wall > 0)
        rates = np.interp(np.arange(pieces), np.flatnonzero(known), exam[known] / wall[known])
        self._exam = first + PIECE * np.arange(pieces + 1)
        self._wall = np.concatenate([[0.0], np.cumsum(PIECE / rates)])

    def wall(self, exam: float) -> float:
        """Seconds of the wall since the run's first request."""
        return float(np.interp(exam, self._exam, self._wall))


def uploads(lines: Iterable[Line], pace: Pace) -> Iterator[Upload]:
    """Each upload that was whole, from the answer that created it to the answer that acknowledged its last byte."""
    created: dict[str, Line] = {}
    for line in lines:
        name = line.detail.upload
        if line.op == CREATE and line.detail.length and name:
            created[name] = line
        elif line.op == APPEND and name in created and line.detail.offset == created[name].detail.length:
            begun = created[name]
            yield Upload(
                begun.cohort, begun.detail.length or 0, pace.wall(begun.ended), pace.wall(line.ended)
            )


def demand(found: Sequence[Upload], plan: Mapping[str, Any], round_trips: Mapping[str, float]) -> Demand:
    """The same uploads as the simulation takes them; files of one length over one network are of one way."""
    began = min(one.begun for one in found)
    piece = plan["files"]["chunk_bytes"]
    of_way: dict[tuple[str, int], int] = {}
    ways: list[Way] = []
    cohorts = []
    for (network, length), _ in groupby(sorted((one.cohort, one.length) for one in found)):
        of_way[network, length] = len(ways)
        slowest = length / _bandwidth(plan, network) + ceil(length / piece) * round_trips[network]
        ways.append(Way("film", network, length / slowest))
    for one in sorted(found, key=lambda one: one.begun):
        cohorts.append(Cohort(one.begun - began, one.length, 1, of_way[one.cohort, one.length]))
    return Demand(tuple(ways), tuple(cohorts))


def _bandwidth(plan: Mapping[str, Any], network: str) -> float:
    """Bytes a second upwards; of a network without a limit of its own, more than any machine has."""
    toxics = plan.get("network", {}).get(network, {}).get("toxics", ())
    rates = [
        one["attributes"]["rate"] * KILOBYTE
        for one in toxics
        if one["type"] == "bandwidth" and one.get("stream") == "upstream"
    ]
    return min(rates, default=float("inf"))


def _round_trips(lines: Iterable[Line]) -> dict[str, float]:
    """What a request costs that carries no bytes, by network, in seconds of the wall."""
    taken: dict[str, list[float]] = {}
    for line in lines:
        if line.op == CREATE and line.status == 201:
            taken.setdefault(line.cohort, []).append(line.ms / 1000)
    return {network: median(found) for network, found in taken.items()}


def _read(folder: Path) -> tuple[dict[str, Any], list[Line]]:
    """The run's plan, and the lines of its uploads."""
    decode = msgspec.json.Decoder(Line).decode
    try:
        plan = msgspec.json.decode((folder / "load.json").read_bytes(), type=dict[str, Any])["plan"]
        lines = [
            decode(raw)
            for file in sorted(folder.glob("users-*.jsonl"))
            for raw in file.read_bytes().splitlines(keepends=True)
            if raw.endswith(b"\n") and b'"op":"upload' in raw
        ]
    except (OSError, KeyError, msgspec.DecodeError) as fault:
        said = Text(f"{folder}: this is no load run's folder", f"{folder}：不是压力测试的运行目录")
        raise Stopped(said, str(fault)) from fault
    return plan, sorted(lines, key=lambda one: one.ended)
