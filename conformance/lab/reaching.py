"""A target at hand without a run: started where it has to be, with its bench, and with the way to each of its phones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from conformance.instants import Instants
from conformance.lab import launch
from conformance.lab.appium import ways
from conformance.lab.appium.ways import Way
from conformance.lab.benches import bench_at, lend
from conformance.lab.stagehand import Stagehand
from conformance.request import RunRequest
from conformance.season import Season
from conformance.target import Target
from reports.form import Text

UNREACHED = Text("No phone was reached.", "未能连接任何手机。")


@contextmanager
def stage(target: Target, season: Season, seed: int = 1) -> Iterator[Stagehand]:
    """A stagehand for the block, and the end of everything after it; an Outcome where the target cannot be reached."""
    request = RunRequest(season=str(season.path), target=target.name, seed=seed)
    with ExitStack() as stack:
        outside = stack.enter_context(ways.room(target.appium))
        appium = stack.enter_context(ways.serving(target.appium, outside, private=bool(target.start)))
        running = stack.enter_context(launch.running(target, request, outside))
        bench = bench_at(target, running.address)
        stack.callback(bench.close)
        way = Way(running.address.webdriver, target, bench, appium)
        found = Stagehand(bench, bench.controls(), target, Instants(season), seed, way.connect)
        lend(found)
        stack.callback(found.close)
        yield found
