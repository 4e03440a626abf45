"""The places of a program: its functions, each named `module:line.column-line.column` by its body, and its statements, each named
`module:line.column` by its beginning."""

import ast
from collections.abc import Iterator

from simulators.defects.applying import changed, source
from simulators.defects.differing import Everywhere, Function, Name, Point, differences
from simulators.defects.narrowing import SUITES
from simulators.defects.readers import Unclear, readers
from simulators.defects.rows import Change, Defect, DefectError

Spot = tuple[int, int]
"""Line and column, as `ast` counts them: from 1, in lines, and from 0, in bytes."""


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


def functions(tree: ast.AST) -> Iterator[Function]:
    """All functions, those within others after them."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def name(module: str, node: Function) -> str:
    """The name of a function's place."""
    (line, column), (last, end) = _body(node)
    return f"{module}:{line}.{column}-{last}.{end}"


def suites(node: Function) -> Iterator[list[ast.stmt]]:
    """The lists of statements that a function has."""
    for one in ast.walk(node) if not isinstance(node, ast.Lambda) else ():
        for field in SUITES:
            suite = getattr(one, field, None)
            if isinstance(suite, list):
                yield suite


def point(module: str, node: ast.stmt) -> str:
    """The name of a statement's place."""
    return f"{module}:{node.lineno}.{node.col_offset}"


def _of_module(module: str, changes: list[Change]) -> Iterator[str]:
    clean = source(module)
    for one in differences(clean, changed(clean, changes)):
        if isinstance(one, Everywhere):
            raise Unclear(module)
        if isinstance(one, Name):
            yield from (name(where, node) for where, node in readers(module, one.name))
        elif isinstance(one, Point):
            yield point(module, one.statement)
        else:
            yield name(module, one)


def _body(node: Function) -> tuple[Spot, Spot]:
    first, last = (node.body, node.body) if isinstance(node, ast.Lambda) else (node.body[0], node.body[-1])
    assert last.end_lineno is not None
    assert last.end_col_offset is not None
    return (first.lineno, first.col_offset), (last.end_lineno, last.end_col_offset)
