"""Which expression of a changed function may give something else, and what: where it gives the same, the release is the clean one.

A mistake shows only where it is reached, gives another value there, and that value comes to somebody's notice; here it is asked
for the first two. The other expression is asked beside the clean one, so that both have to change nothing by being asked.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

CLEAR = {
    *("abs", "all", "any", "bool", "float", "frozenset", "int", "len", "max", "min", "round", "set", "sorted", "str", "sum", "tuple"),
    *("endswith", "items", "keys", "lower", "replace", "startswith", "strip", "upper", "values"),
    *("_allowed", "isinstance", "limit", "limit_or", "now", "same_province", "timedelta", "uptime"),
}  # fmt: skip
"""What changes nothing by being called: of the language, and of the simulated world."""
WHOLE = (ast.JoinedStr, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
"""What is looked at as one: its parts have no place of their own, or are asked elsewhere."""
PART = (ast.Starred, ast.Slice, ast.Lambda, ast.GeneratorExp)
"""What is no value that could be compared."""
THROUGH = (ast.expr, ast.keyword, ast.withitem)


@dataclass(frozen=True, slots=True)
class Value:
    """A function does the same until `node` gives something else than `other` would there."""

    node: ast.expr
    other: ast.expr


@dataclass(frozen=True, slots=True)
class Question:
    """A function does the same until `test`, asked before `statement`, is true."""

    statement: ast.stmt
    test: ast.expr


def value(one: ast.AST, other: ast.AST) -> Value | None:
    """The largest expression in which alone two nodes differ and that can be asked beside the clean one: what is the same in the end
    does not show."""
    if _is_value(one) and _is_value(other) and _clear(one) and _clear(other):
        return Value(one, other)
    if type(one) is not type(other) or isinstance(one, WHOLE):
        return None
    differing = [
        part for part in _parts(one, other) if part is None or ast.dump(part[0]) != ast.dump(part[1])
    ]
    return value(*differing[0]) if len(differing) == 1 and differing[0] is not None else None


def question(statement: ast.stmt, asking: ast.stmt) -> Question | None:
    """Of a statement that does something only where its test is true, and that one of two functions has before `statement`."""
    if isinstance(asking, ast.If) and not asking.orelse and _clear(asking.test):
        return Question(statement, asking.test)
    return None


def refusal(asked: ast.Lambda) -> Value | None:
    """Of the function of a row that is gone and said yes or no: a row that says no is passed over."""
    return Value(asked.body, ast.Constant(False)) if _says_yes_or_no(asked.body) else None


def _says_yes_or_no(node: ast.expr) -> bool:
    if isinstance(node, ast.BoolOp):
        return all(map(_says_yes_or_no, node.values))
    return isinstance(node, ast.Compare) or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not))


def _is_value(node: ast.AST) -> TypeGuard[ast.expr]:
    return (
        isinstance(node, ast.expr)
        and not isinstance(node, PART)
        and isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
    )


def _parts(one: ast.AST, other: ast.AST) -> Iterator[tuple[ast.AST, ast.AST] | None]:
    """The parts of two nodes of one kind, each with its twin; None for a part that differs in something else than its value."""
    for field, mine in ast.iter_fields(one):
        a, b = (some if isinstance(some, list) else [some] for some in (mine, getattr(other, field)))
        if len(a) != len(b):
            yield None
        for this, that in zip(a, b, strict=False):
            if field != "func" and isinstance(this, THROUGH) and isinstance(that, THROUGH):
                yield this, that
            elif _said(this) != _said(that):
                yield None


def _said(part: object) -> object:
    return ast.dump(part) if isinstance(part, ast.AST) else part


def _clear(node: ast.expr) -> bool:
    """Whether it can be asked without anything being another afterwards, and be said in a line."""
    return all(_harmless(one) for one in ast.walk(node)) and "\n" not in ast.unparse(node)


def _harmless(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        called = node.func
        return (called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")) in CLEAR
    return not isinstance(node, ast.NamedExpr | ast.Await | ast.Yield | ast.YieldFrom)
