"""Keeps a process's watch with the platform's clock: asks it now and then, believes the quickest answers, knows the parts."""

from __future__ import annotations

from collections.abc import Sequence

from gevent.event import Event

from conformance.load.bench import Bench, Shown, Silent
from conformance.load.pace import Part
from conformance.load.watch import Watch

EVERY_S = 0.5
"""Wall seconds between two looks at the platform's clock."""
STALE_S = 20.0
"""After so long a worse look counts more than a better one that is old."""


class Timekeeper:
    """`leads`: it also sets the pace of each part; only one process of a run does."""

    def __init__(self, bench: Bench, watch: Watch, parts: Sequence[Part], *, leads: bool) -> None:
        self._bench, self._watch, self._leads = bench, watch, leads
        self._parts = list(parts)
        self._doubt, self._taken = float("inf"), 0.0
        self.doubt_ms = 0.0
        """The greatest doubt of the watch so far, in exam milliseconds: half of the way to the clock and back."""

    def look(self) -> None:
        """Ask the clock once, and believe it if the answer came quickly; a platform that is away is asked again later."""
        began = self._watch.wall()
        try:
            shown = self._bench.clock()
        except Silent:
            return
        self._believe(shown, began)

    def run(self) -> None:
        """Until the day is over."""
        while True:
            Event().wait(self._nap())
            if self._parts and self._watch.now() >= self._parts[0].begins:
                self._begin(self._parts.pop(0))
            self.look()

    def _nap(self) -> float:
        if not self._parts:
            return EVERY_S
        return min(EVERY_S, max(-self._watch.ms_since(self._parts[0].begins) / 1000, 0.001))

    def _begin(self, part: Part) -> None:
        """A part begins: whoever leads sets its pace, the others expect it."""
        began = self._watch.wall()
        if not self._leads:
            self._watch.set(self._watch.now(), began, part.factor)
            self._doubt = float("inf")
            return
        try:
            self._believe(self._bench.pace(part.factor), began)
        except Silent:
            self._parts.insert(0, part)

    def _believe(self, shown: Shown, began: float) -> None:
        ended = self._watch.wall()
        doubt = (ended - began) / 2
        if shown.rate == self._watch.rate and doubt > self._doubt and ended - self._taken < STALE_S:
            return
        self._doubt, self._taken = doubt, ended
        self.doubt_ms = max(self.doubt_ms, doubt * shown.rate * 1000)
        self._watch.set(shown.now, (began + ended) / 2, shown.rate)
