"""Drawing: a laid out tree of elements becomes the phone's pixels, each element inside its own bounds."""

from functools import lru_cache
from math import ceil

import cv2
import numpy as np

from simulators.phone import pictures
from simulators.phone.element import Element
from simulators.phone.layout import CHECKBOX_DP, lay_out, text_lines
from simulators.phone.lettering import FONT, LINE_HEIGHT, OTHER_FONT, width_of
from simulators.phone.look import PLAIN, SYSTEM_FONT, Look
from simulators.phone.pictures import Pixels
from simulators.phone.styles import BLUE, GREY, PALE, WHITE, Colour, Style, style_of

FAST = [cv2.IMWRITE_PNG_COMPRESSION, 1, cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE]
BASELINE = 0.78
"""Where in a line of text its baseline lies."""
PLACES = {"left": 0.0, "centre": 0.5, "right": 1.0}


def draw(root: Element, width: int, height: int, look: Look = PLAIN) -> Pixels:
    """The screen's pixels, (height, width, 3) in blue, green, red; read only."""
    return _drawn(lay_out(root, width, height, look), look)


def png(root: Element, width: int, height: int, look: Look = PLAIN) -> bytes:
    """The screen as a PNG file."""
    return _encoded(lay_out(root, width, height, look), look)


@lru_cache(maxsize=6)
def _drawn(page: Element, look: Look) -> Pixels:
    canvas: Pixels = np.full((page.bounds.height, page.bounds.width, 3), 255, np.uint8)
    _Painter(page.bounds.width / look.dp, look).paint(canvas, page)
    canvas.setflags(write=False)
    return canvas


@lru_cache(maxsize=12)
def _encoded(page: Element, look: Look) -> bytes:
    _, file = cv2.imencode(".png", _drawn(page, look), FAST)
    return file.tobytes()


class _Painter:
    """Paints at one scale, pixels per dp, in one look."""

    def __init__(self, scale: float, look: Look) -> None:
        self.scale, self.look = scale, look
        self.font = FONT if look.font == SYSTEM_FONT else OTHER_FONT

    def paint(self, canvas: Pixels, element: Element) -> None:
        box = element.bounds
        if box.width <= 0 or box.height <= 0:
            return
        area = canvas[box.y : box.bottom, box.x : box.right]
        if element.frame == box:
            self._own(area, element)
        else:
            self._cut(area, element)
        for child in element.children:
            self.paint(canvas, child)
        if element.reach:
            self._bar(area, element)

    def _own(self, area: Pixels, element: Element) -> None:
        """What an element is besides its children."""
        style = style_of(element.kind, element.style)
        self._background(area, style, element)
        if element.kind == "image" and element.source:
            pictures.picture(area, element.source)
        elif element.kind == "code" and element.source:
            pictures.code(area, element.source)
        elif element.text or element.kind in ("field", "checkbox"):
            self._text(area, element, style)

    def _cut(self, area: Pixels, element: Element) -> None:
        """An element that a scrolled page cuts off: drawn whole, and shown as far as it can be seen."""
        box, frame = element.bounds, element.frame
        whole: Pixels = np.empty((frame.height, frame.width, 3), np.uint8)
        seen = whole[box.y - frame.y : box.bottom - frame.y, box.x - frame.x : box.right - frame.x]
        seen[:] = area
        self._own(whole, element)
        area[:] = seen

    def _bar(self, area: Pixels, element: Element) -> None:
        """At the right edge: which part of what scrolls is in view."""
        high = area.shape[0]
        length = max(self._px(24), high * high // (high + element.reach))
        top = round((high - length) * element.offset / element.reach)
        area[top : top + length, -self._px(3) :] = self.look.fill(PALE)

    def _background(self, area: Pixels, style: Style, element: Element) -> None:
        radius = self._px(style.radius)
        fill = style.fill if element.enabled or style.fill in (None, WHITE) else PALE
        # A code is read in black on white, whatever the phone's look.
        tint = (lambda colour: colour) if element.kind == "code" else self.look.fill
        if style.shade:
            area[:] = (area * (1 - style.shade)).astype(np.uint8)
        if style.border is not None:
            _rounded(area, 0, radius, tint(style.border))
            _rounded(area, max(1, round(self.scale * 0.7)), radius, tint(fill or WHITE))
        elif fill is not None:
            _rounded(area, 0, radius, tint(fill))

    def _text(self, area: Pixels, element: Element, style: Style) -> None:
        """The element's lines, in the middle of its height but for long fields, which begin at the top."""
        scale = self.scale
        size = style.size * scale * self.look.text
        line_height = ceil(size * LINE_HEIGHT)
        down, across = ceil(style.pad[0] * scale), ceil(style.pad[1] * scale)
        hint = element.kind == "field" and not element.text
        inner = max(1, area.shape[1] - 2 * across)
        shown = (
            Element("text", text=element.description, style=element.style or element.kind)
            if hint
            else element
        )
        lines = text_lines(shown, inner, scale, self.look.text)
        begin = ceil(CHECKBOX_DP * scale) if element.kind == "checkbox" else 0
        top = down if style.lines > 4 else max(0, (area.shape[0] - len(lines) * line_height) // 2)
        if begin:
            self._square(area, element.checked is True)
        for line in lines:
            left = across + begin + PLACES[style.align] * max(0.0, inner - begin - width_of(line, size))
            where = (round(left), round(top + line_height * BASELINE))
            cv2.putText(
                area, line, where, self._ink(element, style, hint), self.font, round(size), style.weight
            )
            top += line_height

    def _ink(self, element: Element, style: Style, hint: bool) -> Colour:
        if not element.enabled and style.fill in (None, WHITE):
            return self.look.ink(PALE)
        return self.look.ink(GREY if hint else style.colour)

    def _square(self, area: Pixels, ticked: bool) -> None:
        side = self._px(20)
        top = (area.shape[0] - side) // 2
        box = area[max(0, top) : top + side, 1 : 1 + side]
        _rounded(box, 0, self._px(4), self.look.fill(BLUE) if ticked else GREY)
        if not ticked:
            _rounded(box, max(2, round(self.scale)), self._px(4), self.look.fill(WHITE))
            return
        points = np.array([[0.22, 0.52], [0.43, 0.72], [0.8, 0.3]]) * side
        thick = max(2, round(2 * self.scale))
        cv2.polylines(box, [points.astype(np.int32)], False, WHITE, thick, cv2.LINE_AA)

    def _px(self, dp: float) -> int:
        return round(dp * self.scale)


def _rounded(area: Pixels, inset: int, radius: int, colour: Colour) -> None:
    high, wide = area.shape[:2]
    left, top, right, bottom = inset, inset, wide - 1 - inset, high - 1 - inset
    if right <= left or bottom <= top:
        return
    radius = max(0, min(radius - inset, (right - left) // 2, (bottom - top) // 2))
    cv2.rectangle(area, (left + radius, top), (right - radius, bottom), colour, -1)
    cv2.rectangle(area, (left, top + radius), (right, bottom - radius), colour, -1)
    for across in (left + radius, right - radius) if radius else ():
        for down in (top + radius, bottom - radius):
            cv2.circle(area, (across, down), radius, colour, -1, cv2.LINE_AA)
