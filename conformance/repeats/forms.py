"""What repeating finds: `repeat.json`, by `contracts/repeat.schema.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from reports.form import Kit, Verdict
from reports.form.files import readable

SCHEMA = "examgate-repeat/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One time that everything was run. ``seconds`` are wall time, ``differing`` counts scenarios."""

    seed: int
    workers: int
    seconds: float
    scenarios: int
    differing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """A round in which a scenario came out otherwise than it usually does. ``steps`` are the statuses of its steps."""

    seed: int
    workers: int
    verdict: Verdict
    steps: tuple[str, ...]
    rerun: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wavering:
    """A scenario whose verdict, or the way in which its steps ended, was not the same in each of ``runs`` rounds.

    ``rate`` is the share of rounds in which it came out otherwise than it ``usual``ly does.
    """

    scenario: str
    runs: int
    rate: float
    usual: Verdict
    otherwise: tuple[Otherwise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """Everything. ``part`` is which part of the scenarios was run, such as ``1/3``; ``lost`` are scenarios that the lab
    lost in a round, of which that round says nothing."""

    schema: str = SCHEMA
    kit: Kit
    season: str
    target: str
    part: str
    rounds: tuple[Round, ...] = ()
    wavering: tuple[Wavering, ...] = ()
    lost: tuple[str, ...] = ()
    usual: dict[Verdict, int]


def write(found: Repeated, path: Path) -> None:
    """Write it, readable; what was there is replaced whole."""
    draft = path.with_name(f".{path.name}")
    draft.write_bytes(readable(found))
    draft.replace(path)


def schema() -> dict[str, Any]:
    """The JSON Schema of `repeat.json`, made from the classes above."""
    made = json.loads(json.dumps(msgspec.json.schema(Repeated)))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **made}
