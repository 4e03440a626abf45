"""Where a release differs from the clean one, as names of places."""

from collections.abc import Iterator

from simulators.defects import machines, places
from simulators.defects.applying import changed, source
from simulators.defects.differing import Everywhere, Name, Point, differences
from simulators.defects.infecting import Question, Value
from simulators.defects.readers import Unclear, readers
from simulators.defects.rows import Change, Defect, DefectError


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
        if isinstance(one, Everywhere):
            raise Unclear(module)
        if isinstance(one, Name):
            yield from (places.name(where, node) for where, node in readers(module, one.name))
        elif isinstance(one, Point):
            yield places.point(module, one.statement)
        elif isinstance(one, Value | Question):
            yield places.beside(module, one)
        else:
            yield places.name(module, one)
