"""Reading a predicate, from what binds least to what binds most: OR, AND, NOT, comparison, + -, * /, **, sign.

A parenthesis may hold a predicate or an expression, so both are read by one ladder, and each rung says which of the
two it needs.
"""

from collections.abc import Callable
from typing import TypeVar

from simulators.wire.webdriver.predicates.tokens import Token, tokens
from simulators.wire.webdriver.predicates.tree import (
    Arithmetic,
    Comparison,
    Every,
    Expression,
    Function,
    Literal,
    Many,
    Negation,
    Node,
    Path,
    Predicate,
    PredicateError,
    Some,
)
from simulators.wire.webdriver.predicates.words import COMPARISONS, CONSTANTS, POWERS, PRODUCTS, SUMS, number

T = TypeVar("T")
DEEPEST = 40
LONGEST = 100
"""The most parts of a sum or a product."""


def parse(text: str) -> Predicate:
    """The predicate in `text`; PredicateError where there is none."""
    reader = _Reader(tokens(text))
    node = reader.disjunction()
    if reader.next.group != "end":
        raise reader.unexpected("the end")
    return reader.truth(node)


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, words: list[Token]) -> None:
        self._words, self._place, self._depth = words, 0, 0

    @property
    def next(self) -> Token:
        return self._words[self._place]

    def unexpected(self, wanted: str) -> PredicateError:
        return PredicateError(f"expected {wanted}, not {self.next.text!r} at character {self.next.place}")

    def truth(self, node: Node) -> Predicate:
        if isinstance(node, Predicate):
            return node
        raise self.unexpected("a comparison, after a value that is compared with nothing,")

    def value(self, node: Node) -> Expression:
        if isinstance(node, Expression):
            return node
        raise self.unexpected("a value, after a predicate,")

    def disjunction(self) -> Node:
        first = self._conjunction()
        parts = [first]
        while self._take("OR", "||"):
            parts.append(self._conjunction())
        return first if len(parts) == 1 else Some(tuple(map(self.truth, parts)))

    def _conjunction(self) -> Node:
        first = self._negation()
        parts = [first]
        while self._take("AND", "&&"):
            parts.append(self._negation())
        return first if len(parts) == 1 else Every(tuple(map(self.truth, parts)))

    def _negation(self) -> Node:
        return self._deeper(self._negated) if self._take("NOT", "!") else self._comparison()

    def _negated(self) -> Node:
        return Negation(self.truth(self._negation()))

    def _comparison(self) -> Node:
        if self.next.group == "mark" and self.next.text in ("ANY", "ALL", "SOME", "NONE"):
            raise PredicateError(
                f"{self.next.text} needs a collection, and no attribute of an element is one"
            )
        left = self._sum()
        operator = COMPARISONS.get(self.next.text) if self.next.group == "mark" else None
        if operator is None:
            return left
        self._step()
        options = self._step().text if self.next.group == "options" else ""
        return Comparison(self.value(left), operator, self.value(self._sum()), options)

    def _sum(self) -> Node:
        return self._chain(self._product, SUMS)

    def _product(self) -> Node:
        return self._chain(self._power, PRODUCTS)

    def _power(self) -> Node:
        return self._chain(self._signed, POWERS)

    def _chain(self, part: Callable[[], Node], operators: tuple[str, ...]) -> Node:
        """Parts joined by operators that bind alike, from left to right."""
        node, count = part(), 1
        while operator := self._take(*operators):
            node, count = Arithmetic(operator, self.value(node), self.value(part())), count + 1
            if count > LONGEST:
                raise PredicateError(f"more than {LONGEST} parts are joined by {' and '.join(operators)}")
        return node

    def _signed(self) -> Node:
        return self._deeper(self._negative) if self._take("-") else self._primary()

    def _negative(self) -> Node:
        part = self.value(self._signed())
        if (
            isinstance(part, Literal)
            and isinstance(part.value, int | float)
            and not isinstance(part.value, bool)
        ):
            return Literal(-part.value)
        return Arithmetic("*", Literal(-1), part)

    def _primary(self) -> Node:
        token = self.next
        if not self._begins_value(token):
            raise self.unexpected("a value")
        self._step()
        if token.group == "string":
            return Literal(token.text)
        if token.group == "number":
            return Literal(number(token.text))
        if token.group == "word" or token.text == "SELF":
            return self._named(token)
        if token.text in CONSTANTS:
            return CONSTANTS[token.text]
        if token.text == "(":
            return self._deeper(self._parenthesis)
        return self._deeper(lambda: Many(self._list("}")))

    def _begins_value(self, token: Token) -> bool:
        if token.group == "mark":
            return token.text in CONSTANTS or token.text in ("(", "{", "SELF")
        return token.group in ("string", "number", "word")

    def _named(self, token: Token) -> Expression:
        """A key path, or a function with its arguments."""
        if token.group == "word" and self._take("("):
            return Function(token.text.lower(), self._deeper(lambda: self._list(")")))
        names = [] if token.text == "SELF" and token.group == "mark" else [token.text]
        while self._take("."):
            if self.next.group != "word":
                raise self.unexpected("a name")
            names.append(self._step().text)
        return Path(tuple(names))

    def _parenthesis(self) -> Node:
        node = self.disjunction()
        self._expect(")")
        return node

    def _list(self, end: str) -> tuple[Expression, ...]:
        items: list[Expression] = []
        while not self._take(end):
            if items:
                self._expect(",")
            items.append(self.value(self._sum()))
        return tuple(items)

    def _deeper(self, read: Callable[[], T]) -> T:
        self._depth += 1
        if self._depth > DEEPEST:
            raise PredicateError(f"the predicate is nested deeper than {DEEPEST}")
        found = read()
        self._depth -= 1
        return found

    def _take(self, *marks: str) -> str:
        """Step over one of the marks if it comes next; which one."""
        if self.next.group != "mark" or self.next.text not in marks:
            return ""
        return self._step().text

    def _expect(self, mark: str) -> None:
        if not self._take(mark):
            raise self.unexpected(repr(mark))

    def _step(self) -> Token:
        token = self.next
        if token.group != "end":
            self._place += 1
        return token
