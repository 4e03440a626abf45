"""Drawing: a laid out tree of elements becomes the phone's pixels, each element inside its own bounds."""

from functools import lru_cache
from math import ceil

import cv2
import numpy as np

from simulators.phone import pictures
from simulators.phone.element import Element
from simulators.phone.layout import CHECKBOX_DP, DP_WIDTH, lay_out, text_lines
from simulators.phone.lettering import FONT, LINE_HEIGHT, width_of
from simulators.phone.pictures import Pixels
from simulators.phone.styles import BLUE, GREY, PALE, WHITE, Colour, Style, style_of

FAST = [cv2.IMWRITE_PNG_COMPRESSION, 1, cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE]
BASELINE = 0.78
"""Where in a line of text its baseline lies."""
PLACES = {"left": 0.0, "centre": 0.5, "right": 1.0}


def draw(root: Element, width: int, height: int) -> Pixels:
    """The screen's pixels, (height, width, 3) in blue, green, red; read only."""
    return _drawn(lay_out(root, width, height))


def png(root: Element, width: int, height: int) -> bytes:
    """The screen as a PNG file."""
    return _encoded(lay_out(root, width, height))


@lru_cache(maxsize=6)
def _drawn(page: Element) -> Pixels:
    canvas: Pixels = np.full((page.bounds.height, page.bounds.width, 3), 255, np.uint8)
    _paint(canvas, page, page.bounds.width / DP_WIDTH)
    canvas.setflags(write=False)
    return canvas


@lru_cache(maxsize=12)
def _encoded(page: Element) -> bytes:
    _, file = cv2.imencode(".png", _drawn(page), FAST)
    return file.tobytes()


def _paint(canvas: Pixels, element: Element, scale: float) -> None:
    box = element.bounds
    if box.width <= 0 or box.height <= 0:
        return
    area = canvas[box.y : box.bottom, box.x : box.right]
    if element.frame == box:
        _own(area, element, scale)
    else:
        _cut(area, element, scale)
    for child in element.children:
        _paint(canvas, child, scale)
    if element.reach:
        _bar(area, element, scale)


def _own(area: Pixels, element: Element, scale: float) -> None:
    """What an element is besides its children."""
    style = style_of(element.kind, element.style)
    _background(area, style, scale, element.enabled)
    if element.kind == "image" and element.source:
        pictures.picture(area, element.source)
    elif element.kind == "code" and element.source:
        pictures.code(area, element.source)
    elif element.text or element.kind in ("field", "checkbox"):
        _text(area, element, style, scale)


def _cut(area: Pixels, element: Element, scale: float) -> None:
    """An element that a scrolled page cuts off: drawn whole, and shown as far as it can be seen."""
    box, frame = element.bounds, element.frame
    whole: Pixels = np.empty((frame.height, frame.width, 3), np.uint8)
    seen = whole[box.y - frame.y : box.bottom - frame.y, box.x - frame.x : box.right - frame.x]
    seen[:] = area
    _own(whole, element, scale)
    area[:] = seen


def _bar(area: Pixels, element: Element, scale: float) -> None:
    """At the right edge: which part of what scrolls is in view."""
    high = area.shape[0]
    length = max(round(24 * scale), high * high // (high + element.reach))
    top = round((high - length) * element.offset / element.reach)
    area[top : top + length, -round(3 * scale) :] = PALE


def _background(area: Pixels, style: Style, scale: float, enabled: bool) -> None:
    radius = round(style.radius * scale)
    fill = style.fill if enabled or style.fill in (None, WHITE) else PALE
    if style.border is not None:
        _rounded(area, 0, radius, style.border)
        _rounded(area, max(1, round(scale * 0.7)), radius, fill or WHITE)
    elif fill is not None:
        _rounded(area, 0, radius, fill)


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


def _text(area: Pixels, element: Element, style: Style, scale: float) -> None:
    """The element's lines, in the middle of its height but for long fields, which begin at the top."""
    size = style.size * scale
    line_height = ceil(size * LINE_HEIGHT)
    down, across = ceil(style.pad[0] * scale), ceil(style.pad[1] * scale)
    hint = element.kind == "field" and not element.text
    inner = max(1, area.shape[1] - 2 * across)
    shown = (
        Element("text", text=element.description, style=element.style or element.kind) if hint else element
    )
    lines = text_lines(shown, inner, scale)
    begin = ceil(CHECKBOX_DP * scale) if element.kind == "checkbox" else 0
    colour = PALE if not element.enabled and style.fill in (None, WHITE) else GREY if hint else style.colour
    top = down if style.lines > 4 else max(0, (area.shape[0] - len(lines) * line_height) // 2)
    if begin:
        _square(area, element.checked is True, scale)
    for line in lines:
        left = across + begin + PLACES[style.align] * max(0.0, inner - begin - width_of(line, size))
        cv2.putText(
            area,
            line,
            (round(left), round(top + line_height * BASELINE)),
            colour,
            FONT,
            round(size),
            style.weight,
        )
        top += line_height


def _square(area: Pixels, ticked: bool, scale: float) -> None:
    side = round(20 * scale)
    top = (area.shape[0] - side) // 2
    box = area[max(0, top) : top + side, 1 : 1 + side]
    _rounded(box, 0, round(4 * scale), BLUE if ticked else GREY)
    if not ticked:
        _rounded(box, max(2, round(scale)), round(4 * scale), WHITE)
        return
    points = np.array([[0.22, 0.52], [0.43, 0.72], [0.8, 0.3]]) * side
    cv2.polylines(box, [points.astype(np.int32)], False, WHITE, max(2, round(2 * scale)), cv2.LINE_AA)
