"""Scrolling: how far a finger has moved what is longer than its room, on the screen that is in front."""

from collections.abc import Iterator
from dataclasses import replace

from simulators.phone.element import Bounds, Element


class Scrolling:
    """Offsets in pixels by the id of what scrolls, on one screen: the next one begins at its top."""

    def __init__(self) -> None:
        self._screen = ""
        self._offsets: dict[str, int] = {}

    @property
    def moved(self) -> bool:
        return any(self._offsets.values())

    def keep(self, root: Element) -> None:
        """Forget the offsets, unless `root` is still the screen that they were made on."""
        if root.id != self._screen:
            self._screen, self._offsets = root.id, {}

    def shown(self, root: Element) -> Element:
        """`root`, not yet laid out, with each part moved to where it was left."""
        return _moved(root, self._offsets) if root.id == self._screen and self._offsets else root

    def move(self, root: Element, part: Element, by: int) -> bool:
        """Move what is in `part` by so many pixels, downwards where positive; whether anything moved."""
        offset = min(max(0, part.offset + by), part.reach)
        self.keep(root)
        self._offsets[part.id] = offset
        return offset != part.offset


def _moved(element: Element, offsets: dict[str, int]) -> Element:
    children = tuple(_moved(child, offsets) for child in element.children)
    return replace(element, children=children, offset=offsets.get(element.id, 0) if element.id else 0)


def scrollable_at(root: Element, x: int, y: int) -> Element | None:
    """The innermost part under the point that scrolls."""
    return next((one for one in reversed(root.at(x, y)) if one.reach), None)


def wish(root: Element, wanted: Element) -> tuple[Element, int] | None:
    """Which part has to move, and by how much, so that `wanted` is seen whole; None where nothing has to."""
    for part in _around(root, wanted):
        by = _missing(part.bounds, wanted.frame)
        if part.reach and by:
            return part, by
    return None


def _missing(window: Bounds, frame: Bounds) -> int:
    """What is longer than the window is brought to its upper edge."""
    if frame.y < window.y or frame.height > window.height:
        return frame.y - window.y
    return max(0, frame.bottom - window.bottom)


def _around(root: Element, wanted: Element) -> Iterator[Element]:
    """The elements that hold `wanted`, from the innermost outwards."""
    path = next((path for path, one in root.walk() if one is wanted or one == wanted), ())
    line = [root]
    for place in path:
        line.append(line[-1].children[place])
    yield from reversed(line[:-1])
