"""The ways to a simulated phone that are measured side by side: our own endpoint, and real drivers behind a real Appium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.measured import Missing
from conformance import season, target
from conformance.lab import reaching
from conformance.lab.appium import ways
from conformance.lab.stagehand import Stagehand
from conformance.outcome import Outcome
from conformance.saying import Stopped

TARGETS = {"endpoint": "simulated", "appium-android": "appium-android", "appium-ios": "appium-ios"}
"""The lanes, by the targets that use them."""
SEASON = "zjcm-2023"


@contextmanager
def lane(name: str) -> Iterator[Stagehand]:
    """The phones of a lane, up and ready; Missing where what it needs is not on this machine."""
    judged = target.load(TARGETS[name])
    if judged.appium is not None:
        try:
            ways.installed(judged.appium)
        except Stopped as missing:
            raise Missing(missing.sentence.en) from missing
    try:
        with reaching.stage(judged, season.load(SEASON)) as stage:
            yield stage
    except Outcome as fault:
        raise RuntimeError(f"{name}: {fault.cause} {fault.seen}") from fault
