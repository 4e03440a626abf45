"""A page source as the evidence keeps it: a tree of plain JSON, the same for every kind of phone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

from conformance.target import Driver

Tree = dict[str, Any]
"""`class, id, text, desc, bounds [x0, y0, x1, y1], clickable, enabled, checked, children`, in the driver's own unit:
pixels of an Android phone, points of an iPhone."""

_NUMBER = re.compile(r"-?\d+")
_NOBODY = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
WRAPPER = "AppiumAUT"
"""What XCUITest puts around the app."""
TOUCHED = frozenset(
    f"XCUIElementType{name}"
    for name in (
        "Button",
        "Cell",
        "Link",
        "SearchField",
        "SecureTextField",
        "Switch",
        "TextField",
        "TextView",
    )
)
"""XCUITest does not say what can be touched; these are the types that are made for it."""
WRITTEN = frozenset(
    f"XCUIElementType{name}"
    for name in ("Image", "SearchField", "SecureTextField", "StaticText", "TextField", "TextView")
)
"""The types whose value is what is written there; that of the others is a state."""


def parse(source: str, driver: Driver = "android") -> Tree:
    """The tree of a source as the driver gives it; ValueError if it is no XML."""
    try:
        root = etree.fromstring(source.encode(), parser=_NOBODY)
    except etree.XMLSyntaxError as fault:
        raise ValueError(f"the page source is no XML: {fault}") from fault
    inner = root.find("*") if root.tag == WRAPPER else None
    return _node(root if inner is None else inner, READ[driver])


def walk(tree: Tree) -> Iterator[Tree]:
    """The tree's nodes, from top to bottom."""
    yield tree
    for child in tree["children"]:
        yield from walk(child)


def texts(tree: Tree) -> list[str]:
    """Every text and description, from top to bottom."""
    return [said for node in walk(tree) for said in (node["text"], node["desc"]) if said]


def _node(element: etree._Element, read: Callable[[etree._Element], Tree]) -> Tree:
    children = [_node(child, read) for child in element.iterchildren(tag=etree.Element)]
    return {**read(element), "children": children}


def _android(element: etree._Element) -> Tree:
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
    }


def _ios(element: etree._Element) -> Tree:
    """What is not visible says nothing. The name falls back to the label where the app gave none."""
    read = element.attrib.get
    kind, name, label, value = (
        str(read(attribute, other))
        for attribute, other in (("type", element.tag), ("name", ""), ("label", ""), ("value", ""))
    )
    seen = read("visible", "true") == "true"
    text = (value if kind in WRITTEN else "") or label
    return {
        "class": kind,
        "id": "" if name == label else name,
        "text": text if seen else "",
        "desc": label if seen and label != text else "",
        "bounds": _frame(element),
        "clickable": seen and kind in TOUCHED,
        "enabled": read("enabled", "true") == "true",
        "checked": kind.endswith("Switch") and value == "1",
    }


READ: Mapping[Driver, Callable[[etree._Element], Tree]] = {"android": _android, "ios": _ios}
"""How an element of each driver's source is read."""


def _bounds(element: etree._Element) -> list[int]:
    numbers = [int(number) for number in _NUMBER.findall(str(element.attrib.get("bounds", "")))]
    if len(numbers) == 4:
        return numbers
    return [0, 0, int(element.attrib.get("width", 0)), int(element.attrib.get("height", 0))]


def _frame(element: etree._Element) -> list[int]:
    x, y, width, height = (
        round(float(element.attrib.get(name, 0))) for name in ("x", "y", "width", "height")
    )
    return [x, y, x + width, y + height]
