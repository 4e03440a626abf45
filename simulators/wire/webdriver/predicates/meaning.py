"""What a predicate means: a function of an element, which is known by its attributes."""

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from simulators.wire.webdriver.predicates.comparing import comparison, is_number
from simulators.wire.webdriver.predicates.grammar import parse
from simulators.wire.webdriver.predicates.tree import (
    Arithmetic,
    Comparison,
    Constant,
    Every,
    Expression,
    Function,
    Literal,
    Many,
    Negation,
    Path,
    Predicate,
    PredicateError,
    Some,
)

Read = Callable[[str], Any]
"""An element's attribute of that name."""
Holds = Callable[[Read], bool]
Value = Callable[[Read], Any]

ARITHMETIC: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "**": operator.pow,
}
FUNCTIONS: Mapping[str, tuple[type | tuple[type, ...], Callable[[Any], Any]]] = {
    "uppercase": (str, str.upper),
    "lowercase": (str, str.lower),
    "length": (str, len),
    "abs": ((int, float), abs),
    "ceiling": ((int, float), math.ceil),
    "floor": ((int, float), math.floor),
}
"""Each with the kind of value that it takes."""


@lru_cache(maxsize=512)
def compiled(text: str, names: frozenset[str]) -> Holds:
    """The predicate in `text`, for elements that have attributes of these names. PredicateError."""
    return _Compiler(names).predicate(parse(text))


class _Compiler:
    """Turns a tree into functions, and finds what has no meaning before anything is compared."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def predicate(self, node: Predicate) -> Holds:
        match node:
            case Constant(holds):
                return lambda _: holds
            case Negation(part):
                inner = self.predicate(part)
                return lambda read: not inner(read)
            case Every(parts):
                every = tuple(map(self.predicate, parts))
                return lambda read: all(one(read) for one in every)
            case Some(parts):
                some = tuple(map(self.predicate, parts))
                return lambda read: any(one(read) for one in some)
            case Comparison(left, sign, right, options):
                compare = comparison(sign, options, right)
                first, second = self.expression(left), self.expression(right)
                return lambda read: compare(first(read), second(read))
        raise TypeError(f"no predicate: {node!r}")

    def expression(self, node: Expression) -> Value:
        match node:
            case Literal(value):
                return lambda _: value
            case Path(names):
                return self._path(names)
            case Many(items):
                values = tuple(map(self.expression, items))
                return lambda read: [one(read) for one in values]
            case Arithmetic(sign, left, right):
                first, second = self.expression(left), self.expression(right)
                return lambda read: _calculated(sign, first(read), second(read))
            case Function(name, arguments):
                return self._function(name, arguments)
        raise TypeError(f"no expression: {node!r}")

    def _path(self, names: tuple[str, ...]) -> Value:
        if not names:
            raise PredicateError("SELF is an element, which cannot be compared; name one of its attributes")
        first, *rest = names
        if first not in self._names:
            raise PredicateError(f"an element has no {first!r}; it has {', '.join(sorted(self._names))}")
        return lambda read: _followed(read(first), rest)

    def _function(self, name: str, arguments: tuple[Expression, ...]) -> Value:
        if name not in FUNCTIONS or len(arguments) != 1:
            raise PredicateError(
                f"no function {name} of {len(arguments)}; there are, of one, {', '.join(FUNCTIONS)}"
            )
        kind, apply = FUNCTIONS[name]
        argument = self.expression(arguments[0])
        return lambda read: _applied(apply, kind, argument(read))


def _followed(value: Any, names: Sequence[str]) -> Any:
    """What a key path leads to from there: a side of a rectangle, the length of a text."""
    for name in names:
        if isinstance(value, str) and name == "length":
            value = len(value)
        elif isinstance(value, Mapping) and name in value:
            value = value[name]
        else:
            return None
    return value


def _applied(apply: Callable[[Any], Any], kind: type | tuple[type, ...], value: Any) -> Any:
    """Nothing for a value of another kind, and for what is no finite number."""
    try:
        return apply(value) if isinstance(value, kind) else None
    except (ArithmeticError, ValueError):
        return None


def _calculated(sign: str, left: Any, right: Any) -> Any:
    """Nothing where there is no number to be had."""
    if not (is_number(left) and is_number(right)):
        return None
    try:
        return ARITHMETIC[sign](float(left), float(right))
    except (ArithmeticError, ValueError, TypeError):
        return None
