"""A platform's answers in a test's hand, and a phone's line to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from conformance.load.asking import Line, Raw, Request
from conformance.load.dice import Dice
from conformance.load.plan import Retry
from conformance.load.told import Told
from conformance.load.watch import Watch

START = datetime(2023, 1, 12, 1, 45, tzinfo=UTC)


def answer(status: int = 200, headers: dict[str, str] | None = None, **payload: object) -> Raw:
    """An answer with this JSON."""
    return Raw(status, json.dumps(payload).encode() if payload else b"", headers or {})


def refusal(cause: str) -> Raw:
    """A rule says no."""
    said = {"operation": "x", "cause": cause, "at": "2023-01-12T09:45:00.000+08:00", "message": {}}
    return answer(409, refused=said)


@dataclass
class Wall:
    """A wall that moves when a test says so; who rests moves it."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


class QuickWatch(Watch):
    """Nobody waits: the wall goes on at once."""

    def __init__(self, wall: Wall, rate: float = 60.0) -> None:
        super().__init__(START, rate, wall)
        self.moved = wall
        self.rested: list[float] = []

    def rest(self, seconds: float) -> None:
        self.rested.append(seconds)
        self.moved.seconds += seconds


@dataclass
class Hand:
    """Gives answers one after the other, and keeps what was asked."""

    answers: Iterator[Raw]
    asked: list[Request] = field(default_factory=list)
    lasts: float = 0.01
    wall: Wall = field(default_factory=Wall)

    def __call__(self, request: Request, _name: str) -> Raw:
        self.asked.append(request)
        self.wall.seconds += self.lasts
        return next(self.answers)


@dataclass
class Desk:
    """A line whose platform answers as told, and what the phone has on record."""

    line: Line
    hand: Hand
    watch: QuickWatch
    records: list[Told]


Opened = Callable[..., Desk]


@pytest.fixture
def opened() -> Opened:
    """Opens a line to a platform that gives these answers."""

    def open_line(*answers: Raw, retry: Retry | None = None) -> Desk:
        wall, records = Wall(), list[Told]()
        hand, watch = Hand(iter(answers), wall=wall), QuickWatch(wall)
        who = {"user": "k000001/main", "cohort": "good", "account": "13800000001", "device": "main-1"}
        line = Line(hand, lambda make: records.append(make()), watch, retry or Retry(), Dice(1), who)
        return Desk(line, hand, watch, records)

    return open_line
