"""What a screen is made of: a tree of elements, first without and then with their places."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["screen", "group", "text", "button", "field", "checkbox", "image", "code", "list"]
Path = tuple[int, ...]
"""Where an element stands: the place among its parent's children, from the root down."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle in pixels; the right and lower edges are outside."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    def holds(self, x: int, y: int) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def contains(self, other: "Bounds") -> bool:
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def overlaps(self, other: "Bounds") -> bool:
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across > 0 and down > 0

    def within(self, window: "Bounds") -> "Bounds":
        """The part that lies inside `window`; without height or width at its nearest edge where none does."""
        x, y = (
            min(max(self.x, window.x), window.right),
            min(max(self.y, window.y), window.bottom),
        )
        right, bottom = min(max(self.right, x), window.right), min(max(self.bottom, y), window.bottom)
        return Bounds(x, y, right - x, bottom - y)


NOWHERE = Bounds(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a screen.

    `tap` names the action of a tap, empty where there is none; `source` is what an image or a code shows;
    `style` is a row of simulators.phone.styles, empty for that of the kind.

    `bounds` is what of it can be seen and touched; `frame` is the whole of it, where a scrolled page cuts it off.
    What scrolls stands at `offset` pixels of the `reach` by which its contents are longer than itself.
    """

    kind: Kind
    id: str = ""
    text: str = ""
    description: str = ""
    enabled: bool = True
    checked: bool | None = None
    secret: bool = False
    tap: str = ""
    source: str = ""
    children: tuple["Element", ...] = ()
    bounds: Bounds = NOWHERE
    style: str = ""
    frame: Bounds = NOWHERE
    offset: int = 0
    reach: int = 0

    def walk(self, path: Path = ()) -> Iterator[tuple[Path, "Element"]]:
        """This element and all below it, in document order, each with its path."""
        yield path, self
        for place, child in enumerate(self.children):
            yield from child.walk((*path, place))

    def find(self, element_id: str) -> "Element | None":
        """The first element with that id."""
        return next((element for _, element in self.walk() if element.id == element_id), None)

    def at(self, x: int, y: int) -> tuple["Element", ...]:
        """The elements that hold the point, from this one down to the topmost drawn there."""
        if not self.bounds.holds(x, y):
            return ()
        below = (child.at(x, y) for child in reversed(self.children))
        return (self, *next(filter(None, below), ()))
