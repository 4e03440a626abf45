"""A load plan: which sitting is played, how fast, who comes when and how (TOML, `load-plan.schema.json`).

A plan leaves out what it does not care about; the values here are then what a plain day has.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from conformance import naming, season, tomlfile
from conformance.load import planlaws
from conformance.load.toxics import Toxic
from conformance.season import Season
from reports.form import Text

RaceOf = Literal["codes", "opening", "logins", "no_room", "closing", "return", "hand_in"]
PARTS = ("before", "waiting", "exam", "closing", "after")
"""The parts of a day: until the waiting room opens, until the start, until the end, until the photos' end, until the uploads' end."""


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """`factor`: exam seconds in a wall second, less in the parts that `factors` names, and less still where more than
    `requests_per_second` would be due, or more than `pictures_per_second` among them, which cost a platform more."""

    season: str
    subject: str
    session: str
    candidates: int
    factor: float
    seed: int = 1
    factors: dict[str, float] = {}
    requests_per_second: float = 800
    pictures_per_second: float = 50
    before_minutes: int = 60
    after_minutes: int = 30


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """When phones take a step: from `seconds` after an instant of the sitting on, `within` so many exam seconds."""

    shape: str
    after: str
    seconds: float = 0
    within: float = 0


class Behaviour(msgspec.Struct, frozen=True, kw_only=True):
    """Shares of the candidates."""

    late: float = 0
    early: float = 0
    no_show: float = 0
    interrupted: float = 0
    lost: float = 0
    four_phones: float = 0
    spare_phone: float = 0
    retakes: float = 0
    twice: float = 0
    misses: float = 0
    cut_uploads: float = 0
    quits: float = 0


class Cohort(msgspec.Struct, frozen=True, kw_only=True):
    """Candidates with the same network; shares count among each other."""

    share: float
    toxics: tuple[Toxic, ...] = ()


class Files(msgspec.Struct, frozen=True, kw_only=True):
    photo_bytes: int = 40_000
    main_video_bytes: int = 262_144
    aux_video_bytes: int = 131_072
    nominal_bytes: int = 2_000_000_000
    chunk_bytes: int = 65_536


class Retry(msgspec.Struct, frozen=True, kw_only=True):
    """Wall milliseconds; without `jitter` all that were refused together come again together."""

    base_ms: int = 250
    cap_ms: int = 8000
    jitter: bool = True
    attempts: int = 8
    timeout_ms: int = 30_000


class School(msgspec.Struct, frozen=True, kw_only=True):
    """A major of the season that stands for a school: its share of the candidates, who come so many exam seconds after the
    confirmation has opened."""

    major: str
    share: float
    opens_seconds: int


class Storm(msgspec.Struct, frozen=True, kw_only=True):
    """The opening of the confirmation, with several phones for each candidate, each looking again and again."""

    phones: int
    refresh_seconds: float
    schools: tuple[School, ...]


class Races(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody at one instant: `each` candidates race for something of their own, `deadline` hand in. `only`: some of
    the races; all where it names none."""

    each: int = 20
    deadline: int = 200
    only: tuple[RaceOf, ...] = ()


class Outage(msgspec.Struct, frozen=True, kw_only=True):
    """The platform that the run has started is killed `seconds` after an instant, and started again after `down_ms`."""

    after: str
    down_ms: int
    seconds: float = 0


class Objective(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of the run and its limit; exactly one of `most` and `least`."""

    id: str
    measure: str
    step: str = ""
    most: float | None = None
    least: float | None = None


class Platform(msgspec.Struct, frozen=True, kw_only=True):
    """How the platform is started. `db`: a file in the run's folder, or the URL of a PostgreSQL."""

    password_cost: int = 4
    processes: int = 1
    db: str = "platform.sqlite"
    heartbeat_seconds: int = 60


PLAIN: Mapping[str, Arrival] = {
    "login": Arrival(shape="even", after="waiting_opens", seconds=-3300, within=2400),
    "page": Arrival(shape="even", after="waiting_opens", seconds=-840, within=300),
    "pair": Arrival(shape="even", after="waiting_opens", seconds=-480, within=240),
    "enter": Arrival(shape="front", after="waiting_opens", within=600),
    "photos": Arrival(shape="even", after="display_ends", seconds=5, within=240),
    "submit": Arrival(shape="back", after="display_ends", seconds=270, within=300),
    "aux_submit": Arrival(shape="front", after="photos_end", seconds=10, within=200),
}
"""When phones take their steps where a plan does not say. Where a season has no display, `display_ends` is the end."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A plan, read; `name` is the shipped one's or the file's."""

    title: Text
    day: Day
    arrivals: dict[str, Arrival] = {}
    behaviour: Behaviour = Behaviour()
    network: dict[str, Cohort] = {}
    files: Files = Files()
    retry: Retry = Retry()
    storm: Storm | None = None
    races: Races | None = None
    outages: tuple[Outage, ...] = ()
    objectives: tuple[Objective, ...] = ()
    platform: Platform = Platform()
    name: str = ""

    def arrival(self, step: str) -> Arrival:
        return self.arrivals.get(step, PLAIN[step])

    @property
    def cohorts(self) -> Mapping[str, Cohort]:
        """Candidates by their network; all are of one cohort where the plan names none."""
        return self.network or {"good": Cohort(share=1)}


def names() -> list[str]:
    """The plans that are shipped."""
    shipped = files(__package__) / "plans"
    return sorted(
        entry.name.removesuffix(".toml") for entry in shipped.iterdir() if entry.name.endswith(".toml")
    )


def load(ref: str, **day: Any) -> Plan:
    """The plan with a shipped name or in a file, with the values of `day` in the place of its own.

    FileError with every fault at once, UnknownName for a name that nothing bears.
    """
    path = Path(ref)
    if not path.is_file():
        path = Path(str(files(__package__) / "plans" / f"{naming.known(PLAN, ref, names())}.toml"))
    raw = tomlfile.read(path, "load-plan", planlaws.broken)
    plan = msgspec.convert({**raw, "name": path.stem}, Plan)
    given = {name: value for name, value in day.items() if value is not None}
    return replace(plan, day=replace(plan.day, **given))


PLAN = Text("load plan or plan file", "压力测试方案或方案文件")


def board(plan: Plan) -> Season:
    """The season that a plan is played in."""
    return season.load(plan.day.season)
