"""What the bench answers, as the examiner holds it; the shapes are those of `contracts/bench.openapi.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

import msgspec


@dataclass(frozen=True, slots=True)
class Product:
    """What the bench drives; `build` names the very bytes of the platform, `environment` where it runs, where it tells."""

    name: str
    version: str
    build: str = ""
    environment: str = ""


@dataclass(frozen=True, slots=True)
class Controls:
    """What a bench offers; `resolution_ms`: how exactly time is set and kept."""

    controls: tuple[str, ...]
    resolution_ms: int
    clock: str
    product: Product
    basis: dict[str, Any] = field(default_factory=dict)
    stages: tuple[str, ...] = ()
    simulated: bool = False

    def offers(self, need: str) -> bool:
        """Whether the control `need`, or a part of it (`phones` of `phones/network`), is there."""
        return any(name == need or name.startswith(f"{need}/") for name in self.controls)


@dataclass(frozen=True, slots=True)
class SittingName:
    """A sitting's id with what it is."""

    sitting: str
    subject: str
    session: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The udids of a candidate's phones; `aux` is empty where the exam has one phone."""

    main: str
    aux: str = ""

    @property
    def all(self) -> tuple[str, ...]:
        """Those that there are."""
        return tuple(filter(None, (self.main, self.aux)))


@dataclass(frozen=True, slots=True)
class Registration:
    """What the school has of a candidate."""

    name: str
    id_number: str
    province: str
    candidate_number: str
    majors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate of the world; `sittings` has one for each window of each subject of the major.

    What the ID card says and what can be truly filled in stands beside what the school has, as far as the bench tells.
    """

    account: str
    password: str
    name: str
    admission_number: str
    major: str
    phones: Pair
    sittings: tuple[SittingName, ...]
    id_number: str = ""
    province: str = ""
    candidate_number: str = ""
    school: str = ""
    registration: Registration | None = None

    def sitting(self, subject: str, session: str) -> str:
        """The id of this candidate's sitting; LookupError names those there are."""
        for one in self.sittings:
            if (one.subject, one.session) == (subject, session):
                return one.sitting
        there = ", ".join(f"{one.subject}/{one.session}" for one in self.sittings)
        raise LookupError(f"{self.name} has no sitting {subject}/{session}; there are {there}")


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone of the world; `owner` is an account, `app` the package of its role's app, if it can have it.

    `cables`: further ways into it than the endpoint, by kind.
    """

    udid: str
    owner: str | None
    role: Literal["main", "aux"]
    model: str
    model_id: str = ""
    os: str = ""
    app: str | None = None
    info: dict[str, Any] = field(default_factory=dict)
    cables: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class World:
    """A world; `stage` is where it really stands."""

    world: str
    stage: str
    now: datetime
    platform_url: str
    season: str
    subject: str
    session: str
    candidates: tuple[Candidate, ...]
    phones: tuple[Phone, ...]
    seed: int = 0

    def candidate(self, name: str) -> Candidate:
        """The candidate with this name or account; LookupError names those there are."""
        for one in self.candidates:
            if name in (one.name, one.account):
                return one
        there = ", ".join(one.name for one in self.candidates)
        raise LookupError(f"nobody is called {name} in this world; there are {there}")


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that the platform recorded; `at` is exam time."""

    seq: int
    at: datetime
    what: str
    sitting: str | None = None
    account: str | None = None
    device: str | None = None
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Review:
    """An open case at the review desk: identity_appeal, account_face, sitting_face, flag or files_missing."""

    id: str
    kind: str
    account: str
    sitting: str | None
    since: datetime
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reviews:
    reviews: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that reviewers look for, with the classes of its rule; the desk's own item `other` has no rule."""

    id: str
    rule: str
    en: str
    zh: str
    classes: tuple[str, ...] = ()


class Take(msgspec.Struct, frozen=True, rename={"begins": "from", "ends": "to"}):
    """A stretch of exam time that was filmed, or was not."""

    begins: datetime
    ends: datetime
    cause: str = ""


class Recording(msgspec.Struct, frozen=True):
    """One phone's recording as the desk has it; `scale`: seconds of exam that a second of the film stands for."""

    phone: Literal["main", "aux"]
    name: str
    sha256: str
    bytes: int
    received: int
    state: str
    seconds: float
    scale: float | None
    takes: tuple[Take, ...] = ()
    gaps: tuple[Take, ...] = ()
    href: str = ""

    @property
    def arrived(self) -> bool:
        return self.state == "done" and bool(self.takes)


class Step(msgspec.Struct, frozen=True):
    """What somebody did with a finding."""

    state: str
    by: str
    at: datetime
    note: str = ""


class Found(msgspec.Struct, frozen=True):
    """A finding as the desk keeps it; `proposes` are the classes of its rule, `classes` those that were ruled."""

    id: int
    item: str
    rule: str
    note: str
    phone: str | None
    begins: datetime | None
    ends: datetime | None
    proposes: tuple[str, ...]
    state: Literal["made", "settled", "withdrawn"]
    classes: tuple[str, ...]
    history: tuple[Step, ...]


class Ruling(msgspec.Struct, frozen=True):
    """What the school has ruled of a subject; `classes` has the gravest first."""

    classes: tuple[str, ...]
    gravest: str | None
    by: tuple[Step, ...] = ()


class Photo(msgspec.Struct, frozen=True):
    page: int
    sha256: str


class Noted(msgspec.Struct, frozen=True):
    """A line of the desk's timeline."""

    seq: int
    at: datetime
    what: str
    flag: bool
    detail: dict[str, Any] = {}


class Dossier(msgspec.Struct, frozen=True):
    """A sitting as it lies on the review desk."""

    sitting: str
    now: datetime
    plan: dict[str, Any]
    effect: str
    ruling: Ruling
    findings: tuple[Found, ...]
    checklist: tuple[Item, ...]
    recordings: tuple[Recording, ...]
    photos: tuple[Photo, ...]
    timeline: tuple[Noted, ...]
    page: str

    def recording(self, phone: str) -> Recording | None:
        """A phone's recording, the longest where there are several; None where nothing was announced."""
        mine = [one for one in self.recordings if one.phone == phone]
        return max(mine, key=lambda one: one.seconds, default=None)


@dataclass(frozen=True, slots=True)
class Made:
    """The number of a finding."""

    finding: int


@dataclass(frozen=True, slots=True)
class Probed:
    """What the platform answered a probe; `cause` is its own word, `at` the instant that decided, `said` all of the answer
    as text, empty where the bench does not tell."""

    accepted: bool
    status: int
    cause: str | None
    at: datetime | None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was submitted: how long it is, and how much of it has arrived, in bytes."""

    name: str
    kind: str
    phone: Literal["main", "aux"]
    bytes: int
    received: int
    state: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Uploads:
    files: tuple[Upload, ...]


@dataclass(frozen=True, slots=True)
class Now:
    now: datetime


@dataclass(frozen=True, slots=True)
class Records:
    records: tuple[Record, ...]
    last: int = 0


@dataclass(frozen=True, slots=True)
class Together:
    results: tuple[Probed, ...]
