"""One of several playing processes: it plays the candidates that its master gives it, and tells what they were told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from gevent.event import AsyncResult
from locust.runners import WorkerRunner

from conformance.load.order import Order
from conformance.load.play.candidate import candidate
from conformance.load.play.cast import Cast, cast, environment
from conformance.load.told import Sink

ABOUT = 1 << 18
"""Bytes of records that are sent to the master at once."""


@dataclass(slots=True)
class Sent:
    """Records on their way to a master on another machine."""

    send: Callable[[bytes], None]
    _held: bytearray = field(default_factory=bytearray)

    def write(self, line: bytes, /) -> None:
        self._held += line
        if len(self._held) > ABOUT:
            self.flush()

    def flush(self) -> None:
        if self._held:
            self.send(bytes(self._held))
            self._held.clear()

    close = flush


def play(given: Order) -> None:
    """Wait for the master's word, play, and tell the master at the end."""
    user = candidate(None, "http://master")  # where the platform is, the master says
    made = environment(user, given)
    runner = made.create_worker_runner(given.host, given.port)
    given_part: AsyncResult = AsyncResult()
    runner.register_message("play", lambda msg, **_: given_part.set(msg.data))
    part: dict[str, Any] = given_part.get()
    there = _cast(given, part, runner)
    user.stage = there.stage
    runner.send_message("cast")
    there.play(lambda line: runner.send_message("played", {"played": line["played"]}))
    runner.send_message("ended", there.ended())
    runner.greenlet.join()


def _cast(given: Order, part: dict[str, Any], runner: WorkerRunner) -> Cast:
    """The master's order is followed, but for the folder, which is this machine's own, if there is one in common."""
    whole = msgspec.json.decode(part["order"], type=Order)
    mine = range(part["number"], whole.played.day.candidates, part["of"])
    sink: Sink = Sent(lambda lines: runner.send_message("told", {"lines": lines}))
    if given.folder:
        sink = (Path(given.folder) / f"users-{part['number']}.jsonl").open("wb", buffering=1 << 20)
    return cast(whole, sink, mine, leads=False)
