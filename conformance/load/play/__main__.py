"""`python -m conformance.load.play ORDER`: play the phones of an order; what happens comes as JSON lines on stdout."""

from __future__ import annotations

import locust.env  # isort: skip  # gevent's patches come before anything that they patch

import json
import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import gevent
import gevent.os
from locust.runners import Runner

from conformance.load import order, pace
from conformance.load.bench import bench
from conformance.load.order import Order
from conformance.load.people import Crowd
from conformance.load.phone import Day
from conformance.load.play.candidate import Candidate, Stage
from conformance.load.play.timekeeping import Timekeeper
from conformance.load.told import Teller
from conformance.load.toxics import Proxy
from conformance.load.watch import Watch

TELL_S = 1.0
"""Wall seconds between two lines of progress."""
SPAWNED_A_SECOND = 2000
PORTS = {"http": 80, "https": 443}


def main(arguments: list[str]) -> int:
    given = order.read(Path(arguments[0]))
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    logging.getLogger("locust.runners").setLevel(logging.ERROR)  # it warns of the speed at which we spawn
    gevent.spawn(_end_with_parent)
    return _play(given)


def _play(given: Order) -> int:
    crowd = Crowd(given.plan)
    parts = pace.parts(crowd)
    clock = bench(given.bench, os.environ[order.TOKEN])
    shown = clock.clock()
    watch = Watch(shown.now, shown.rate)
    keeper = Timekeeper(clock, watch, parts, leads=given.role != "worker")
    keeper.look()
    teller = Teller((Path(given.folder) / "users-0.jsonl").open("wb", buffering=1 << 20))
    hosts = _hosts(given)
    stage = Stage(Day(crowd, parts[-1].ends), watch, teller.told, hosts, iter(range(len(crowd))))
    environment = locust.env.Environment(user_classes=[_candidate(given, stage)], host=given.platform)
    runner = environment.create_local_runner()
    runner.start(len(crowd), spawn_rate=SPAWNED_A_SECOND, wait=False)
    while runner.spawning_greenlet and not runner.spawning_greenlet.ready():
        runner.spawning_greenlet.join(TELL_S)
    _say(event="ready", phones=len(crowd), parts=[(part.name, part.factor, part.seconds) for part in parts])
    gevent.spawn(keeper.run)
    try:
        while stage.played < len(crowd):
            watch.rest(TELL_S)
            teller.flush()
            _say(**_progress(stage, watch, runner))
        _wait_for(watch, parts[-1])
    finally:
        runner.quit()
        teller.close()
    _say(event="played", ended=stage.ended, played=stage.played, doubt_ms=keeper.doubt_ms)
    return 0


def _hosts(given: Order) -> dict[str, str]:
    """The platform's address for each cohort: its own, or that of a proxy with the cohort's toxics."""
    there = urlsplit(given.platform)
    upstream = (there.hostname or "", there.port or PORTS[there.scheme])
    found = dict.fromkeys(given.plan.cohorts, given.platform)
    for name, cohort in given.plan.cohorts.items():
        if cohort.toxics:
            proxy = Proxy(name, upstream, cohort.toxics, given.plan.day.seed)
            found[name] = proxy.url + there.path
    return found


def _wait_for(watch: Watch, last: pace.Part) -> None:
    """Who hands in last may do so before the clock has ended the others' recordings."""
    watch.until(last.begins)


def _candidate(given: Order, here: Stage) -> type[Candidate]:
    return type("Candidate", (Candidate,), {"abstract": False, "stage": here, "host": given.platform})


def _progress(stage: Stage, watch: Watch, runner: Runner) -> Mapping[str, Any]:
    total = runner.stats.total
    return {
        "event": "progress",
        "at": watch.now().isoformat(timespec="seconds"),
        "played": stage.played,
        "requests": total.num_requests,
        "failures": total.num_failures,
        "rps": round(total.current_rps, 1),
        "p95": total.get_current_response_time_percentile(0.95),
    }


def _say(**line: Any) -> None:
    print(json.dumps(line), flush=True)


def _end_with_parent() -> None:
    while gevent.os.tp_read(0, 4096):
        pass
    os._exit(3)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
