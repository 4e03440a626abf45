"""All phones in one process."""

from __future__ import annotations

from pathlib import Path

from conformance.load import pace
from conformance.load.order import Order
from conformance.load.play.cast import TELL_S, cast, environment, progress, show
from conformance.load.play.saying import say

SPAWNED_A_SECOND = 2000


def play(given: Order) -> None:
    """Play the whole day."""
    file = (Path(given.folder) / "users-0.jsonl").open("wb", buffering=1 << 20)
    there = cast(given, file, None, leads=True)
    runner = environment(there.user(given.platform), given).create_local_runner()
    show(runner, given)
    runner.start(there.count, spawn_rate=SPAWNED_A_SECOND, wait=False)
    while runner.spawning_greenlet and not runner.spawning_greenlet.ready():
        runner.spawning_greenlet.join(TELL_S)
    say(event="ready")
    try:
        there.play(lambda line: say(**progress(runner, line)))
        there.stage.watch.until(pace.settled(there.stage.day.crowd))
    finally:
        runner.quit()
    say(event="played", **there.ended())
