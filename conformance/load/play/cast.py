"""The phones of one process: their stage, where their records go, and how far they are."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import gevent
import locust.env
from locust.runners import Runner

from conformance.load import order, pace
from conformance.load.asking import Send
from conformance.load.bench import bench
from conformance.load.order import Order
from conformance.load.pace import Part
from conformance.load.people import Crowd
from conformance.load.phone import Day
from conformance.load.play.candidate import Candidate, Stage, candidate, plain
from conformance.load.play.held import Held
from conformance.load.play.timekeeping import Timekeeper
from conformance.load.told import Sink, Teller
from conformance.load.toxics import Proxy
from conformance.load.watch import Watch

TELL_S = 1.0
"""Wall seconds between two lines of progress."""
PORTS = {"http": 80, "https": 443}
Say = Callable[[Mapping[str, Any]], None]
"""Passes on what happens."""


@dataclass(slots=True)
class Cast:
    """Everything that a process has to play with. `count`: how many candidates are its own."""

    stage: Stage
    keeper: Timekeeper
    held: Held
    parts: tuple[Part, ...]
    count: int
    observing: ExitStack
    began: float

    def user(self, host: str) -> type[Candidate]:
        """The class by which locust makes users of this stage."""
        return candidate(self.stage, host)

    def ended(self) -> dict[str, Any]:
        """What there is to say once all is over."""
        self.held.close()
        self.observing.close()
        return {
            "ended": self.stage.ended,
            "played": self.stage.played,
            "doubt_ms": self.keeper.doubt_ms,
            "busy": time.process_time() / (self.stage.watch.wall() - self.began),
        }

    def play(self, say: Say) -> None:
        """Keep the time, pass on the records and the progress, until everybody has come to the end."""
        gevent.spawn(self.keeper.run)
        while self.stage.played < self.count:
            self.stage.watch.rest(TELL_S)
            self.held.release()
            say({"played": self.stage.played, "at": self.stage.watch.now().isoformat(timespec="seconds")})


def cast(given: Order, sink: Sink, mine: Iterable[int] | None, *, leads: bool) -> Cast:
    """The phones of the candidates with these indices, None for all; `leads`: this process sets the pace."""
    crowd = Crowd(given.played)
    parts = pace.parts(crowd)
    clock = bench(given.bench, os.environ[order.TOKEN])
    shown = clock.clock()
    watch = Watch(shown.now, shown.rate)
    keeper = Timekeeper(clock, watch, parts, leads=leads)
    keeper.look()
    teller, coming = Teller(sink), list(range(len(crowd)) if mine is None else mine)
    held = Held(teller, watch.wall)
    observing = ExitStack()
    carried = observing.enter_context(_observed(given))
    stage = Stage(Day(crowd, parts[-1].ends), watch, held.take, _hosts(given), carried, iter(coming))
    return Cast(stage, keeper, held, parts, len(coming), observing, watch.wall())


def _observed(given: Order) -> AbstractContextManager[Callable[[Send], Send]]:
    """What watches the requests, where that is asked for; its libraries are those of an extra."""
    if not given.otlp:
        return nullcontext(plain)
    from conformance.load.play import telemetry

    return telemetry.observed(given.otlp, given.otlp_share)


def environment(user: type[Candidate], given: Order) -> locust.env.Environment:
    """Locust's, with its own page where that is asked for."""
    return locust.env.Environment(user_classes=[user], host=given.platform)


def show(runner: Runner, given: Order) -> None:
    """Locust's own page."""
    if given.web is not None:
        runner.environment.create_web_ui("127.0.0.1", given.web)


def progress(runner: Runner, line: Mapping[str, Any]) -> dict[str, Any]:
    """A line of progress with locust's figures."""
    total = runner.stats.total
    return {
        "event": "progress",
        **line,
        "requests": total.num_requests,
        "failures": total.num_failures,
        "rps": round(total.current_rps, 1),
        "p95": total.get_current_response_time_percentile(0.95),
    }


def _hosts(given: Order) -> dict[str, str]:
    """The platform's address for each cohort: its own, or that of a proxy with the cohort's toxics."""
    there = urlsplit(given.platform)
    upstream = (there.hostname or "", there.port or PORTS[there.scheme])
    found = dict.fromkeys(given.played.cohorts, given.platform)
    for name, cohort in given.played.cohorts.items():
        if cohort.toxics:
            proxy = Proxy(name, upstream, cohort.toxics, given.played.day.seed)
            found[name] = proxy.url + there.path
    return found
