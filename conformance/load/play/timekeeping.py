"""Keeps a process's watch with the platform's clock: asks it now and then, and sets the pace of each part of the day.

What an answer shows held at some instant between question and answer. Each answer so says between which bounds the watch
is off, and together they say it more closely than the quickest of them; that holds for a platform that is busy, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from conformance.load.bench import Bench, Shown, Silent
from conformance.load.pace import Part
from conformance.load.watch import Piece, Watch

EVERY_S = 0.5
"""Wall seconds between two looks at the platform's clock."""
SETTLED = 5
"""So many answers make the doubt one that counts."""
TURNING_S = 0.02
PATIENT_S = 2.0
"""Wall seconds between two looks while a turn of the pace is expected, and for how long it is believed in unseen."""


class Timekeeper:
    """`leads`: it also sets the pace of each part; only one process of a run does, and the others expect it."""

    def __init__(self, bench: Bench, watch: Watch, parts: Sequence[Part], *, leads: bool) -> None:
        self._bench, self._watch, self._leads = bench, watch, leads
        self._parts = list(parts)
        self._since: datetime | None = None
        self._known = watch.piece
        self._expecting: float | None = None
        self._early, self._late = float("-inf"), float("inf")
        self._answers = 0
        self.doubt_ms = 0.0
        """The greatest doubt of the watch, in exam milliseconds: half of the way between its bounds."""

    def look(self) -> None:
        """Ask the clock once; a platform that is away is asked again later."""
        began = self._watch.wall()
        try:
            shown = self._bench.clock()
        except Silent:
            return
        self.believe(shown, began)

    def run(self) -> None:
        """Until the day is over."""
        while True:
            self._watch.rest(self._nap())
            if self._parts and self._watch.now() >= self._parts[0].begins:
                self._begin(self._parts[0])
            self.look()

    def expect(self, rate: float) -> None:
        """The pace is about to turn: the watch goes by the new one already, until the clock says when it was."""
        now = self._watch.wall()
        self._watch.set(Piece(self._watch.now(), now, rate))
        self._expecting = now + PATIENT_S

    def believe(self, shown: Shown, began: float) -> None:
        """What the clock showed after the wall instant `began`, and before now."""
        ended = self._watch.wall()
        turned = shown.since is None or shown.since != self._since
        if self._expecting is not None:
            if not turned and ended < self._expecting:
                return
            self._expecting = None
            self._watch.set(self._known)
        if turned:
            self._turned(shown, (began + ended) / 2)
        off = self._watch.piece.wall_of(shown.now)
        self._early, self._late = max(self._early, began - off), min(self._late, ended - off)
        if self._early > self._late:  # the wall itself was set, or the platform's
            self._early, self._late = began - off, ended - off
        middle = (self._early + self._late) / 2
        self._watch.shift(middle)
        self._known = self._watch.piece
        self._watch.confirm(turned=turned)
        self._early, self._late = self._early - middle, self._late - middle
        self._answers += 1
        if self._answers >= SETTLED:
            self.doubt_ms = max(self.doubt_ms, self._late * shown.rate * 1000)

    def _turned(self, shown: Shown, middle: float) -> None:
        """The clock goes at another pace than it did. When it turned is known by the pace before, if there was one."""
        if self._since is not None and shown.since is not None:
            self._watch.set(Piece(shown.since, self._known.wall_of(shown.since), shown.rate))
        else:
            self._watch.set(Piece(shown.now, middle, shown.rate))
            self._early, self._late = float("-inf"), float("inf")
        self._since = shown.since

    def _nap(self) -> float:
        if self._expecting is not None:
            return TURNING_S
        if not self._parts:
            return EVERY_S
        return min(EVERY_S, max(-self._watch.ms_since(self._parts[0].begins) / 1000, 0.001))

    def _begin(self, part: Part) -> None:
        """Set the pace of a part, or expect it to be set; a platform that is away is asked again."""
        if not self._leads:
            self.expect(part.factor)
        else:
            began = self._watch.wall()
            try:
                self.believe(self._bench.pace(part.factor), began)
            except Silent:
                return
        self._parts.remove(part)
