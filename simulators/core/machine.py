"""Transition tables and the one interpreter that runs them.

A machine holds no state of its own: callers keep the state, ask `next`, and get either the
following state or `Refused`. What is not in the table cannot happen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Move:
    """`event` leads from `source` to `target`; `basis` names the atoms or says that it is assumed."""

    source: str
    event: str
    target: str
    basis: str


@dataclass(frozen=True, slots=True)
class Timed:
    """When `timer` runs out in `source`, the state becomes `target` without anybody's doing."""

    source: str
    timer: str
    target: str
    basis: str


class Refused(Exception):
    """The table has no row for this event in this state. Nothing was changed."""

    def __init__(self, machine: str, state: str, event: str, allowed: Iterable[str]) -> None:
        self.machine, self.state, self.event = machine, state, event
        self.allowed = tuple(sorted(allowed))
        listed = ", ".join(self.allowed) or "nothing"
        super().__init__(f"{machine}: {event!r} is not possible in {state!r}; possible: {listed}")


class Machine:
    """A checked transition table over string states and events."""

    def __init__(
        self,
        name: str,
        states: Iterable[str],
        initial: str,
        moves: Iterable[Move],
        timed: Iterable[Timed] = (),
    ) -> None:
        self.name, self.initial = name, initial
        self.states = tuple(states)
        self.moves, self.timed = tuple(moves), tuple(timed)
        self._next = {(move.source, move.event): move.target for move in self.moves}
        self._timers = {
            state: tuple(row for row in self.timed if row.source == state) for state in self.states
        }
        self._check()

    def _check(self) -> None:
        rows: tuple[Move | Timed, ...] = (*self.moves, *self.timed)
        named = {self.initial}.union(*({row.source, row.target} for row in rows))
        unknown = named - set(self.states)
        if unknown:
            raise ValueError(f"{self.name}: states {sorted(unknown)} are in the table but not declared")
        if len(self._next) != len(self.moves):
            raise ValueError(f"{self.name}: two moves start from the same state with the same event")

    @property
    def events(self) -> tuple[str, ...]:
        """The events of the table, in its order."""
        return tuple(dict.fromkeys(move.event for move in self.moves))

    def allows(self, state: str) -> frozenset[str]:
        """The events that the table lists for `state`."""
        return frozenset(event for source, event in self._next if source == state)

    def next(self, state: str, event: str) -> str:
        """The state after `event`, or Refused."""
        try:
            return self._next[state, event]
        except KeyError:
            raise Refused(self.name, state, event, self.allows(state)) from None

    def due(self, state: str, timers: Mapping[str, object]) -> tuple[Timed, ...]:
        """The timed rows of `state` whose timer is among `timers`."""
        return tuple(row for row in self._timers[state] if row.timer in timers)
