"""A locust user is a candidate: with a main phone and auxiliary ones, each a greenlet with a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import gevent
from locust import FastHttpUser, task
from locust.contrib.fasthttp import FastHttpSession
from locust.env import Environment
from locust.exception import StopUser

from conformance.load import aux_phone, main_phone, storming
from conformance.load.asking import Line, Send, Tell
from conformance.load.dice import Dice
from conformance.load.link import Link
from conformance.load.people import Person
from conformance.load.phone import BasePhone, Day, who
from conformance.load.plan import Storm
from conformance.load.play.transport import Carrier
from conformance.load.table import Row, walk
from conformance.load.watch import Watch


def plain(send: Send) -> Send:
    """The carrier as it is."""
    return send


@dataclass(slots=True)
class Stage:
    """What the candidates of one process share. `hosts`: the platform's address for each cohort."""

    day: Day
    watch: Watch
    told: Tell
    hosts: dict[str, str]
    carried: Callable[[Send], Send] = plain
    """What is put around a carrier of requests."""
    coming: Iterator[int] = field(default_factory=lambda: iter(()))
    ended: dict[str, int] = field(default_factory=dict)
    """How many phones came to an end in which state."""
    played: int = 0
    """Candidates whose phones have all come to their end."""


class Candidate(FastHttpUser):
    """Plays the next candidate of this process's part, once."""

    abstract = True
    stage: Stage

    def __init__(self, environment: Environment) -> None:
        self.network_timeout = self.connection_timeout = self.stage.day.plan.retry.timeout_ms / 1000
        super().__init__(environment)

    @task
    def day(self) -> None:
        index = next(self.stage.coming, None)
        if index is not None:
            person, storm = self.stage.day.crowd.person(index), self.stage.day.plan.storm
            if storm is not None:
                self._storm(person, storm)
            elif "no_show" not in person.traits:
                self._play(person)
            self.stage.played += 1
        raise StopUser

    def _play(self, person: Person) -> None:
        link = Link()
        if not person.aux:
            link.happened("aux_recording")
        phones = [gevent.spawn(self._aux, person, link, number) for number in range(len(person.aux))]
        line = self._line(person, "main", person.main, self.client)
        try:
            self._walk(
                main_phone.MainPhone(self.stage.day, person, line, link), main_phone.ROWS, "logged_out"
            )
            gevent.joinall(phones)
        finally:
            gevent.killall(phones)

    def _storm(self, person: Person, storm: Storm) -> None:
        """Every phone of the family tries, until one has confirmed."""
        link = Link()
        phones = [gevent.spawn(self._try, person, link, storm, number) for number in range(storm.phones)]
        try:
            gevent.joinall(phones)
        finally:
            gevent.killall(phones)

    def _try(self, person: Person, link: Link, storm: Storm, number: int) -> None:
        role = "main" if not number else f"main{number + 1}"
        line = self._line(person, role, f"{person.main}-{number}", self._session())
        self._walk(
            storming.StormPhone(self.stage.day, person, line, link, storm), storming.ROWS, "logged_out"
        )

    def _aux(self, person: Person, link: Link, number: int) -> None:
        role = "aux" if not number else f"aux{number + 1}"
        line = self._line(person, role, person.aux[number], self._session())
        rows = aux_phone.GUEST if number else aux_phone.ROWS
        self._walk(aux_phone.AuxPhone(self.stage.day, person, line, link, number), rows, "away")

    def _session(self) -> FastHttpSession:
        """A phone's own connection."""
        return FastHttpSession(
            self.host,
            self.environment.events.request,
            self,
            network_timeout=self.network_timeout,
            connection_timeout=self.connection_timeout,
            max_redirects=0,
            concurrency=1,
        )

    def _walk(self, phone: BasePhone, rows: tuple[Row, ...], state: str) -> None:
        for reached in walk(phone, rows, state):
            state = reached
        self.stage.ended[state] = self.stage.ended.get(state, 0) + 1

    def _line(self, person: Person, role: str, device: str, session: FastHttpSession) -> Line:
        stage, plan = self.stage, self.stage.day.plan
        return Line(
            stage.carried(Carrier(session, stage.hosts[person.cohort])),
            stage.told,
            stage.watch,
            plan.retry,
            Dice(f"{plan.day.seed}/{person.user}/{role}"),
            who(person, role, device),
        )


def candidate(stage: Stage | None, host: str) -> type[Candidate]:
    """The class of which locust makes users; a master and its workers know it by one name."""
    return type("Player", (Candidate,), {"abstract": False, "stage": stage, "host": host})
