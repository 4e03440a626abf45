"""The screen as Android shows it to a driver: a tree of views with classes, resource ids and a stable identity.

A phone draws a new tree whenever anything changes. Two views are the same if they stand at the same place: same
kinds and ids from the root down, same number among siblings that share both. So a view outlives a change of its
text, and is gone (stale) when its screen is.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from simulators.wire.webdriver.ports import Box, Element

Key = tuple[tuple[str, str, int], ...]

CLASSES = {
    "screen": "android.widget.FrameLayout",
    "group": "android.widget.LinearLayout",
    "text": "android.widget.TextView",
    "button": "android.widget.Button",
    "field": "android.widget.EditText",
    "checkbox": "android.widget.CheckBox",
    "image": "android.widget.ImageView",
    "code": "android.widget.ImageView",
    "list": "android.widget.ListView",
}
PLAIN_VIEW = "android.view.View"
BULLET = "•"
ID_MARK = ":id/"
HOME_PACKAGE = "com.android.launcher3"


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One view: the element behind it, its place (`key`), its package, its number among its siblings."""

    element: Element
    key: Key
    package: str
    index: int
    screen: Box
    focused: bool = False
    children: list["View"] = field(default_factory=list)

    @property
    def class_name(self) -> str:
        return CLASSES.get(self.element.kind, PLAIN_VIEW)

    @property
    def resource_id(self) -> str:
        """`package:id/name`; empty where the element has no id."""
        name = self.element.id
        return name if not name or ID_MARK in name else f"{self.package}{ID_MARK}{name}"

    @property
    def text(self) -> str:
        """The text to be seen: a secret field shows one bullet a character."""
        return BULLET * len(self.element.text) if self.element.secret else self.element.text

    @property
    def displayed(self) -> bool:
        """Whether any part of it is on the screen."""
        box, screen = self.element.bounds, self.screen
        across = min(box.x + box.width, screen.x + screen.width) - max(box.x, screen.x)
        down = min(box.y + box.height, screen.y + screen.height) - max(box.y, screen.y)
        return across > 0 and down > 0

    @property
    def centre(self) -> tuple[int, int]:
        box = self.element.bounds
        return box.x + box.width // 2, box.y + box.height // 2

    def walk(self) -> Iterator["View"]:
        """This view and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


def package_in_front(tree: Element, foreground: str | None) -> str:
    """The package that draws the screen: the one that the root's id names, else the app that is in front."""
    owner, mark, _ = tree.id.partition(ID_MARK)
    return owner if mark else foreground or HOME_PACKAGE


def views(tree: Element, package: str, focus: Key | None = None) -> View:
    """The views of a laid out tree; `focus` is the place of the field that has the keyboard."""

    def grow(element: Element, key: Key, index: int, around: str) -> View:
        twins: Counter[tuple[str, str]] = Counter()
        owner = element.id.partition(ID_MARK)[0] if ID_MARK in element.id else around
        view = View(element, key, owner, index, tree.bounds, key == focus)
        for place, child in enumerate(element.children):
            name = (child.kind, child.id)
            view.children.append(grow(child, (*key, (*name, twins[name])), place, owner))
            twins[name] += 1
        return view

    return grow(tree, ((tree.kind, tree.id, 0),), 0, package)
