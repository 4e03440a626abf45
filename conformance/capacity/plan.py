"""A capacity plan: what is recorded, over which uplinks it goes, and until when (TOML, `capacity-plan.schema.json`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from conformance import naming, season, tomlfile
from conformance.faults import one_of, quoted
from conformance.instants import Instants, SittingInstants
from conformance.season import Season
from conformance.tomlfile import Found
from reports.form import Text


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    season: str
    subject: str
    session: str


class Recording(msgspec.Struct, frozen=True, kw_only=True):
    """Thousands of bits a second, from the start of the sitting to the submission."""

    kbit: float


class Photos(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one page's photo."""

    bytes: int


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """From `seconds` after an instant of the sitting on, `within` so many seconds; the shapes are a load plan's."""

    shape: str
    after: str
    seconds: float = 0
    within: float = 0


class Uplink(msgspec.Struct, frozen=True, kw_only=True):
    """What the connection of one phone carries upwards; shares count among each other."""

    name: str
    share: float
    mbit: float
    rtt_ms: float = 0


class Uploads(msgspec.Struct, frozen=True, kw_only=True):
    """`sent_twice`: the share of the bytes that are sent again. `done_minutes` count from the last automatic end."""

    piece_bytes: int = 4_194_304
    sent_twice: float = 0
    done_minutes: float
    in_time: float = 1
    copies: int = 1


class Requests(Arrival, frozen=True, kw_only=True):
    """A candidate makes `each` of them, all at about the same time."""

    name: str
    each: float


class Heartbeats(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds between two of them, from the start to the submission, and how many phones of a candidate beat."""

    seconds: float
    phones: int = 2


class Process(msgspec.Struct, frozen=True, kw_only=True):
    """What one process of the platform carries; `used`: how much of that may be used."""

    requests_per_second: float
    ingest_mbit: float
    used: float = 0.6


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A plan, read; `name` is the shipped one's or the file's."""

    title: Text
    sitting: Sitting
    main: Recording
    aux: Recording | None = None
    photos: Photos = Photos(bytes=0)
    submissions: dict[str, Arrival]
    uplinks: tuple[Uplink, ...]
    uploads: Uploads
    requests: tuple[Requests, ...] = ()
    heartbeats: Heartbeats | None = None
    process: Process
    name: str = ""

    @property
    def board(self) -> Season:
        return season.load(self.sitting.season)

    @property
    def instants(self) -> SittingInstants:
        """The sitting's own, as the examiner derives them."""
        return Instants(self.board).of(self.sitting.subject, self.sitting.session)

    @property
    def pages(self) -> int:
        """How many photos a candidate takes."""
        paper = self.board.subject(self.sitting.subject)
        return int(self.board.limit_or("sheet_pages", 0)) if paper.has_sheet else 0


PLAN = Text("capacity plan or plan file", "容量方案或方案文件")


def names() -> list[str]:
    """The plans that are shipped."""
    shipped = files(__package__) / "plans"
    return sorted(one.name.removesuffix(".toml") for one in shipped.iterdir() if one.name.endswith(".toml"))


def load(ref: str) -> Plan:
    """The plan with a shipped name or in a file; FileError with every fault at once, UnknownName for a name that nothing bears."""
    path = Path(ref)
    if not path.is_file():
        path = Path(str(files(__package__) / "plans" / f"{naming.known(PLAN, ref, names())}.toml"))
    raw = tomlfile.read(path, "capacity-plan", _laws)
    return msgspec.convert({**raw, "name": path.stem}, Plan)


def _laws(raw: Mapping[str, Any]) -> Iterator[Found]:
    """What must hold beyond the shape: the sitting is one of the season's."""
    asked = raw.get("sitting")
    if not isinstance(asked, dict) or not isinstance(asked.get("season"), str):
        return
    if asked["season"] not in season.names() and not Path(asked["season"]).is_file():
        yield "sitting.season", quoted(asked["season"]), one_of(season.names())
        return
    board = season.load(asked["season"])
    sessions = {one.id: [window.session for window in one.windows] for one in board.subjects}
    if asked.get("subject") not in sessions:
        yield "sitting.subject", quoted(asked.get("subject")), one_of(sessions)
    elif asked.get("session") not in sessions[asked["subject"]]:
        yield "sitting.session", quoted(asked.get("session")), one_of(sessions[asked["subject"]])
