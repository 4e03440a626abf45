"""`python -m conformance.load.races ORDER`: run the races of an order; what happens comes as JSON lines on stdout."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from conformance.load import order
from conformance.load.bench import bench
from conformance.load.people import Crowd
from conformance.load.plan import Races
from conformance.load.play.timekeeping import Timekeeper
from conformance.load.races import day
from conformance.load.races.contestant import Contestant
from conformance.load.races.course import Course
from conformance.load.races.ground import Ground, Missed
from conformance.load.told import Teller
from conformance.load.watch import Watch


def main(arguments: list[str]) -> int:
    given = order.read(Path(arguments[0]))
    threading.Thread(target=_end_with_parent, daemon=True).start()
    crowd, clock = Crowd(given.played), bench(given.bench, os.environ[order.TOKEN])
    shown = clock.clock()
    watch = Watch(shown.now, shown.rate)
    keeper = Timekeeper(clock, watch, (), leads=False)
    teller = Teller((Path(given.folder) / "users-0.jsonl").open("wb"))
    ground = Ground(urlsplit(given.platform), clock, watch, keeper, teller.told)
    _say(event="ready", phones=len(crowd), parts=[])
    try:
        everybody = [Contestant(person) for person in crowd]
        asyncio.run(day.run(Course(ground, crowd, given.played.races or Races(), everybody, given.pid)))
    except Missed as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    finally:
        teller.close()
    said = [[one.en, one.zh] for one in ground.said]
    _say(event="played", ended={}, played=len(crowd), doubt_ms=keeper.doubt_ms, said=said)
    return 0


def _say(**line: Any) -> None:
    print(json.dumps(line), flush=True)


def _end_with_parent() -> None:
    while os.read(sys.stdin.fileno(), 4096):
        pass
    os._exit(3)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
