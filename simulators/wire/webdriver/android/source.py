"""The page source in the form that the UiAutomator2 server gives it."""

from collections.abc import Mapping
from typing import cast

from lxml import etree

from simulators.wire.webdriver.android.attributes import ATTRIBUTES
from simulators.wire.webdriver.android.views import AndroidView
from simulators.wire.webdriver.document import Document
from simulators.wire.webdriver.views import View

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"


def document(root: View) -> Document:
    """The tree below a `hierarchy`, which tells the size of the screen."""
    box = root.scene.tree.bounds
    size = {"width": str(box.width), "height": str(box.height)}
    around = etree.Element("hierarchy", {"index": "0", "class": "hierarchy", "rotation": "0", **size})
    return Document(around, root, _attributes)


def _attributes(view: View) -> Mapping[str, str]:
    return {name: read(cast(AndroidView, view)) for name, read in ATTRIBUTES.items()}


def source(root: View) -> str:
    return document(root).text(DECLARATION)
