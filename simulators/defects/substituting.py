"""A name of a module that stands for something else shows where it is read: there a function is as if the other value were written out."""

import ast
from collections.abc import Sequence
from copy import deepcopy

from simulators.defects.differing import Function, Name


def substituted(function: Function, known_as: str, name: Name, *, at_home: bool) -> Function | None:
    """The function with the other value in the place of the name, which it knows under this one; of a mapping that differs in some
    keys it is nothing for these. None where the value is made of names that mean something in their own module alone."""
    if not at_home and any(isinstance(part, ast.Name) for part in ast.walk(name.other)):
        return None
    written = deepcopy(function)
    writing = _Written(known_as, name.other, _keys(name))
    if isinstance(written, ast.Lambda):
        written.body = writing.visit(written.body)
    else:
        written.body = [writing.visit(statement) for statement in written.body]
    return written


class _Written(ast.NodeTransformer):
    def __init__(self, name: str, other: ast.expr, keys: Sequence[ast.expr]) -> None:
        self._name, self._other, self._keys = name, other, keys

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        if not self._keys or not self._is_read(node.value):
            self.generic_visit(node)
            return node
        among = ast.Compare(deepcopy(node.slice), [ast.In()], [ast.Tuple(list(self._keys), ast.Load())])
        return ast.IfExp(among, ast.Constant(None), node)

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return deepcopy(self._other) if self._is_read(node) else node

    def _is_read(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Name) and node.id == self._name and isinstance(node.ctx, ast.Load)


def _keys(name: Name) -> list[ast.expr]:
    """The keys of a mapping under which alone it has something else; none where it is no mapping, or has other keys."""
    one, other = name.value, name.other
    if not isinstance(one, ast.Dict) or not isinstance(other, ast.Dict):
        return []
    if [*map(_said, one.keys)] != [*map(_said, other.keys)]:
        return []
    rows = zip(one.keys, one.values, other.values, strict=True)
    keys = [key for key, mine, theirs in rows if ast.dump(mine) != ast.dump(theirs)]
    return [key for key in keys if key is not None] if None not in keys else []


def _said(key: ast.expr | None) -> str:
    return ast.dump(key) if key is not None else ""
