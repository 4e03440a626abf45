"""What all races share: who is in them, everybody asking in turn, and everybody asking at an instant of the exam."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from conformance.load.asking import Reply
from conformance.load.people import Crowd
from conformance.load.plan import RaceOf, Races
from conformance.load.races.contestant import Contestant
from conformance.load.races.ground import Ask, Ground

SHOT_MS, WAY_MS = 0.1, 5.0
"""Roughly the wall milliseconds in which one request after another is stamped, and between an instant and either half of a herd."""
Asker = Callable[[Contestant], Ask]


@dataclass(frozen=True, slots=True)
class Course:
    """`all`: everybody who races. `pid`: the platform's process, where it is ours."""

    ground: Ground
    crowd: Crowd
    races: Races
    all: Sequence[Contestant]
    pid: int | None = None

    @property
    def few(self) -> int:
        """How many candidates are in a race for something of their own."""
        return max(min(self.races.each, len(self.all) // 10), 1)

    def has(self, race: RaceOf) -> bool:
        """Whether a race is run: all are where the plan names none."""
        ours = race != "no_room" or self.pid is not None
        return ours and (not self.races.only or race in self.races.only)

    async def each(
        self, group: Iterable[Contestant], step: str, asker: Asker
    ) -> list[tuple[Contestant, Reply]]:
        """What everybody is answered who is asked for in no hurry."""
        known = list(group)
        return list(zip(known, await self.ground.ask(step, map(asker, known)), strict=True))

    async def race_at(
        self, name: str, group: Sequence[Contestant], asker: Asker, at: datetime
    ) -> list[Reply]:
        """Everybody asks around an instant of the exam: every second one before it, the others behind it."""
        asked = [asker(one) for one in group]
        asked = [replace(one, late_s=2 * WAY_MS / 1000 * (number % 2)) for number, one in enumerate(asked)]
        return await self.ground.race(name, asked, at, early_ms(len(group)))


def early_ms(count: int) -> float:
    """How long before an instant a herd goes off, so that half of its stamps lie on either side."""
    return WAY_MS + count * SHOT_MS / 2


def parted(group: Sequence[Contestant], *sizes: int) -> list[Sequence[Contestant]]:
    """The first so many, the next so many, and the rest."""
    parts, start = [], 0
    for size in sizes:
        parts.append(group[start : start + size])
        start += size
    return [*parts, group[start:]]
