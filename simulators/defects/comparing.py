"""Puts into the clean program the expressions that releases have in the place of its own: each is asked beside it, and told where it
gives something else."""

import ast
from collections import defaultdict
from collections.abc import Callable, Mapping

from simulators.defects import places

PROBE = "__beside__"
Asked = tuple[int, ast.expr]
"""The number of a place, and what is asked there."""


def put(module: str, tree: ast.Module, numbers: Mapping[str, int]) -> None:
    """Put what stands in the names of these places where it belongs; the program calls `PROBE` with the number, the value of its own, and
    how to ask for the other."""
    asked: dict[str, list[Asked]] = defaultdict(list)
    for name, number in numbers.items():
        place, _, text = name.partition(places.BESIDE)
        asked[place].append((number, ast.parse(text, mode="eval").body))
    suites = {id(suite): suite for node in places.functions(tree) for suite in places.suites(node)}
    _Values(module, asked).visit(tree)
    for suite in suites.values():
        for statement in list(suite):
            at = suite.index(statement)
            suite[at:at] = map(_question, asked.get(places.point(module, statement), ()))


def same(value: object, other: Callable[[], object]) -> bool:
    """Whether the other gives the same; not where it gives nothing, or what cannot be compared."""
    try:
        there = other()
        return bool(type(value) is type(there) and value == there and repr(value) == repr(there))
    except Exception:  # noqa: BLE001 - whatever it raises, the clean one has not
        return False


class _Values(ast.NodeTransformer):
    def __init__(self, module: str, asked: Mapping[str, list[Asked]]) -> None:
        self._module, self._asked = module, asked

    def visit(self, node: ast.AST) -> ast.AST:
        if not isinstance(node, ast.expr):
            return self.generic_visit(node)
        place = places.expression(self._module, node)
        if not isinstance(node, ast.JoinedStr):  # whose parts stand elsewhere by their lines and columns
            self.generic_visit(node)
        made: ast.expr = node
        for number, other in self._asked.get(place, ()):
            made = _call(number, made, other)
        return made


def _question(asked: Asked) -> ast.stmt:
    number, test = asked
    return ast.Expr(_call(number, ast.Constant(True), ast.UnaryOp(ast.Not(), test)))


def _call(number: int, value: ast.expr, other: ast.expr) -> ast.expr:
    nothing = ast.arguments([], [], None, [], [], None, [])
    return ast.Call(
        ast.Name(PROBE, ast.Load()), [ast.Constant(number), value, ast.Lambda(nothing, other)], []
    )
