"""The XML of one tree of views, and the way back from its nodes to the views."""

import re
from collections.abc import Callable, Mapping

from lxml import etree

from simulators.wire.webdriver.views import View

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Attributes = Callable[[View], Mapping[str, str]]


class Document:
    """One node a view, below `around` where the driver's document has something around the tree."""

    def __init__(self, around: etree._Element | None, root: View, attributes: Attributes) -> None:
        self._attributes = attributes
        self._views: dict[etree._Element, View] = {}  # holds the nodes, so that each keeps its identity
        self.root = self._add(around, root)
        self.top = self.root if around is None else around

    @property
    def views(self) -> Mapping[etree._Element, View]:
        return self._views

    def text(self, declaration: str) -> str:
        """The whole of it, indented, with its declaration."""
        etree.indent(self.top)
        return declaration + etree.tostring(self.top, encoding="unicode")

    def _add(self, parent: etree._Element | None, view: View) -> etree._Element:
        attributes = {name: NOT_XML.sub("?", value) for name, value in self._attributes(view).items()}
        name = view.class_name
        node = (
            etree.Element(name, attributes) if parent is None else etree.SubElement(parent, name, attributes)
        )
        self._views[node] = view
        for child in view.children:
            self._add(node, child)
        return node
