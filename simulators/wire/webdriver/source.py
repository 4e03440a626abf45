"""The page source in the form that the UiAutomator2 server gives it."""

import re
from collections.abc import Mapping

from lxml import etree

from simulators.wire.webdriver.attributes import ATTRIBUTES
from simulators.wire.webdriver.views import View

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Document:
    """The XML of one tree of views, and the way back from its nodes to the views."""

    def __init__(self, root: View) -> None:
        box = root.screen
        self.hierarchy = etree.Element(
            "hierarchy",
            {
                "index": "0",
                "class": "hierarchy",
                "rotation": "0",
                "width": str(box.width),
                "height": str(box.height),
            },
        )
        self._views: dict[etree._Element, View] = {}  # holds the nodes, so that each keeps its identity
        self.root = self._add(self.hierarchy, root)

    @property
    def views(self) -> Mapping[etree._Element, View]:
        return self._views

    @property
    def text(self) -> str:
        """The whole source, indented, with its declaration."""
        etree.indent(self.hierarchy)
        return DECLARATION + etree.tostring(self.hierarchy, encoding="unicode")

    def _add(self, parent: etree._Element, view: View) -> etree._Element:
        attributes = {name: NOT_XML.sub("?", read(view)) for name, read in ATTRIBUTES.items()}
        node = etree.SubElement(parent, view.class_name, attributes)
        self._views[node] = view
        for child in view.children:
            self._add(node, child)
        return node
