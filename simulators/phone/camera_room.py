"""The places that a camera sees: the desk behind the back lens, the candidate before the front lens."""

from functools import cache, lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from simulators.phone.portrait import Worn, portrait
from simulators.phone.scanner import Frame

WIDTH, HEIGHT = 720, 960
"""The size of a frame in pixels: a phone held upright."""

WOOD = (96, 140, 178)
PAPER = (232, 236, 238)
PENCIL = (60, 170, 226)
WALL = (214, 220, 224)
SPARE = 64


@lru_cache(maxsize=8)
def wood(seed: int) -> Frame:
    """A wooden desk with nothing on it, read only."""
    noise = np.random.default_rng(seed)
    grain = noise.normal(0, 1, (HEIGHT // 3, 6)).astype(np.float32)
    grain = np.asarray(cv2.resize(grain, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC), dtype=np.float32)
    pores = noise.normal(0, 1, (HEIGHT, WIDTH // 30)).astype(np.float32)
    pores = np.asarray(cv2.resize(pores, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR), dtype=np.float32)
    shade = (9 * grain + 4 * pores)[..., np.newaxis]
    surface = np.ascontiguousarray(np.clip(np.array(WOOD, np.float32) + shade, 0, 255).astype(np.uint8))
    surface.setflags(write=False)
    return surface


@lru_cache(maxsize=8)
def bare_desk(seed: int) -> Frame:
    """The desk with nothing on it, in the room's light."""
    return lit(wood(seed))


@lru_cache(maxsize=8)
def desk(seed: int) -> Frame:
    """The desk with the corner of an answer sheet and a pencil on it."""
    used = wood(seed).copy()
    _answer_sheet(used)
    cv2.line(used, (60, 900), (330, 780), PENCIL, 11, cv2.LINE_AA)
    cv2.line(used, (330, 780), (352, 770), (150, 190, 220), 9, cv2.LINE_AA)
    return lit(used)


def _answer_sheet(surface: Frame) -> None:
    """Five-line staves on a sheet that reaches in from the upper right."""
    corners = np.array([[470, -20], [760, -60], [790, 330], [520, 360]], np.int32)
    cv2.fillConvexPoly(surface, corners, PAPER, cv2.LINE_AA)
    for staff in range(5):
        for line in range(5):
            y = 20 + staff * 66 + line * 7
            cv2.line(surface, (500, y + 12), (730, y - 12), (150, 150, 150), 1, cv2.LINE_AA)


@lru_cache(maxsize=8)
def candidate(who: str, worn: Worn = "none") -> Frame:
    """What the front lens sees: a person before a wall. It is a drawing, and holds no code."""
    wall = np.full((HEIGHT, WIDTH, 3), WALL, np.uint8)
    wall[:] = cv2.resize(portrait(who, WALL, worn), (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    cv2.rectangle(wall, (40, 60), (170, 330), (236, 226, 206), -1)
    cv2.rectangle(wall, (40, 60), (170, 330), (170, 170, 170), 6)
    return lit(wall)


@lru_cache(maxsize=8)
def grain(seed: int) -> NDArray[np.float32]:
    """What a sensor adds by itself: standard normal, larger than a frame by `SPARE`; each frame has another corner."""
    size = (HEIGHT + SPARE, WIDTH + SPARE)
    return np.random.default_rng(seed).standard_normal(size, dtype=np.float32)


def lit(place: Frame) -> Frame:
    """Light falls off towards the corners, as in any lens; read only."""
    seen: Frame = np.clip(place * _light(), 0, 255).astype(np.uint8)
    seen.setflags(write=False)
    return seen


@cache
def _light() -> NDArray[np.float32]:
    y, x = np.mgrid[-1.0 : 1.0 : HEIGHT * 1j, -1.0 : 1.0 : WIDTH * 1j]
    return np.asarray((1.04 - 0.16 * (x * x + y * y))[..., np.newaxis], dtype=np.float32)
