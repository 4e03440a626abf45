"""How an exam is held: cameras, start, apps, what is shown and what an interruption costs.

A table that a season file leaves out says what its class says here: two phones, a fixed start, one recording.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from conformance.season.values import Origin

UNSAID = "the season file does not say; examgate's default"
Role = Literal["main", "aux"]
Shown = Literal["room", "desk", "blank_sheets", "draft_paper", "face"]
"""What a waiting candidate shows: room and desk to the aux camera, the rest to the main camera."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Where a table of the season comes from."""

    origin: Origin = "assumed"
    source: str = UNSAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam(Term):
    """`start` free: any time within the window, for `limits.answer_minutes`. `early_end`: a candidate may stop
    answering before the end. `recordings_viewable`: a candidate may look at an own recording."""

    cameras: Literal[1, 2] = 2
    start: Literal["fixed", "free"] = "fixed"
    early_end: bool = False
    recordings_viewable: bool = False
    sheet_photos_by: Literal["main"] = "main"


@dataclass(frozen=True, slots=True, kw_only=True)
class App(Term):
    """What an app calls itself, and by which other names notices call it."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting(Term):
    """What is shown to the cameras in the waiting room, in this order; empty: nothing."""

    shows: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Display(Term):
    """`with_face`: the answer sheet is held to the camera together with the face."""

    with_face: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption(Term):
    """What follows one interruption too many or too long, on which phones one can be repaired, and what a login on
    another phone does: it is refused, or it fails the exam."""

    beyond: Literal["fail", "forfeit"] = "fail"
    repaired_on: tuple[Role, ...] = ("main", "aux")
    second_device_login: Literal["refuse", "fails_exam"] = "refuse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording(Term):
    """How many recordings a sitting may begin, and whether an interrupted one is lost and costs a chance."""

    chances: int = 1
    interrupted_costs_chance: bool = False


APPS = {"main": App(name="小艺帮"), "aux": App(name="小艺助手")}
"""The apps of a season that names none; an exam with one phone has no aux app."""
