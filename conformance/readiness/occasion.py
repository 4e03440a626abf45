"""For which exam a phone is looked over, and what is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from conformance.readiness.inquiry import Answer
from conformance.readiness.remark import Grade
from conformance.season import Season


@dataclass(frozen=True, slots=True)
class Occasion:
    """The exam for which a phone is looked over: its length, and the times of the day at which nothing may ring.

    `role`: main or aux, where it is known which of the two phones it is; `apps`: what the exam's own apps are called.
    `may_go`: whether the exam lies so long behind that its apps need not be kept any longer; `arrived`: whether all that
    was recorded has been uploaded.
    """

    season: Season
    minutes: int
    quiet_from: time
    quiet_until: time
    role: str = ""
    may_go: bool = False
    arrived: bool = False
    apps: tuple[str, ...] = ()

    def assumed(self, name: str) -> int:
        """A number of our own; 0 where this season has none."""
        return self.season.limit_or(name, 0)


Said = tuple[Grade, str, str]
Judge = Callable[[Occasion, list[Answer]], Said]


@dataclass(frozen=True, slots=True)
class Aspect:
    """What is looked at: the facts it needs, and what is said of them."""

    name: str
    facts: tuple[str, ...]
    judge: Judge
