"""The places of a program: its functions, each named `module:line.column-line.column` by its body."""

import ast
from collections.abc import Iterator

from simulators.defects.applying import source
from simulators.defects.rows import Defect, DefectError

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Spot = tuple[int, int]
"""Line and column, as `ast` counts them: from 1, in lines, and from 0, in bytes."""


def of(defect: Defect) -> list[str]:
    """Where a release with this defect differs; nowhere in particular where it differs outside of all functions."""
    found = [_holding(change.module, change.was) for change in defect.change]
    return sorted(set(found)) if all(found) else []


def functions(tree: ast.AST) -> Iterator[Function]:
    """All functions, those within others after them."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def name(module: str, node: Function) -> str:
    """The name of a function's place."""
    (line, column), (last, end) = _body(node)
    return f"{module}:{line}.{column}-{last}.{end}"


def _holding(module: str, was: str) -> str:
    """The innermost function whose body holds the text; empty where none does."""
    text = source(module)
    start = text.find(was)
    if start < 0:
        raise DefectError(f"{module}: {was!r} stands there 0 times; expected once")
    first, last = _spot(text, start), _spot(text, start + len(was.rstrip()))
    held = [node for node in functions(ast.parse(text)) if _body(node)[0] <= first and last <= _body(node)[1]]
    return name(module, held[-1]) if held else ""


def _body(node: Function) -> tuple[Spot, Spot]:
    first, last = (node.body, node.body) if isinstance(node, ast.Lambda) else (node.body[0], node.body[-1])
    assert last.end_lineno is not None
    assert last.end_col_offset is not None
    return (first.lineno, first.col_offset), (last.end_lineno, last.end_col_offset)


def _spot(text: str, index: int) -> Spot:
    begins = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, len(text[begins:index].encode())
