"""What main and auxiliary phones of a load have in common: waiting, heartbeats, and the verbs that a table names."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from gevent.event import Event

from conformance.instants import SittingInstants
from conformance.load.asking import Line, Reply, Request
from conformance.load.link import Link
from conformance.load.people import Crowd, Person
from conformance.load.plan import Plan
from conformance.load.table import OK, OVER

ENDED = frozenset({"forfeited", "terminated", "failed", "not_submitted"})
CUT_OFF = frozenset({"interrupted", "reading_interrupted"})
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Day:
    """What all phones of a run share."""

    crowd: Crowd
    last: datetime
    """The instant at which the day is over, whatever is still to be uploaded."""

    @property
    def plan(self) -> Plan:
        return self.crowd.plan

    @property
    def instants(self) -> SittingInstants:
        return self.crowd.instants

    @property
    def beat(self) -> timedelta:
        return timedelta(seconds=self.plan.platform.heartbeat_seconds)


class BasePhone:
    """One phone of a candidate. A subclass has its verbs and conditions by name."""

    def __init__(self, day: Day, person: Person, line: Line, link: Link) -> None:
        self.day, self.person, self.line, self.link = day, person, line, link
        self.token = ""
        self.verbs: Mapping[str, Callable[[str, datetime | None], str]] = {}
        self.conditions: Mapping[str, Callable[[], bool]] = {}
        self._free = line.watch.now()

    def holds(self, condition: str) -> bool:
        return self.conditions[condition]()

    def due(self, step: str) -> datetime | None:
        """A step of the plan, or an instant of the sitting."""
        return self.person.due.get(step) or self.day.instants.named().get(step)

    def wait(self, due: datetime | None, after: str, *, beats: bool) -> str:
        """Being heard until `due`, then quietly for what happens first, until nobody is let in any more or the day ends."""
        self._free = self.line.watch.now()
        if beats and due is not None and (outcome := self.be_heard(due)) != OK:
            return outcome
        if due is not None:
            self.line.watch.until(due)
        if after:
            limit = self.day.instants.closes if after != "main_done" else self.day.last
            self._wait_for(self.link.event(after), limit)
        return OK if self.line.watch.now() < self.day.last else "day_over"

    def _wait_for(self, event: Event, limit: datetime) -> None:
        """Who has to wait for the other phone is free from then on: only what is sent later than that is late."""
        if not event.is_set():
            self.line.watch.until(limit, event)
            self._free = self.line.watch.now()

    def do(self, verb: str, due: datetime | None) -> str:
        return self.verbs[verb](verb, due)

    def be_heard(self, _: datetime) -> str:
        """What a phone does so that it is not taken for gone; one that sits nowhere does nothing."""
        return OK

    def ask(
        self,
        op: str,
        method: str,
        path: str,
        step: str,
        *,
        body: object = None,
        due: datetime | None = None,
        detail: Mapping[str, object] | None = None,
    ) -> Reply:
        """A request with this phone's token, its body as JSON."""
        content = b"" if body is None else msgspec.json.encode(body)
        headers = self.headers(JSON if content else {})
        request = Request(op, method, path, content, headers, detail or {})
        return self.line.ask(request, step, due, self._free)

    def send(self, request: Request, step: str, due: datetime | None = None) -> Reply:
        """A request whose body is none of JSON."""
        return self.line.ask(request, step, due, self._free)

    def headers(self, more: Mapping[str, str]) -> dict[str, str]:
        """This phone's own, and more."""
        mine = {"X-Device": self.line.who["device"]}
        return mine | ({"Authorization": f"Bearer {self.token}"} if self.token else {}) | dict(more)


class BeatingPhone(BasePhone, ABC):
    """A phone that sends heartbeats while it waits."""

    _beaten: datetime | None = None

    @abstractmethod
    def beat(self) -> str:
        """One heartbeat; what it tells of the sitting."""

    def beaten(self) -> None:
        """The platform heard from this phone."""
        self._beaten = self.line.watch.now()

    def be_heard(self, due: datetime) -> str:
        while (following := self._next_beat()) < due:
            if following > self._free:
                self.line.watch.until(following)
            if (outcome := self.beat()) != OK:
                return outcome
        return OK

    def _next_beat(self) -> datetime:
        return (self._beaten or self._free) + self.day.beat


def outcome(reply: Reply) -> str:
    """In one word: the refusal's cause, OVER where the sitting has ended, or OK."""
    if not reply.accepted:
        return reply.cause or str(reply.status)
    return OVER if reply.state in ENDED else OK


def who(person: Person, role: str, device: str) -> dict[str, str]:
    """What every record of a phone says of it."""
    return {
        "user": f"{person.user}/{role}",
        "cohort": person.cohort,
        "account": person.account,
        "device": device,
    }
