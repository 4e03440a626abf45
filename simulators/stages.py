"""Where a world may begin: each stage as the facts that lie behind it, counted from the opening of the waiting room.

A stage is data. The real path through the apps reaches the same state, and a test walks it for every stage.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

Role = Literal["main", "aux"]
Edge = Literal["opens", "start", "display_ends"]


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@dataclass(frozen=True, slots=True)
class Fact:
    """A word of the platform's records, said of a phone `after` the waiting room opens (negative: before)."""

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


LOGGED_IN = (Fact(minutes(-16), "logged_in"),)
PAIRED = (
    *LOGGED_IN,
    Fact(minutes(-10), "opened"),
    Fact(minutes(-9), "paired", "aux", {"nth": 1, "by": "scan"}),
    Fact(minutes(-7), "aux_recording", "aux"),
)
ENTERED = (*PAIRED, Fact(minutes(4), "entered"), Fact(minutes(4.5), "face_passed"))

STAGES: Mapping[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage("registered", "opens", minutes(-105), (), "login", "home"),
        Stage("confirmed", "opens", minutes(-15), LOGGED_IN, "exam_detail", "home"),
        Stage("paired", "opens", minutes(-5), PAIRED, "exam", "recording"),
        Stage("waiting", "opens", minutes(5), ENTERED, "exam", "recording"),
        Stage("answering", "start", minutes(1), ENTERED, "exam", "recording"),
        Stage("photos", "display_ends", timedelta(0), ENTERED, "exam", "recording"),
    )
}
