"""Where races are run: the platform, its clock, and the records of all phones; between races exam time goes fast."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import SplitResult

from conformance.load.asking import Reply, Request, iso, read, seen
from conformance.load.audit.agreeing import NO_STAMP
from conformance.load.bench import Bench
from conformance.load.play.timekeeping import Timekeeper
from conformance.load.races import saying
from conformance.load.races.gun import READY_S, Hit, Shot, until, volley
from conformance.load.told import Told
from conformance.load.watch import Watch
from reports.form import Text

AT_ONCE = 64
"""Requests that are under way at once where nothing is raced for."""
LEAD = timedelta(seconds=3)
"""Exam time before an instant at which it goes at its own pace again: connections are made then."""
CLEAR_S = 0.2
"""Wall seconds after which an instant is over by the platform's clock too."""
FASTEST, STEP_S = 3000.0, 0.2
OPENED_A_SECOND = 800
"""Connections that can be made in a wall second."""
AHEAD_S = 1.5
"""Exam time goes no faster than would lead to its aim in so many wall seconds: a process may be kept waiting for less."""
LOOKS = 8
"""Looks at the platform's clock once it has a new pace; the quickest is believed."""


class Missed(Exception):
    """A race was not run: nothing would be shown by it."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request of one phone; `who` is what its records say of it."""

    who: Mapping[str, str]
    request: Request
    sitting: str | None = None
    late_s: float = 0.0


@dataclass(slots=True)
class Ground:
    """`tell` takes every record; `said` says of each race how tight it was and what came of it."""

    base: SplitResult
    bench: Bench
    watch: Watch
    keeper: Timekeeper
    tell: Callable[[Told], None]
    said: list[Text] = field(default_factory=list)
    each_ms: float = 0.0
    """Wall milliseconds that a request took when many were asked last."""

    async def ask(self, step: str, asked: Iterable[Ask]) -> list[Reply]:
        """Have it asked without any hurry; the answers in their order."""
        rest, answers = list(asked), []
        count, began = len(rest), time.monotonic()
        while rest:
            now, rest = rest[:AT_ONCE], rest[AT_ONCE:]
            hits = await volley(self.base, [Shot(one.request) for one in now], time.monotonic())
            answers += [self._tell(step, one, hit, None) for one, hit in zip(now, hits, strict=True)]
        self.each_ms = (time.monotonic() - began) * 1000 / max(count, 1)
        return answers

    async def race(
        self, name: str, asked: Sequence[Ask], at: datetime | None = None, early_ms: float = 0.0
    ) -> list[Reply]:
        """All of it at one instant: at an instant of the exam, or as soon as everybody is ready; the answers in their order.

        `early_ms`: the first shot goes off so many wall milliseconds before, so that the stamps lie on both sides.
        """
        if at is None:
            ready = READY_S + len(asked) / OPENED_A_SECOND
            at, early_ms = self.watch.now() + timedelta(seconds=ready * self.watch.rate), 0.0
        instant = self.watch.piece.wall_of(at) - early_ms / 1000
        if instant < time.monotonic():
            raise Missed(f"{name}: its instant, {iso(at)}, had passed before anybody was ready")
        hits = await volley(self.base, [Shot(one.request, one.late_s) for one in asked], instant)
        replies = [
            self._tell(name, one, hit, instant + one.late_s) for one, hit in zip(asked, hits, strict=True)
        ]
        late = [(hit.sent - instant - one.late_s) * 1000 for one, hit in zip(asked, hits, strict=True)]
        stamped = [
            (datetime.fromisoformat(reply.at) - self.watch.piece.at(hit.sent)).total_seconds() * 1000
            for one, hit, reply in zip(asked, hits, replies, strict=True)
            if reply.at and one.request.op not in NO_STAMP
        ]
        self.said.append(saying.of(name, late, stamped, [reply.cause for reply in replies]))
        return replies

    async def go(self, to: datetime, lead: timedelta = LEAD) -> None:
        """Let exam time run until shortly before an instant; what is past is past."""
        while (left := (to - lead - self.watch.now()).total_seconds()) > 0:
            self._pace(min(max(left / AHEAD_S, 1.0), FASTEST))
            await until(time.monotonic() + STEP_S)
        self._pace(1.0)

    async def pass_by(self, instant: datetime) -> None:
        """Wait until an instant of the exam is over."""
        await until(self.watch.piece.wall_of(instant) + CLEAR_S)

    async def wait(self, exam_seconds: float) -> None:
        """Let so much exam time pass."""
        await until(time.monotonic() + exam_seconds / self.watch.rate)

    def _pace(self, rate: float) -> None:
        began = self.watch.wall()
        self.keeper.believe(self.bench.pace(rate), began)
        for _ in range(LOOKS if rate == 1.0 else 1):
            self.keeper.look()

    def _tell(self, step: str, one: Ask, hit: Hit, instant: float | None) -> Reply:
        reply = read(hit.raw)
        began = instant if instant is not None else hit.sent
        ended = hit.answered if hit.answered is not None else time.monotonic()
        self.tell(
            Told(
                **one.who,
                step=step,
                op=one.request.op,
                sent=iso(self.watch.piece.at(hit.sent)),
                ms=round((ended - began) * 1000, 3),
                status=reply.status,
                sitting=one.sitting,
                intended=None if instant is None else iso(self.watch.piece.at(instant)),
                answered=None if hit.answered is None else iso(self.watch.piece.at(hit.answered)),
                cause=reply.cause,
                at=reply.at,
                attempt=1,
                skew=None if instant is None else round((hit.sent - instant) * 1000, 3),
                detail={**one.request.detail, **seen(reply)},
            )
        )
        return reply
