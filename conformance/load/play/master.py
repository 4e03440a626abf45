"""The master of several playing processes, here or on other machines: locust's own distributed mode.

Each worker says that it is there; once all are, each is told which candidates are its own, and how the day goes. A worker
without a folder in common sends its records here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from typing import IO, Any

import gevent
import msgspec
from locust.runners import MasterRunner

from conformance.load import pace
from conformance.load.order import Order
from conformance.load.play.cast import TELL_S, Cast, cast, environment, progress, show
from conformance.load.play.saying import say
from conformance.load.told import Nowhere

SPAWNED_A_SECOND = 2000
PATIENCE_S = 120.0
"""Wall seconds for which a master waits for its workers to come, and after the day's end to finish."""


class TooFew(Exception):
    """Not as many workers came as were expected, or one was lost."""


@dataclass(slots=True)
class Workers:
    """What the master knows of its workers, by the names that locust gives them."""

    runner: MasterRunner
    folder: Path
    ready: set[str] = field(default_factory=set)
    played: dict[str, int] = field(default_factory=dict)
    ended: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    _files: dict[str, IO[bytes]] = field(default_factory=dict)

    def listen(self) -> None:
        """Hear what workers say."""
        heard = {"cast": self._cast, "played": self._played, "told": self._told, "ended": self._ended}
        for name, hear in heard.items():
            self.runner.register_message(name, _listener(hear))

    def _cast(self, name: str, _: Any) -> None:
        self.ready.add(name)

    def _played(self, name: str, said: Any) -> None:
        self.played[name] = said["played"]

    def _ended(self, name: str, said: Any) -> None:
        self.ended[name] = said

    def _told(self, name: str, said: Any) -> None:
        """Records of a worker on another machine."""
        if name not in self._files:
            self._files[name] = (self.folder / f"users-far-{len(self._files)}.jsonl").open("wb")
        self._files[name].write(said["lines"])
        self._files[name].flush()

    @property
    def there(self) -> list[str]:
        """Those that have answered lately, in an order of their names."""
        return sorted(name for name, node in self.runner.clients.items() if node.state != "missing")

    def close(self) -> None:
        for file in self._files.values():
            file.close()


def _listener(hear: Callable[[str, Any], None]) -> Callable[..., None]:
    """As locust calls it."""

    def listen(msg: Any, **_: Any) -> None:
        hear(msg.node_id, msg.data)

    return listen


def play(given: Order) -> None:
    """Lead the day: wait for the workers, give them their parts, keep the pace, gather what they say."""
    leading = cast(given, Nowhere(), (), leads=True)
    made = environment(leading.user(given.platform), given)
    runner = made.create_master_runner(given.host, given.port)
    workers = Workers(runner, Path(given.folder))
    workers.listen()
    say(event="listening", port=runner.server.port)
    show(runner, given)
    try:
        _lead(given, leading, workers)
        runner.stop()
        say(event="played", **_all(leading, workers))
    finally:
        runner.quit()
        workers.close()


def _lead(given: Order, leading: Cast, workers: Workers) -> None:
    watch, count = leading.stage.watch, given.played.day.candidates
    until = watch.wall() + PATIENCE_S
    while len(workers.there) < given.workers:
        if watch.wall() > until:
            raise TooFew(f"{len(workers.there)} of {given.workers} workers came")
        watch.rest(0.1)
    encoded = msgspec.json.encode(given).decode()
    for number, name in enumerate(workers.there):
        workers.runner.send_message("play", {"number": number, "of": given.workers, "order": encoded}, name)
    while len(workers.ready) < given.workers:
        _all_there(given, workers)
        watch.rest(0.1)
    # As many users on each worker as the largest part has candidates; those without one go at once.
    workers.runner.start(ceil(count / given.workers) * given.workers, SPAWNED_A_SECOND)
    say(event="ready")
    _follow(given, leading, workers)


def _follow(given: Order, leading: Cast, workers: Workers) -> None:
    gevent.spawn(leading.keeper.run)
    watch, last = leading.stage.watch, leading.parts[-1]
    while len(workers.ended) < given.workers:
        _all_there(given, workers)
        if watch.ms_since(last.ends) > PATIENCE_S * 1000:
            raise TooFew(f"{len(workers.ended)} of {given.workers} workers came to an end")
        watch.rest(TELL_S)
        at = watch.now().isoformat(timespec="seconds")
        say(**progress(workers.runner, {"played": sum(workers.played.values()), "at": at}))
    watch.until(pace.settled(leading.stage.day.crowd))


def _all_there(given: Order, workers: Workers) -> None:
    """TooFew where a worker was lost: what its phones were told is not whole."""
    lost = given.workers - len(set(workers.there) | set(workers.ended))
    if lost > 0:
        raise TooFew(f"{lost} of {given.workers} workers were lost")


def _all(leading: Cast, workers: Workers) -> dict[str, Any]:
    """What all workers said at their end, as one."""
    ended: dict[str, int] = {}
    for said in workers.ended.values():
        for state, count in said["ended"].items():
            ended[state] = ended.get(state, 0) + count
    doubts = [leading.keeper.doubt_ms, *(said["doubt_ms"] for said in workers.ended.values())]
    return {
        "ended": ended,
        "played": sum(said["played"] for said in workers.ended.values()),
        "doubt_ms": max(doubts),
        "busy": max(said["busy"] for said in workers.ended.values()),
    }
