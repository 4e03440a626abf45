"""Where a release differs from the clean one, as names of places."""

from collections.abc import Iterator

from simulators.defects import machines, places
from simulators.defects.applying import changed, source
from simulators.defects.differing import Difference, Everywhere, Name, Point, differences, of_function
from simulators.defects.infecting import Question, Value
from simulators.defects.readers import Unclear, readers
from simulators.defects.rows import Change, Defect, DefectError
from simulators.defects.substituting import substituted


def of(defect: Defect) -> list[str]:
    """Where alone a release with this defect can do something else: where none of these is come to, it is the clean one.

    Nowhere in particular (no place) where it differs outside of all functions in a way that may show in anything, or is no release
    at all: the process that is started as it says why.
    """
    by_module: dict[str, list[Change]] = {}
    for change in defect.change:
        by_module.setdefault(change.module, []).append(change)
    try:
        found = {place for module, its in by_module.items() for place in _of_module(module, its)}
    except (Unclear, DefectError, SyntaxError):
        return []
    return sorted(found)


def _of_module(module: str, changes: list[Change]) -> Iterator[str]:
    clean = source(module)
    found = list(differences(clean, changed(clean, changes)))
    tables = machines.differing(module, changes)
    yield from tables.rows
    for one in found:
        if isinstance(one, Name) and one.name in tables.names:
            continue
        yield from _read(module, one) if isinstance(one, Name) else [_place(module, one)]


def _read(module: str, name: Name) -> Iterator[str]:
    """Where those who read the name differ: as if its other value were written there, or wholly."""
    for where, function, known_as in readers(module, name.name):
        written = known_as and substituted(function, known_as, name, at_home=where == module)
        yield from (_place(where, one) for one in (of_function(function, written) if written else [function]))


def _place(module: str, one: Difference) -> str:
    if isinstance(one, Everywhere | Name):
        raise Unclear(module)
    if isinstance(one, Point):
        return places.point(module, one.statement)
    if isinstance(one, Value | Question):
        return places.beside(module, one)
    return places.name(module, one)
