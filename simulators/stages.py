"""Where a world may begin: each stage as the facts that lie behind it, counted from an edge of season or sitting.

A stage is data. The real path through the apps reaches the same state, and a test walks it for every stage.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

Role = Literal["main", "aux"]
Edge = Literal["season", "opens", "entered", "checked", "waited", "start", "answering", "display_ends"]
"""`season`: exams can be confirmed, or where that is always so, the first waiting room opens. `waited`: a third of the
waiting time is over, however long the season's is; the candidate came in (`entered`) and passed the face check
(`checked`) before."""


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@dataclass(frozen=True, slots=True)
class Fact:
    """A word of the platform's records, said of a phone `after` the `edge` (negative: before)."""

    after: timedelta
    what: str
    phone: Role = "main"
    detail: Mapping[str, object] = field(default_factory=dict)
    edge: Edge = "opens"


@dataclass(frozen=True, slots=True)
class Stage:
    """Time stands `after` the `edge`; `facts` lie behind; the apps were led to `main` and `aux`, or never started.

    Within an exam the main app shows what is due by itself. `granted`: the permissions that the apps ask for were
    given.
    """

    name: str
    edge: Edge
    after: timedelta
    facts: tuple[Fact, ...]
    main: str
    aux: str
    granted: bool = True

    @property
    def words(self) -> frozenset[str]:
        """What lies behind."""
        return frozenset(fact.what for fact in self.facts)


ENROLLED = timedelta(days=-2)


def _signing_up(after: float, what: str, **detail: object) -> Fact:
    return Fact(ENROLLED + minutes(after), what, detail=detail, edge="season")


SIGNED_UP = (
    _signing_up(2, "code_sent"),
    _signing_up(3, "account_created"),
    _signing_up(4, "logged_in"),
    _signing_up(6, "identity_submitted", side="portrait"),
    _signing_up(6, "identity_submitted", side="emblem"),
    _signing_up(7, "identity_verified", method="photos"),
    _signing_up(10, "profile_locked", kind="高考生"),
)
CONFIRMED = (
    *SIGNED_UP,
    Fact(minutes(-16), "logged_in"),
    Fact(minutes(-16), "confirmed"),
    Fact(minutes(-16), "pledge_signed"),
    Fact(minutes(-16), "task_done", detail={"task": "notice"}),
    Fact(minutes(-16), "task_done", detail={"task": "positions"}),
    Fact(minutes(-16), "account_face_passed"),
)
PAIRED = (
    *CONFIRMED,
    Fact(minutes(-10), "opened"),
    Fact(minutes(-9), "paired", "aux", {"nth": 1, "by": "scan"}),
    Fact(minutes(-7), "aux_recording", "aux"),
)
RESOURCE_PARTS = 4
"""Parts of an exam's resources, each a second after the other once the face check has passed."""
ENTERED = (
    *PAIRED,
    Fact(timedelta(0), "entered", edge="entered"),
    Fact(timedelta(0), "face_passed", edge="checked"),
    *(
        Fact(
            timedelta(seconds=number),
            "resource",
            detail={"part": number, "of": RESOURCE_PARTS},
            edge="checked",
        )
        for number in range(1, RESOURCE_PARTS + 1)
    ),
)

STAGES: Mapping[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage("enrolled", "season", ENROLLED, (), "", "", granted=False),
        Stage("registered", "opens", minutes(-105), SIGNED_UP, "login", "home"),
        Stage("confirmed", "opens", minutes(-15), CONFIRMED, "exam_detail", "home"),
        Stage("paired", "opens", minutes(-5), PAIRED, "exam", "recording"),
        Stage("waiting", "waited", timedelta(0), ENTERED, "exam", "recording"),
        Stage("answering", "answering", minutes(1), ENTERED, "exam", "recording"),
        Stage("photos", "display_ends", timedelta(0), ENTERED, "exam", "recording"),
    )
}
