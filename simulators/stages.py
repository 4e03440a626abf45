"""Where a world may begin: each stage as the facts that lie behind it, counted from the start of the sitting.

A stage is data. The real path through the apps reaches the same state, and a test walks it for every stage.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

Role = Literal["main", "aux"]
Edge = Literal["start", "display_ends"]


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@dataclass(frozen=True, slots=True)
class Fact:
    """A word of the platform's records, said `after` the start of the sitting (negative: before) of a phone."""

    after: timedelta
    what: str
    phone: Role = "main"
    detail: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stage:
    """Time stands `after` the `edge` of the sitting; `facts` lie behind; the apps were led to `main` and `aux`.

    Within an exam the main app shows what is due by itself.
    """

    name: str
    edge: Edge
    after: timedelta
    facts: tuple[Fact, ...]
    main: str
    aux: str


LOGGED_IN = (Fact(minutes(-31), "logged_in"),)
PAIRED = (
    *LOGGED_IN,
    Fact(minutes(-25), "opened"),
    Fact(minutes(-24), "paired", "aux", {"nth": 1, "by": "scan"}),
    Fact(minutes(-22), "aux_recording", "aux"),
)
ENTERED = (*PAIRED, Fact(minutes(-11), "entered"), Fact(minutes(-10.5), "face_passed"))

STAGES: Mapping[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage("registered", "start", minutes(-120), (), "login", "home"),
        Stage("confirmed", "start", minutes(-30), LOGGED_IN, "exam_detail", "home"),
        Stage("paired", "start", minutes(-20), PAIRED, "exam", "recording"),
        Stage("waiting", "start", minutes(-10), ENTERED, "exam", "recording"),
        Stage("answering", "start", minutes(1), ENTERED, "exam", "recording"),
        Stage("photos", "display_ends", timedelta(0), ENTERED, "exam", "recording"),
    )
}
