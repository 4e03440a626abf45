"""By XPath over the page source: 1.0 with the functions that WebDriverAgent adds to it, and 2.0 where UiAutomator2 is asked.

What is 1.0 means the same in both but for corners (`'9' < '10'`), and lxml is some hundred times quicker; what it
refuses goes to the 2.0 that is beside it.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element as Node

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import shown
from simulators.wire.webdriver.locators import xpath2
from simulators.wire.webdriver.patterns import flags, pattern
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import View


def by_xpath(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """XPath 1.0 as WebDriverAgent has it. From a view, `//` means below that view, as both drivers have it."""
    return _views(snapshot, within, value, _found)


def by_xpath1(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """XPath 1.0 and nothing more, as UiAutomator2 has it where it is told to."""
    return _views(snapshot, within, value, lambda expression, start: bare(expression)(start))


def by_xpath2(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """XPath 2.0, in the order of the sequence."""
    return _views(snapshot, within, value, _found_in_either)


def _views(
    snapshot: Snapshot, within: View | None, value: str, find: Callable[[str, Node], object]
) -> list[View]:
    document = snapshot.document if within is None else snapshot.dialect.document(within)
    start = document.top if within is None else document.root
    try:
        found = find(value, start)
    except (etree.XPathError, re.error, ValueError, TypeError, *xpath2.FAULTS) as fault:
        raise WireError("invalid selector", f"XPath {value!r}: {fault}") from fault
    nodes = [node for node in found if isinstance(node, Node)] if isinstance(found, list) else []
    if nodes != found:
        raise WireError("invalid selector", f"XPath {value!r} gives {shown(found)}; it must give elements")
    views = [document.views[node] for node in nodes if node in document.views]
    return views if snapshot.dialect.finds_itself else [view for view in views if view is not within]


def _found(expression: str, start: Node) -> object:
    return compiled(expression)(start)


def _found_in_either(expression: str, start: Node) -> object:
    try:
        return _found(expression, start)
    except (etree.XPathError, TypeError):
        return xpath2.found(expression, start)


@lru_cache(maxsize=512)
def compiled(expression: str) -> etree.XPath:
    return etree.XPath(expression, extensions=FUNCTIONS)


@lru_cache(maxsize=512)
def bare(expression: str) -> etree.XPath:
    return etree.XPath(expression)


def _text(value: object) -> str:
    """The string of an XPath value, as XPath takes it: of a node set, the first."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return "".join(map(str, value.itertext())) if isinstance(value, Node) else str(value)


def _matches(_: object, value: object, wanted: object, letters: object = "") -> bool:
    return pattern(_text(wanted), flags(_text(letters))).search(_text(value)) is not None


def _ends_with(_: object, value: object, end: object) -> bool:
    return _text(value).endswith(_text(end))


def _lower(_: object, value: object) -> str:
    return _text(value).lower()


def _upper(_: object, value: object) -> str:
    return _text(value).upper()


FUNCTIONS: dict[tuple[str | None, str], Callable[..., object]] = {
    (None, "matches"): _matches,
    (None, "ends-with"): _ends_with,
    (None, "lower-case"): _lower,
    (None, "upper-case"): _upper,
}
