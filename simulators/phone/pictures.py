"""The pictures that image elements show, drawn into a given piece of the screen."""

from collections.abc import Callable, Mapping

import cv2
import numpy as np
import segno
from numpy.typing import NDArray

from simulators.phone.icons import ICONS
from simulators.phone.lettering import FONT
from simulators.phone.styles import BLUE, GREEN, GREY, LINE, NIGHT, PALE, RED, SKY, WHITE

Pixels = NDArray[np.uint8]
Picture = Callable[[Pixels], None]
QUIET = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""


def code(area: Pixels, payload: str) -> None:
    """A QR code in the middle of `area`, as large as whole pixels a module allow."""
    matrix = np.array(segno.make(payload, error="m", micro=False).matrix, dtype=np.uint8)
    modules = len(matrix) + 2 * QUIET
    scale = max(1, min(area.shape[:2]) // modules)
    dark = np.kron(matrix, np.ones((scale, scale), np.uint8))
    side = len(dark)
    top, left = (area.shape[0] - side) // 2, (area.shape[1] - side) // 2
    if top >= 0 and left >= 0:
        area[top : top + side, left : left + side] = np.where(dark[..., None] == 1, 0, 255).astype(np.uint8)


def person(area: Pixels) -> None:
    """The candidate at the desk, as the front lens shows them on their own screen."""
    high, wide = area.shape[:2]
    area[:] = (206, 214, 216)
    unit = min(high, wide)
    middle = wide // 2
    cv2.rectangle(area, (0, int(high * 0.84)), (wide, high), (110, 140, 168), -1)
    cv2.ellipse(
        area,
        (middle, int(high * 0.86)),
        (int(unit * 0.34), int(unit * 0.36)),
        0,
        180,
        360,
        (120, 84, 60),
        -1,
        cv2.LINE_AA,
    )
    cv2.rectangle(area, (0, int(high * 0.86)), (wide, high), (110, 140, 168), -1)
    cv2.circle(area, (middle, int(high * 0.36)), int(unit * 0.155), (44, 38, 34), -1, cv2.LINE_AA)
    cv2.ellipse(
        area,
        (middle, int(high * 0.385)),
        (int(unit * 0.125), int(unit * 0.15)),
        0,
        0,
        360,
        (170, 198, 232),
        -1,
        cv2.LINE_AA,
    )


def sheet(area: Pixels) -> None:
    """An answer sheet with staves."""
    high, wide = area.shape[:2]
    area[:] = (196, 204, 208)
    across, down = int(wide * 0.22), int(high * 0.08)
    cv2.rectangle(area, (across, down), (wide - across, high - down), WHITE, -1)
    for staff in range(5):
        top = down + int((high - 2 * down) * (0.14 + staff * 0.16))
        for line in range(5):
            y = top + line * max(2, high // 90)
            cv2.line(area, (across + 12, y), (wide - across - 12, y), PALE, 1)


def finder(area: Pixels) -> None:
    """The scanner's view with its four corners."""
    area[:] = NIGHT
    high, wide = area.shape[:2]
    half, arm, thick = int(min(high, wide) * 0.36), int(min(high, wide) * 0.08), max(3, wide // 120)
    for across in (-1, 1):
        for down in (-1, 1):
            corner = (wide // 2 + across * half, high // 2 + down * half)
            cv2.line(area, corner, (corner[0] - across * arm, corner[1]), GREEN, thick)
            cv2.line(area, corner, (corner[0], corner[1] - down * arm), GREEN, thick)
    cv2.line(area, (wide // 2 - half, high // 2), (wide // 2 + half, high // 2), GREEN, 2)


def logo(area: Pixels) -> None:
    """The apps' mark: a note on blue."""
    high, wide = area.shape[:2]
    unit = min(high, wide)
    cv2.circle(area, (wide // 2, high // 2), unit // 2 - 1, BLUE, -1, cv2.LINE_AA)
    cv2.ellipse(
        area,
        (int(wide * 0.42), int(high * 0.68)),
        (unit // 8, unit // 10),
        -20,
        0,
        360,
        WHITE,
        -1,
        cv2.LINE_AA,
    )
    cv2.line(
        area,
        (int(wide * 0.53), int(high * 0.66)),
        (int(wide * 0.53), int(high * 0.26)),
        WHITE,
        max(2, unit // 18),
        cv2.LINE_AA,
    )
    cv2.line(
        area,
        (int(wide * 0.53), int(high * 0.27)),
        (int(wide * 0.70), int(high * 0.38)),
        WHITE,
        max(2, unit // 12),
        cv2.LINE_AA,
    )


def face(area: Pixels) -> None:
    """The oval in which the face must be."""
    person(area)
    high, wide = area.shape[:2]
    unit = min(high, wide)
    cv2.ellipse(
        area,
        (wide // 2, int(high * 0.4)),
        (int(unit * 0.24), int(unit * 0.3)),
        0,
        0,
        360,
        BLUE,
        max(3, unit // 120),
        cv2.LINE_AA,
    )


def id_portrait(area: Pixels) -> None:
    """How the side of an ID card with the portrait lies in the frame: words on the left, the portrait on the right."""
    left, top, wide, high = _card(area)
    for line in range(4):
        y = top + int(high * (0.18 + 0.15 * line))
        cv2.rectangle(
            area,
            (left + wide // 14, y),
            (left + int(wide * (0.42 - 0.05 * (line % 2))), y + high // 20),
            LINE,
            -1,
        )
    y = top + int(high * 0.83)
    cv2.rectangle(area, (left + wide // 14, y), (left + int(wide * 0.72), y + high // 20), LINE, -1)
    middle = left + int(wide * 0.8)
    cv2.circle(area, (middle, top + int(high * 0.32)), int(high * 0.13), PALE, -1, cv2.LINE_AA)
    axes = (int(high * 0.22), int(high * 0.24))
    cv2.ellipse(area, (middle, top + int(high * 0.72)), axes, 0, 180, 360, PALE, -1, cv2.LINE_AA)


def id_emblem(area: Pixels) -> None:
    """How the side with the emblem lies in the frame."""
    left, top, wide, high = _card(area)
    centre = (left + int(wide * 0.17), top + int(high * 0.3))
    cv2.circle(area, centre, int(high * 0.17), RED, max(3, high // 40), cv2.LINE_AA)
    cv2.circle(area, centre, int(high * 0.07), RED, -1, cv2.LINE_AA)
    for line, (begin, end) in enumerate(((0.34, 0.86), (0.42, 0.78), (0.3, 0.7), (0.3, 0.8))):
        y = top + int(high * (0.2, 0.36, 0.66, 0.8)[line])
        cv2.rectangle(area, (left + int(wide * begin), y), (left + int(wide * end), y + high // 18), LINE, -1)


def _card(area: Pixels) -> tuple[int, int, int, int]:
    """The outline of a card with its corners marked: left, top, width, height."""
    area[:] = SKY
    high, wide = area.shape[:2]
    tall = int(min(high * 0.86, wide * 0.86 / 1.586))
    broad = int(tall * 1.586)
    left, top = (wide - broad) // 2, (high - tall) // 2
    cv2.rectangle(area, (left, top), (left + broad, top + tall), WHITE, -1)
    arm, thick = tall // 6, max(2, tall // 60)
    for x, across in ((left, 1), (left + broad, -1)):
        for y, down in ((top, 1), (top + tall, -1)):
            cv2.line(area, (x, y), (x + across * arm, y), BLUE, thick)
            cv2.line(area, (x, y), (x, y + down * arm), BLUE, thick)
    return left, top, broad, tall


def positions(area: Pixels) -> None:
    """Where the two phones stand, from above: one before the desk, one to the side and behind."""
    area[:] = SKY
    high, wide = area.shape[:2]
    unit = min(high, wide // 2)
    x, y = wide // 2, int(high * 0.52)
    desk = (int(unit * 0.5), int(unit * 0.16))
    cv2.rectangle(area, (x - desk[0], y - desk[1]), (x + desk[0], y + desk[1]), (150, 186, 214), -1)
    cv2.rectangle(area, (x - unit // 8, y - desk[1] // 2), (x + unit // 8, y + desk[1]), WHITE, -1)
    cv2.circle(area, (x, y + int(unit * 0.3)), int(unit * 0.1), (120, 84, 60), -1, cv2.LINE_AA)
    size, letters = (unit // 9, unit // 16), max(12, unit // 12)
    front, side = (x, y - int(unit * 0.36)), (x - int(unit * 0.78), y + int(unit * 0.3))
    for spot, name in ((front, "主机"), (side, "辅机")):
        cv2.line(area, spot, (x, y + int(unit * 0.12)), GREEN, max(1, unit // 120), cv2.LINE_AA)
        corners = (spot[0] - size[0], spot[1] - size[1]), (spot[0] + size[0], spot[1] + size[1])
        cv2.rectangle(area, *corners, BLUE, -1)
        cv2.putText(area, name, (spot[0] - letters, spot[1] + letters // 3), WHITE, FONT, letters, 500)


def nothing(area: Pixels) -> None:
    """A grey field for a picture that is not there."""
    area[:] = LINE
    cv2.putText(area, "?", (area.shape[1] // 2, area.shape[0] // 2), GREY, FONT, 24)


PICTURES: Mapping[str, Picture] = {
    "person": person,
    "sheet": sheet,
    "finder": finder,
    "face": face,
    "logo": logo,
    "id_portrait": id_portrait,
    "id_emblem": id_emblem,
    "positions": positions,
}


def picture(area: Pixels, source: str) -> None:
    """Draw the picture or the icon named `source`; after a colon stands what the icon needs to know. A grey field
    where there is none of that name."""
    name, _, detail = source.partition(":")
    if name in ICONS:
        ICONS[name](area, detail)
    else:
        PICTURES.get(source, nothing)(area)
