"""What a capacity calculation says: ``capacity.json``. Instants are exam time; megabits are millions of bits a second."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import msgspec

from reports.form import Kit, Text

SCHEMA = "examgate-capacity/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """`bytes` are those that are sent, what is sent twice among them; `storage_bytes` are kept, with all copies."""

    files: int
    bytes: int
    storage_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A day with so much ingest; None: with as much as anybody asks for. Minutes are from a film's submission until it is whole.

    `films_late` were whole after their time, `photos_late` after the photo countdown.
    """

    ingest_mbit: float | None
    peak_mbit: float
    last_upload: str
    p50_minutes: float
    p95_minutes: float
    films_late: int
    photos_late: int
    peak_backlog_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Slow:
    """An uplink over which some films cannot be whole in time, whatever the platform's ingest; `kbit` is the rate of both films
    of a candidate at which they could."""

    uplink: str
    late: int
    last_upload: str
    kbit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """The busiest second of the day, and what is asked in it, by name."""

    peak: float
    at: str
    by_name: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Processes:
    """How many processes of the platform the busiest second asks for, how many the ingest, and so how many are needed."""

    for_requests: int
    for_ingest: int
    needed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A piece of a curve, `seconds` long."""

    at: str
    seconds: float
    backlog_bytes: int
    ingest_mbit: float
    active: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """Uploads over time, with so much ingest."""

    ingest_mbit: float | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The simulation of a run's own uploads beside what was measured of them. Shares of the time from the first upload's begin
    to the last one's end; `ingest_mbit` is the ingest that the simulation was given, None for no limit."""

    run: str
    uploads: int
    bytes: int
    ingest_mbit: float | None
    measured_s: float
    simulated_s: float
    error_last: float
    error_median: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """The whole answer. `reachable`: whether the plan's deadline can be kept with any ingest; `needed_mbit` is then the least that
    keeps it, else the least with which nobody is later than over an uplink of that kind must be."""

    schema: str = SCHEMA
    kit: Kit
    season: str
    plan: dict[str, Any]
    title: Text
    candidates: int
    deadline: str
    totals: Totals
    reachable: bool
    needed_mbit: float
    last_upload: str
    choices: tuple[Choice, ...]
    slow: tuple[Slow, ...] = ()
    requests: Requests
    processes: Processes
    curves: tuple[Curve, ...]
    instants: dict[str, str]
    check: Check | None = None


def schema() -> dict[str, Any]:
    """The JSON Schema of ``capacity.json``, made from the classes above."""
    made = json.loads(json.dumps(msgspec.json.schema(Capacity)))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **made}
