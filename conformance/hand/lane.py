"""The script as far as it is done: what is open at each place, what was said, and when a sheet is over.

One sheet is open at a time, as there is one pair of phones. Givens and Whens come one after the other; Thens that follow
each other are open together, so that operators answer side by side. A sheet ends with the first group of sentences of
which something is not as it should be.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from conformance.hand.answers import CHOICES, Answer, Joined, Kept
from conformance.hand.script import Line, Sheet
from conformance.target.hand import Place

GOOD = {"done", "seen"}


class NotOpen(Exception):
    """Nothing is asked of this place there, or no more."""


class NotSo(Exception):
    """What was said is no answer to this sentence."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A sheet with what was said of it; `over` once nothing more is asked."""

    sheet: Sheet
    answers: tuple[Answer, ...] = ()

    def of(self, line: Line) -> tuple[Answer, ...]:
        return tuple(one for one in self.answers if one.line == line.number)

    def open(self) -> Iterator[tuple[Line, Place]]:
        """What is asked now: the first group that is not answered whole, unless one before it went wrong."""
        for group in _groups(self.sheet.lines):
            waiting = [
                (line, place)
                for line in group
                for place in line.places
                if not any(one.place == place for one in self.of(line))
            ]
            if waiting:
                yield from waiting
                return
            if any(one.said not in GOOD for line in group for one in self.of(line)):
                return

    @property
    def over(self) -> bool:
        return next(self.open(), None) is None


class Lane:
    """All sheets of a run; shared by the pages' threads and the run. `version` grows with whatever changes."""

    def __init__(self, sheets: Sequence[Sheet], kept: Kept) -> None:
        self._kept, self._changed = kept, threading.Condition()
        self._standings = {one.case.id: Standing(one) for one in sheets}
        self.joined: dict[Place, Joined] = {}
        self.version, self.closed = 0, False
        for said in kept.read():
            self._note(said)

    def join(self, said: Joined) -> None:
        """Somebody stands at a place from now on."""
        with self._changed:
            self._keep(said)

    def answer(self, said: Answer) -> None:
        """An answer; the same one once more changes nothing. NotOpen, NotSo."""
        with self._changed:
            standing = self._standings.get(said.case)
            if standing is None:
                raise NotOpen
            if any(_same(one, said) for one in standing.answers):
                return
            line = next(
                (line for line, place in standing.open() if (line.number, place) == (said.line, said.place)),
                None,
            )
            if line is None or standing is not self._current():
                raise NotOpen
            choices = CHOICES[line.kind]
            if said.said not in choices or (said.said != choices[0] and not said.note.strip()):
                raise NotSo
            self._keep(said)

    def current(self) -> Standing | None:
        """The sheet that is open; None once all are over."""
        with self._changed:
            return self._current()

    def done(self) -> tuple[int, int]:
        """How many sheets are over, and how many there are."""
        with self._changed:
            return sum(one.over for one in self._standings.values()), len(self._standings)

    def after(self, version: int, seconds: float) -> int:
        """The version there is, once it is another one than `version` or the time is up."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self.version != version, seconds)
            return self.version

    def finished(self) -> Iterator[Standing]:
        """Each sheet once it is over, in their order; waits for the operators. Ends with the last one."""
        for name in list(self._standings):
            with self._changed:
                self._changed.wait_for(lambda name=name: self._standings[name].over)  # type: ignore[misc]
                standing = self._standings[name]
            yield standing

    def close(self) -> None:
        """Nothing more is asked; whoever waits for a change is told."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def _current(self) -> Standing | None:
        return next((one for one in self._standings.values() if not one.over), None)

    def _keep(self, said: Joined | Answer) -> None:
        self._kept.add(said)
        self._note(said)
        self._changed.notify_all()

    def _note(self, said: Joined | Answer) -> None:
        self.version += 1
        if isinstance(said, Joined):
            self.joined[said.place] = said
        elif said.case in self._standings:
            before = self._standings[said.case]
            self._standings[said.case] = replace(before, answers=(*before.answers, said))


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Each Given and When by itself, Thens that follow each other together."""
    for kind, found in groupby(lines, key=lambda line: line.kind):
        if kind == "then":
            yield list(found)
        else:
            yield from ([line] for line in found)


def _same(one: Answer, other: Answer) -> bool:
    """Whether an answer was handed in twice, as after a connection that was lost on the way back."""
    return replace(one, at="") == replace(other, at="")
