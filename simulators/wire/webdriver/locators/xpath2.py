"""XPath 2.0, which UiAutomator2's server speaks: for, if, some and every, sequences, and all that 1.0 has not.

Its library there, PsychoPath, reads regular expressions as Java does, so `matches` here reads them as the locators of
UiAutomator do. Numbers are drawn from ranges to a limit, since `1 to 1000000000` is made before it is used.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from elementpath import ElementPathError, XPath2Parser, XPathContext
from elementpath.datatypes import Integer
from lxml.etree import _Element as Node

from simulators.wire.webdriver.patterns import flags, pattern

NUMBERS = 10_000
"""So many numbers one search may draw from ranges, and so many results it may give."""
FAULTS = (ElementPathError, RecursionError, ArithmeticError)
"""What an expression comes to that cannot be read, or has no value."""
BASE = XPath2Parser.symbol_table


class Search(XPathContext):
    """One search from a node; copies of it, which the library makes, draw from the same numbers."""

    def __init__(self, start: Node) -> None:
        super().__init__(root=start)
        self.drawn = [0]


def found(expression: str, start: Node) -> list[Any]:
    """Nodes and values in the order of the sequence; one of FAULTS where it has no value."""
    results = list(islice(parsed(expression).select_results(Search(start)), NUMBERS + 1))
    if len(results) > NUMBERS:
        raise OverflowError(f"more than {NUMBERS} results")
    return results


@lru_cache(maxsize=512)
def parsed(expression: str) -> Any:
    return Parser().parse(expression)


def _range(token: Any, search: Search | None = None) -> list[int]:
    """`a to b`. The parser evaluates once without a search, to find what is wrong whatever is searched."""
    if search is None:
        raise token.missing_context()
    first, last = token.get_operands(search, cls=Integer)
    if first is None or last is None:
        return []
    search.drawn[0] += max(0, last + 1 - first)
    if search.drawn[0] > NUMBERS:
        raise token.error("FOAR0002", f"more than {NUMBERS} numbers in ranges")
    return list(range(first, last + 1))


def _each(token: Any, search: Search | None = None) -> Iterator[int]:
    yield from _range(token, search)


def _matches(token: Any, search: Search | None = None) -> bool:
    """`matches(input, pattern, flags?)`: somewhere in the input, as XPath has it."""
    text, wanted, letters = (token.get_argument(search, index, default="", cls=str) for index in range(3))
    try:
        return pattern(wanted, flags(letters)).search(text) is not None
    except re.error as fault:
        raise token.error("FORX0002", f"{fault}") from fault


def _instead(symbol: str, **methods: Any) -> type[Any]:
    return type(BASE[symbol].__name__, (BASE[symbol],), methods)


SYMBOLS = {
    **BASE,
    "to": _instead("to", evaluate=_range, select=_each),
    "matches": _instead("matches", evaluate=_matches),
}


class Parser(XPath2Parser):
    tokenizer = XPath2Parser.tokenizer
    symbol_table = SYMBOLS
