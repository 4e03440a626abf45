"""The places that a camera sees: the desk behind the back lens, the candidate before the front lens."""

from functools import cache

import cv2
import numpy as np

from simulators.phone.scanner import Frame

WIDTH, HEIGHT = 720, 960
"""The size of a frame in pixels: a phone held upright."""

WOOD = (96, 140, 178)
PAPER = (232, 236, 238)
PENCIL = (60, 170, 226)


def desk(noise: np.random.Generator) -> Frame:
    """A wooden desk with the corner of an answer sheet and a pencil on it."""
    grain = noise.normal(0, 1, (HEIGHT // 3, 6)).astype(np.float32)
    grain = np.asarray(cv2.resize(grain, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC), dtype=np.float32)
    pores = noise.normal(0, 1, (HEIGHT, WIDTH // 30)).astype(np.float32)
    pores = np.asarray(cv2.resize(pores, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR), dtype=np.float32)
    shade = (9 * grain + 4 * pores)[..., np.newaxis]
    surface = np.ascontiguousarray(np.clip(np.array(WOOD, np.float32) + shade, 0, 255).astype(np.uint8))
    _answer_sheet(surface)
    cv2.line(surface, (60, 900), (330, 780), PENCIL, 11, cv2.LINE_AA)
    cv2.line(surface, (330, 780), (352, 770), (150, 190, 220), 9, cv2.LINE_AA)
    return _lit(surface)


def _answer_sheet(surface: Frame) -> None:
    """Five-line staves on a sheet that reaches in from the upper right."""
    corners = np.array([[470, -20], [760, -60], [790, 330], [520, 360]], np.int32)
    cv2.fillConvexPoly(surface, corners, PAPER, cv2.LINE_AA)
    for staff in range(5):
        for line in range(5):
            y = 20 + staff * 66 + line * 7
            cv2.line(surface, (500, y + 12), (730, y - 12), (150, 150, 150), 1, cv2.LINE_AA)


@cache
def candidate() -> Frame:
    """What the front lens sees: a person before a wall. It is a drawing, and holds no code."""
    wall = np.full((HEIGHT, WIDTH, 3), (214, 220, 224), np.uint8)
    cv2.rectangle(wall, (40, 60), (250, 360), (236, 226, 206), -1)
    cv2.rectangle(wall, (40, 60), (250, 360), (170, 170, 170), 6)
    cv2.ellipse(wall, (360, 960), (300, 270), 0, 180, 360, (120, 84, 60), -1, cv2.LINE_AA)
    cv2.rectangle(wall, (312, 610), (408, 730), (150, 186, 222), -1)
    cv2.ellipse(wall, (360, 470), (150, 196), 0, 0, 360, (168, 204, 236), -1, cv2.LINE_AA)
    cv2.ellipse(wall, (360, 400), (160, 150), 0, 180, 360, (40, 36, 36), -1, cv2.LINE_AA)
    for x in (300, 420):
        cv2.ellipse(wall, (x, 460), (20, 11), 0, 0, 360, (250, 250, 250), -1, cv2.LINE_AA)
        cv2.circle(wall, (x, 460), 9, (40, 40, 50), -1, cv2.LINE_AA)
    cv2.ellipse(wall, (360, 560), (44, 16), 0, 0, 180, (100, 100, 190), 5, cv2.LINE_AA)
    return _lit(wall)


def _lit(place: Frame) -> Frame:
    """Light falls off towards the corners, as in any lens."""
    y, x = np.mgrid[-1.0 : 1.0 : HEIGHT * 1j, -1.0 : 1.0 : WIDTH * 1j]
    light = (1.04 - 0.16 * (x * x + y * y))[..., np.newaxis]
    lit: Frame = np.clip(place * light, 0, 255).astype(np.uint8)
    lit.setflags(write=False)
    return lit
