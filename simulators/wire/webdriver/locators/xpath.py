"""By XPath 1.0 over the page source, with the string functions of XPath 2.0 that Appium's users know."""

import re
from collections.abc import Callable
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element as Node

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import shown
from simulators.wire.webdriver.patterns import pattern
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import View


def by_xpath(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """From a view, `//` means below that view, as both drivers have it."""
    document = snapshot.document if within is None else snapshot.dialect.document(within)
    start = document.top if within is None else document.root
    try:
        found = compiled(value)(start)
    except (etree.XPathError, re.error, ValueError, RecursionError) as fault:
        raise WireError("invalid selector", f"XPath {value!r}: {fault}") from fault
    nodes = [node for node in found if isinstance(node, Node)] if isinstance(found, list) else []
    if nodes != found:
        raise WireError("invalid selector", f"XPath {value!r} gives {shown(found)}; it must give elements")
    views = [document.views[node] for node in nodes if node in document.views]
    return views if snapshot.dialect.finds_itself else [view for view in views if view is not within]


@lru_cache(maxsize=512)
def compiled(expression: str) -> etree.XPath:
    return etree.XPath(expression, extensions=FUNCTIONS)


def _text(value: object) -> str:
    """The string of an XPath value, as XPath takes it: of a node set, the first."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return "".join(map(str, value.itertext())) if isinstance(value, Node) else str(value)


def _matches(_: object, value: object, wanted: object) -> bool:
    return pattern(_text(wanted)).search(_text(value)) is not None


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
