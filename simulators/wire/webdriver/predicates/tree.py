"""A predicate as a tree. An expression has a value; a predicate holds or does not."""

from dataclasses import dataclass

Value = str | int | float | bool | None


class PredicateError(ValueError):
    """The text is no predicate, or asks for what an element does not have."""


class Expression:
    """What has a value."""


class Predicate:
    """What holds or does not."""


Node = Expression | Predicate


@dataclass(frozen=True, slots=True)
class Literal(Expression):
    value: Value


@dataclass(frozen=True, slots=True)
class Path(Expression):
    """A key path; empty for SELF."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Many(Expression):
    """`{a, b}`."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Arithmetic(Expression):
    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Function(Expression):
    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Comparison(Predicate):
    """`options` are letters: c takes no notice of case, d none of diacritics."""

    left: Expression
    operator: str
    right: Expression
    options: str = ""


@dataclass(frozen=True, slots=True)
class Negation(Predicate):
    part: Predicate


@dataclass(frozen=True, slots=True)
class Every(Predicate):
    """All of the parts, joined by AND."""

    parts: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class Some(Predicate):
    """One of the parts, joined by OR."""

    parts: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class Constant(Predicate):
    """TRUEPREDICATE, FALSEPREDICATE."""

    holds: bool
