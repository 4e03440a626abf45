"""A page source as the evidence keeps it: a tree of plain JSON, the same for every kind of phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

Tree = dict[str, Any]
"""`class, id, text, desc, bounds [x0, y0, x1, y1], clickable, enabled, checked, children`, in pixels of the phone."""

_NUMBER = re.compile(r"-?\d+")
_NOBODY = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def parse(source: str) -> Tree:
    """The tree of a UiAutomator2 source; ValueError if it is no XML."""
    try:
        root = etree.fromstring(source.encode(), parser=_NOBODY)
    except etree.XMLSyntaxError as fault:
        raise ValueError(f"the page source is no XML: {fault}") from fault
    return _node(root)


def walk(tree: Tree) -> Iterator[Tree]:
    """The tree's nodes, from top to bottom."""
    yield tree
    for child in tree["children"]:
        yield from walk(child)


def texts(tree: Tree) -> list[str]:
    """Every text and description, from top to bottom."""
    return [said for node in walk(tree) for said in (node["text"], node["desc"]) if said]


def _node(element: etree._Element) -> Tree:
    read = element.attrib.get
    return {
        "class": str(read("class", element.tag)),
        "id": str(read("resource-id", "")),
        "text": str(read("text", "")),
        "desc": str(read("content-desc", "")),
        "bounds": _bounds(element),
        "clickable": read("clickable") == "true",
        "enabled": read("enabled", "true") == "true",
        "checked": read("checked") == "true",
        "children": [_node(child) for child in element.iterchildren(tag=etree.Element)],
    }


def _bounds(element: etree._Element) -> list[int]:
    numbers = [int(number) for number in _NUMBER.findall(str(element.attrib.get("bounds", "")))]
    if len(numbers) == 4:
        return numbers
    return [0, 0, int(element.attrib.get("width", 0)), int(element.attrib.get("height", 0))]
