"""The page source in the forms that WebDriverAgent gives: XML, JSON, and a description to read."""

from collections.abc import Collection, Mapping
from typing import Any

from lxml import etree

from simulators.wire.webdriver.document import Document
from simulators.wire.webdriver.ios.attributes import read
from simulators.wire.webdriver.ios.views import HINTED, PREFIX, IosView

SCOPE = "AppiumAUT"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
IN_SOURCE = (
    "type", "value", "name", "label", "enabled", "visible", "accessible", "x", "y", "width", "height", "index",
    "placeholderValue", "traits",
)  # fmt: skip
"""In the order in which the source lists them."""
IN_XPATH = (*IN_SOURCE, "hittable", "nativeFrame", "nativeAccessibilityElement")
SIDES = ("x", "y", "width", "height")
FLAGS = {"isEnabled": "enabled", "isVisible": "visible", "isAccessible": "accessible", "isFocused": "focused"}


def document(root: IosView) -> Document:
    """The tree as XPath sees it: nothing stands around it."""
    return Document(None, root, lambda view: written(view, IN_XPATH))


def source(root: IosView, excluded: Collection[str] = ()) -> str:
    """XML, without the attributes that the client does not want."""
    left_out = {name.lower() for name in excluded}
    names = tuple(name for name in IN_SOURCE if name.lower() not in left_out)
    return Document(etree.Element(SCOPE), root, lambda view: written(view, names)).text(DECLARATION)


def written(view: Any, names: Collection[str]) -> Mapping[str, str]:
    """The attributes of those names that the view has, as text."""
    found = {name: _value(view, name) for name in names}
    if view.role == "Application":
        found["bundleId"] = view.package
    if view.role not in HINTED:
        found.pop("placeholderValue", None)
    return {name: _spelt(value) for name, value in found.items() if value is not None}


def _value(view: IosView, name: str) -> Any:
    return getattr(view.rect, name) if name in SIDES else read(view, name)


def _spelt(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def as_json(view: Any) -> dict[str, Any]:
    """The tree as WebDriverAgent's JSON: flags are "0" and "1", types go without their prefix."""
    tree = {
        "type": view.role,
        "rawIdentifier": view.identifier or None,
        **{name: read(view, name) for name in ("name", "value", "label", "rect", "frame")},
        **{flag: str(int(read(view, name))) for flag, name in FLAGS.items()},
    }
    if view.role in HINTED:
        tree["placeholderValue"] = view.placeholder
    return {**tree, "children": [as_json(child) for child in view.children]} if view.children else tree


def described(view: Any, depth: int = 0) -> str:
    """The tree as XCTest prints it, one line a view."""
    said = {"identifier": view.identifier, "label": view.label, "value": view.value}
    facts = "".join(f", {name}: '{words}'" for name, words in said.items() if words)
    line = f"{'  ' * depth}{view.class_name.removeprefix(PREFIX)}, {read(view, 'frame')}{facts}\n"
    return line + "".join(described(child, depth + 1) for child in view.children)
