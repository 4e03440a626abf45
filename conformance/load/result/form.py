"""What the result of a load run is: ``load.json``.

Instants of the exam day are exam time with its offset; `started` and `finished` of the run are the wall's. Latencies are
milliseconds of the wall, from the intended instant where a request had one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from reports.form import NOTHING, Kit, Season, Text

SCHEMA = "examgate-load/1"
Verdict = Literal[
    "passed",  # no rule was broken, every objective is met
    "violated",  # the audit found a rule broken
    "missed",  # no rule was broken, but an objective is missed
    "incomplete",  # the audit or an objective could not be finished
]
EXIT_CODES: dict[Verdict, int] = {"passed": 0, "violated": 1, "missed": 1, "incomplete": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """On what platform and load ran; `busy` is the load generator's share of one processor, None where it was not taken."""

    system: str
    python: str
    processors: int
    memory_bytes: int
    busy: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """What was loaded. `own`: started by the run, as a process of its own. What the run cannot know of a platform is empty."""

    url: str
    own: bool
    store: str = ""
    processes: int | None = None
    password_cost: int | None = None
    heartbeat_seconds: float | None = None
    defect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """All requests of one step. `errors`: no answer, 429, or 500 and above; `refused`: the other answers of 400 and above,
    which are the rules at work; `lost`: no answer because the plan cut the connection or makes that network bad. `rps` is
    requests a second of the wall, from the step's first to its last."""

    step: str
    requests: int
    errors: int
    refused: int
    lost: int
    rps: float
    p50: float
    p95: float
    p99: float
    p999: float
    max: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """Requests that had an intended instant, and how late of the wall they were sent, in milliseconds."""

    intended: int = 0
    skew_p50_ms: float = 0.0
    skew_p99_ms: float = 0.0
    skew_max_ms: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """A piece of exam time that begins at `at`. `active`: phones that sent something in it. `backlog_bytes`: what stood to be
    uploaded at its end. Percentiles are None where nothing arrived."""

    at: str
    seconds: float
    arrivals: int
    errors: int
    refused: int
    active: int
    backlog_bytes: int
    p50: float | None
    p95: float | None
    p99: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoom:
    """The requests of one step that had intended instants, in finer pieces of time."""

    step: str
    curve: tuple[Bucket, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A rule that was broken: what is wrong, the platform's records of it and the user's own lines."""

    rule: str
    says: Text
    sitting: str = ""
    platform: tuple[dict[str, Any], ...] = ()
    user: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What the audit looked at, how many facts by rule, and what it found. `finished`: it has seen both journals whole."""

    checked: dict[str, int] = field(default_factory=dict)
    violations: tuple[Violation, ...] = ()
    finished: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """A figure that the plan wants, by its name there; `met` is None where nothing was measured."""

    id: str
    says: Text
    wanted: str
    seen: str
    met: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """The whole result. `plan` is the plan as data, `instants` are the sitting's own, `total` is all steps as one; `unfinished`
    says why a run is incomplete, `lockouts` is None where nobody asked to be let in, `unconfirmed` where nobody had anything to confirm."""

    schema: str = SCHEMA
    kit: Kit
    season: Season
    plan: dict[str, Any]
    platform: Platform
    seed: int
    candidates: int
    phones: int
    processes: int = 1
    started: str
    finished: str
    instants: dict[str, str] = field(default_factory=dict)
    verdict: Verdict
    exit_code: int
    unfinished: tuple[Text, ...] = ()
    notices: tuple[Text, ...] = ()
    steps: tuple[Step, ...] = ()
    total: Step | None = None
    arrivals: Arrivals = Arrivals()
    lockouts: int | None = None
    unconfirmed: int | None = None
    curves: tuple[Bucket, ...] = ()
    zooms: tuple[Zoom, ...] = ()
    audit: Audit = Audit()
    objectives: tuple[Objective, ...] = ()
    machine: Machine

    @property
    def name(self) -> str:
        """The plan's name."""
        return str(self.plan.get("name", ""))

    @property
    def reason(self) -> Text:
        """Why it is incomplete, in one sentence, if it is."""
        en, zh = "; ".join(one.en for one in self.unfinished), "；".join(one.zh for one in self.unfinished)
        return Text(en, zh) if self.unfinished else NOTHING
