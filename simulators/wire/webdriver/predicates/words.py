"""The operators, constants and numbers of a predicate: every spelling, and what it stands for."""

from collections.abc import Mapping

from simulators.wire.webdriver.predicates.tree import Constant, Literal, Node

COMPARISONS: Mapping[str, str] = {
    "=": "==", "==": "==", "!=": "!=", "<>": "!=", "<": "<", "<=": "<=", "=<": "<=", ">": ">", ">=": ">=", "=>": ">=",
    **{word: word for word in ("BETWEEN", "BEGINSWITH", "CONTAINS", "ENDSWITH", "LIKE", "MATCHES", "IN")},
}  # fmt: skip
"""Every spelling of an operator, and the one that the tree has."""
CONSTANTS: Mapping[str, Node] = {
    **dict.fromkeys(("TRUE", "YES"), Literal(True)),
    **dict.fromkeys(("FALSE", "NO"), Literal(False)),
    **dict.fromkeys(("NULL", "NIL"), Literal(None)),
    "TRUEPREDICATE": Constant(True),
    "FALSEPREDICATE": Constant(False),
}
SUMS, PRODUCTS, POWERS = ("+", "-"), ("*", "/"), ("**",)
EXACT_DIGITS = 18
"""Longer numbers are rounded, as they are in Foundation."""


def number(text: str) -> int | float:
    """What a number means as it is written, in tens or in sixteens."""
    if text[:2].lower() == "0x":
        return int(text, 16)
    return int(text) if text.isdigit() and len(text) <= EXACT_DIGITS else float(text)
