"""The screen as a driver shows it: a tree of views, each with a class of its driver's and a stable identity.

A phone draws a new tree whenever anything changes. Two views are the same if they stand at the same place: same
kinds and ids from the root down, same number among siblings that share both. So a view outlives a change of its
text, and is gone (stale) when its screen is. What a view says of itself is its driver's: simulators.wire.webdriver
has a room for each.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from simulators.wire.webdriver.glass import Box, Element

Key = tuple[tuple[str, str, int], ...]

BULLET = "•"
ID_MARK = ":id/"


class Rect(NamedTuple):
    """A rectangle in the units in which a driver measures."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


class Scene(NamedTuple):
    """What a phone shows at one moment, and what has to be known to tell it.

    `focus` is the place of the field that has the keyboard, `title` the name of the app in front, `scale` the number
    of pixels of one unit of the driver's, `whole` whether a driver that leaves out what cannot be seen shall not.
    """

    tree: Element
    package: str
    focus: Key | None = None
    title: str = ""
    scale: int = 1
    whole: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One view: the element behind it, its place (`key`), its package, its number among its siblings, its role."""

    element: Element
    key: Key
    package: str
    index: int
    scene: Scene
    role: str = ""
    children: list["View"] = field(default_factory=list)

    @property
    def class_name(self) -> str:
        raise NotImplementedError

    @property
    def text(self) -> str:
        """What the driver answers when it is asked for an element's text."""
        raise NotImplementedError

    @property
    def label(self) -> str:
        """What a screen reader says."""
        return self.element.description or self.text

    @property
    def selected(self) -> bool:
        raise NotImplementedError

    @property
    def rect(self) -> Rect:
        """Where it stands, in the driver's units."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """What a message calls it."""
        return self.element.id or self.class_name

    @property
    def written(self) -> str:
        """The text as it can be seen: a secret field shows one bullet a character."""
        return BULLET * len(self.element.text) if self.element.secret else self.element.text

    @property
    def focused(self) -> bool:
        return self.key == self.scene.focus

    @property
    def displayed(self) -> bool:
        """Whether any part of it is on the screen."""
        box, screen = self.element.bounds, self.scene.tree.bounds
        across = min(box.x + box.width, screen.x + screen.width) - max(box.x, screen.x)
        down = min(box.y + box.height, screen.y + screen.height) - max(box.y, screen.y)
        return across > 0 and down > 0

    def walk(self) -> Iterator["View"]:
        """This view and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


def package_in_front(tree: Element, foreground: str | None, home: str) -> str:
    """The package that draws the screen: the one that the root's id names, else the app that is in front."""
    owner, mark, _ = tree.id.partition(ID_MARK)
    return owner if mark else foreground or home


def owner_of(element: Element, around: str) -> str:
    """The package that draws an element: the one that its id names, else that of what it stands in."""
    return element.id.partition(ID_MARK)[0] if ID_MARK in element.id else around


def identifier(element: Element) -> str:
    """The id without its package."""
    return element.id.rpartition(ID_MARK)[2]


def places(element: Element, key: Key) -> Iterator[tuple[Element, Key]]:
    """The children of an element that stands at `key`, each with its own place."""
    twins: Counter[tuple[str, str]] = Counter()
    for child in element.children:
        name = (child.kind, child.id)
        yield child, (*key, (*name, twins[name]))
        twins[name] += 1


def pixels_in(box: Box, scale: int) -> Rect:
    """A box of pixels in units of `scale` pixels each: the smallest whole one around it."""
    x, y = box.x // scale, box.y // scale
    return Rect(x, y, -(-(box.x + box.width) // scale) - x, -(-(box.y + box.height) // scale) - y)
