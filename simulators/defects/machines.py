"""Transition tables: which rows a changed module has otherwise, told by the tables themselves and not by their syntax; and who asks
for these rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulators.core.machine import Machine
from simulators.defects import places
from simulators.defects.applying import loaded, source
from simulators.defects.readers import Unclear, feeding
from simulators.defects.rows import Change


@dataclass(frozen=True, slots=True)
class Tables:
    """`names`: what a module calls its tables and that of which they alone are made; `rows`: the places where these differ."""

    names: frozenset[str] = frozenset()
    rows: tuple[str, ...] = ()


def differing(module: str, changes: Sequence[Change]) -> Tables:
    """Unclear where a table is another than before in more than its rows. What other modules make of rows when they are loaded
    has to be asked for together with the table, as the fold does.
    """
    if "Machine(" not in source(module):
        return Tables()
    clean, changed = _tables(module, ()), _tables(module, changes)
    if clean.keys() != changed.keys():
        raise Unclear(f"{module} has other tables")
    rows = tuple(row for name, one in clean.items() for row in _rows(one, changed[name]))
    return Tables(feeding(module, frozenset(clean)), rows)


def watch(numbers: Mapping[str, int], reached: Callable[[int], object]) -> None:
    """From now on the number of each of these rows is told when a table is asked for it, whether the table has it or not."""
    watched: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for name, number in numbers.items():
        machine, state, event = places.of_row(name)
        watched[machine, state][event] = number
    following, due, allows = Machine.next, Machine.due, Machine.allows

    def tell(machine: Machine, state: str, asked: Iterable[str] | None = None) -> None:
        there = watched.get((machine.name, state), {})
        for event in there if asked is None else there.keys() & set(asked):
            reached(there[event])

    def told_next(self: Machine, state: str, event: str) -> str:
        tell(self, state, (event,))
        return following(self, state, event)

    def told_due(self: Machine, state: str, timers: Mapping[str, object]) -> tuple[object, ...]:
        tell(self, state, timers)
        return due(self, state, timers)

    def told_allows(self: Machine, state: str) -> frozenset[str]:
        tell(self, state)
        return allows(self, state)

    for name, told in (("next", told_next), ("due", told_due), ("allows", told_allows)):
        setattr(Machine, name, told)


def _tables(module: str, changes: Sequence[Change]) -> dict[str, Machine]:
    try:
        made = loaded(module, changes)
    except Exception as fault:
        raise Unclear(f"{module}: {fault}") from fault
    return {name: one for name, one in vars(made).items() if isinstance(one, Machine)}


def _rows(clean: Machine, changed: Machine) -> Iterator[str]:
    if (clean.name, clean.states, clean.initial) != (changed.name, changed.states, changed.initial):
        raise Unclear(f"the table {clean.name} has other states")
    for (state, event), _ in _moves(clean) ^ _moves(changed):
        yield places.row(clean.name, state, event)
    for state in clean.states:
        mine, theirs = _timed(clean, state), _timed(changed, state)
        for timer, _ in [] if mine == theirs else [*mine, *theirs]:
            yield places.row(clean.name, state, timer)


def _moves(machine: Machine) -> set[tuple[tuple[str, str], str]]:
    return {((move.source, move.event), move.target) for move in machine.moves}


def _timed(machine: Machine, state: str) -> list[tuple[str, str]]:
    return [(row.timer, row.target) for row in machine.timed if row.source == state]
