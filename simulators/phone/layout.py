"""Layout: where each element of a screen stands, in pixels.

A group lays its children one below the other, or side by side where its style says `row`. What grows gets the
room that the others leave; what finds no room is cut at its parent's edge, down to nothing. So children always
lie inside their parent, and siblings never overlap.

What lies over its parent takes no part in this: it has the whole of it, or as much of its top as it needs.

What scrolls gives its children all the height that they ask for, and shows the window of them that its offset
says: what lies outside has no height, what is cut keeps its whole frame beside the bounds that can be seen.
"""

from dataclasses import replace
from functools import lru_cache
from math import ceil

from simulators.phone.element import Bounds, Element
from simulators.phone.lettering import LINE_HEIGHT, lines_of, width_of
from simulators.phone.look import PLAIN, Look
from simulators.phone.styles import Style, style_of

CHECKBOX_DP = 30
"""The room that a checkbox's square takes beside its text."""


@lru_cache(maxsize=64)
def lay_out(root: Element, width: int, height: int, look: Look = PLAIN) -> Element:
    """`root` with bounds for a screen of `width` by `height` pixels."""
    return _Page(width / look.dp, look.text).place(root, Bounds(0, 0, width, height))


class _Page:
    """Lays out for one scale, pixels per dp, and for letters that are so many times as large as usual."""

    def __init__(self, scale: float, text: float) -> None:
        self.scale, self.text = scale, text

    def place(self, element: Element, bounds: Bounds) -> Element:
        if not element.children:
            return replace(element, bounds=bounds, frame=bounds, offset=0, reach=0)
        style = style_of(element.kind, element.style)
        inner = self._inner(style, bounds)
        reach = self._reach(element, style, inner) if style.scroll else 0
        if reach > 0:
            return self._scrolled(element, bounds, inner, reach)
        arrange = self._side_by_side if style.row else self._one_below_another
        placed = iter(arrange(beside(element.children), inner, self.px(style.gap)))
        children = tuple(
            self._over(child, bounds) if lies_over(child) else next(placed) for child in element.children
        )
        return replace(element, bounds=bounds, frame=bounds, children=children, offset=0, reach=0)

    def _over(self, child: Element, bounds: Bounds) -> Element:
        whole = style_of(child.kind, child.style).over == "whole"
        high = bounds.height if whole else min(bounds.height, self._height(child, bounds.width))
        return self.place(child, Bounds(bounds.x, bounds.y, bounds.width, high))

    def px(self, dp: float) -> int:
        return ceil(dp * self.scale)

    def _inner(self, style: Style, bounds: Bounds) -> Bounds:
        down, across = (
            min(self.px(style.pad[0]), bounds.height // 2),
            min(self.px(style.pad[1]), bounds.width // 2),
        )
        return Bounds(bounds.x + across, bounds.y + down, bounds.width - 2 * across, bounds.height - 2 * down)

    def _reach(self, element: Element, style: Style, inner: Bounds) -> int:
        """By how much the contents are longer than the room."""
        return self._children_height(element, style, inner.width) - inner.height

    def _scrolled(self, element: Element, bounds: Bounds, inner: Bounds, reach: int) -> Element:
        """The contents at their whole length, moved up by the offset, and cut at the edges of the room."""
        offset = min(max(0, element.offset), reach)
        whole = Bounds(inner.x, inner.y - offset, inner.width, inner.height + reach)
        gap = self.px(style_of(element.kind, element.style).gap)
        window = Bounds(inner.x, bounds.y, inner.width, bounds.height)
        children = (cut(child, window) for child in self._one_below_another(element.children, whole, gap))
        return replace(
            element, bounds=bounds, frame=bounds, children=tuple(children), offset=offset, reach=reach
        )

    def _one_below_another(
        self, children: tuple[Element, ...], room: Bounds, gap: int
    ) -> tuple[Element, ...]:
        sizes = [self._height(child, room.width) for child in children]
        wishes = self._shared(sizes, children, room.height, gap)
        placed, top = [], room.y
        for child, wish in zip(children, wishes, strict=True):
            top = min(top, room.bottom)
            high = min(wish, room.bottom - top)
            wide = self._fixed(child, room.width)
            placed.append(self.place(child, Bounds(room.x + (room.width - wide) // 2, top, wide, high)))
            top += high + gap
        return tuple(placed)

    def _side_by_side(self, children: tuple[Element, ...], room: Bounds, gap: int) -> tuple[Element, ...]:
        wishes = self._widths(children, room.width, gap)
        placed, left = [], room.x
        for child, wish in zip(children, wishes, strict=True):
            left = min(left, room.right)
            wide = min(wish, room.right - left)
            high = min(self._height(child, wide), room.height)
            placed.append(self.place(child, Bounds(left, room.y + (room.height - high) // 2, wide, high)))
            left += wide + gap
        return tuple(placed)

    def _widths(self, children: tuple[Element, ...], room: int, gap: int) -> list[int]:
        """How wide each of a row's children is."""
        return self._shared([self._width(child, room) for child in children], children, room, gap)

    def _shared(self, sizes: list[int], children: tuple[Element, ...], room: int, gap: int) -> list[int]:
        """The sizes, with what grows taking an equal part of the room that the others leave, and no less than
        its own size where there is room for all."""
        growing = [style_of(child.kind, child.style).grow for child in children]
        if not any(growing):
            return sizes
        room -= gap * (len(children) - 1)
        own = sorted((size for size, grows in zip(sizes, growing, strict=True) if grows), reverse=True)
        left, parts = max(0, room - sum(sizes) + sum(own)), len(own)
        for size in own if sum(sizes) <= room else ():
            if size * parts > left:
                left, parts = left - size, parts - 1
        part = left // parts if parts else 0
        least = sum(sizes) <= room
        return [
            (max(part, size) if least else part) if grows else size
            for size, grows in zip(sizes, growing, strict=True)
        ]

    def _fixed(self, child: Element, width: int) -> int:
        """The width that its style fixes, wider for what holds larger letters, or all there is."""
        own = self.px(style_of(child.kind, child.style).width * (self.text if child.text else 1))
        return min(own, width) if own else width

    def _width(self, element: Element, room: int) -> int:
        style = style_of(element.kind, element.style)
        if style.width or element.children:
            return self._fixed(element, room)
        text = ceil(width_of(element.text[:400], style.size * self.scale * self.text)) + 2 * self.px(
            style.pad[1]
        )
        return min(text + 2, room)

    def _height(self, element: Element, width: int) -> int:
        """How high an element is of itself, at that width."""
        style = style_of(element.kind, element.style)
        inner = max(1, self._fixed(element, width) - 2 * self.px(style.pad[1]))
        own = (
            self._children_height(element, style, inner)
            if element.children
            else self._text_height(element, inner)
        )
        return max(own + 2 * self.px(style.pad[0]), self.px(style.height))

    def _children_height(self, element: Element, style: Style, width: int) -> int:
        gap, children = self.px(style.gap), beside(element.children)
        widths = self._widths(children, width, gap) if style.row else [width] * len(children)
        heights = [self._height(child, wide) for child, wide in zip(children, widths, strict=True)] or [0]
        return max(heights) if style.row else sum(heights) + gap * (len(heights) - 1)

    def _text_height(self, element: Element, width: int) -> int:
        if not element.text:
            return 0
        size = style_of(element.kind, element.style).size * self.scale * self.text
        return len(text_lines(element, width, self.scale, self.text)) * ceil(size * LINE_HEIGHT)


def cut(element: Element, window: Bounds) -> Element:
    """`element` as it is seen through `window`: bounds end at its edges, frames do not."""
    children = tuple(cut(child, window) for child in element.children)
    return replace(element, bounds=element.bounds.within(window), children=children)


def lies_over(element: Element) -> bool:
    return bool(style_of(element.kind, element.style).over)


def beside(children: tuple[Element, ...]) -> tuple[Element, ...]:
    """Those that share their parent's room."""
    return tuple(child for child in children if not lies_over(child))


def text_lines(element: Element, width: int, scale: float, text: float = 1.0) -> tuple[str, ...]:
    """The lines in which an element's text is shown in `width` pixels."""
    style = style_of(element.kind, element.style)
    room = width - (ceil(CHECKBOX_DP * scale) if element.kind == "checkbox" else 0)
    words = "•" * len(element.text) if element.secret else element.text
    return lines_of(words, style.size * scale * text, max(1, room), style.lines)
