"""The places that a camera sees: the desk behind the back lens, the candidate before the front lens, the room from a stand."""

from functools import cache, lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from simulators.phone import props
from simulators.phone.portrait import Worn, looks, portrait
from simulators.phone.props import Around
from simulators.phone.scanner import Frame

WIDTH, HEIGHT = 720, 960
"""The size of a frame in pixels: a phone held upright."""

WOOD = (96, 140, 178)
PAPER = (232, 236, 238)
PENCIL = (60, 170, 226)
WALL = (214, 220, 224)
DOOR, FRAME = (150, 172, 190), (120, 140, 156)
GLASS = (44, 40, 38)
ALONE = Around()
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


@lru_cache(maxsize=16)
def candidate(who: str, around: Around = ALONE, worn: Worn = "none") -> Frame:
    """What the front lens sees: a person before a wall. It is a drawing, and holds no code."""
    wall = np.full((HEIGHT, WIDTH, 3), WALL, np.uint8)
    if not around.stands_in("nobody"):
        face = portrait(_sits(who, around), WALL, worn)
        wall[:] = cv2.resize(face, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    bare = props.wall_of(wall)
    cv2.rectangle(wall, (40, 60), (170, 330), (236, 226, 206), -1)
    cv2.rectangle(wall, (40, 60), (170, 330), (170, 170, 170), 6)
    return lit(props.spoilt(props.dressed(wall, "front", around, bare), around))


@lru_cache(maxsize=16)
def room(seed: int, who: str, around: Around = ALONE) -> Frame:
    """What a phone on its stand sees from the side: the candidate at the desk, the answer sheet, the main phone."""
    place = np.full((HEIGHT, WIDTH, 3), WALL, np.uint8)
    bare = props.wall_of(place)
    bare[:, 520:] = False
    bare[640:] = False
    cv2.rectangle(place, (540, 56), (712, 454), FRAME, -1)
    cv2.rectangle(place, (552, 68), (700, 450), DOOR, -1)
    if not around.stands_in("nobody"):
        before = place.copy()
        _from_the_side(place, _sits(who, around))
        bare &= np.all(place == before, axis=2)
    place[640:] = wood(seed)[640:]
    if not around.stands_in("sheet"):
        _sheet_on_the_desk(place)
    cv2.rectangle(place, (600, 500), (666, 640), GLASS, -1)
    cv2.line(place, (632, 640), (632, 700), GLASS, 8, cv2.LINE_AA)
    return lit(props.spoilt(props.dressed(place, "room", around, bare), around))


def _sits(who: str, around: Around) -> str:
    """Who sits there: the candidate, or the first other person who looks quite otherwise."""
    if not around.stands_in("other"):
        return who
    mine = looks(who)
    others = (f"{who} other {number}" for number in range(1000))
    return next(
        one for one in others if looks(one).long_hair != mine.long_hair and looks(one).clothes != mine.clothes
    )


def _from_the_side(place: Frame, who: str) -> None:
    seen = looks(who)
    if seen.long_hair:
        cv2.ellipse(place, (232, 360), (74, 120), 0, 0, 360, seen.hair, -1, cv2.LINE_AA)
    cv2.ellipse(place, (246, 640), (130, 220), 0, 180, 360, seen.clothes, -1, cv2.LINE_AA)
    cv2.ellipse(place, (272, 336), (seen.width, 88), 0, 0, 360, seen.skin, -1, cv2.LINE_AA)
    cv2.ellipse(place, (256, 304), (seen.width + 10, 72), 0, 170, 360, seen.hair, -1, cv2.LINE_AA)
    cv2.circle(place, (318, 306), 6, GLASS, -1, cv2.LINE_AA)
    cv2.line(place, (282, 520), (430, 632), seen.clothes, 46, cv2.LINE_AA)


def _sheet_on_the_desk(place: Frame) -> None:
    corners = np.array([[330, 690], [540, 680], [580, 780], [360, 796]], np.int32)
    cv2.fillConvexPoly(place, corners, PAPER, cv2.LINE_AA)
    for line in range(6):
        y = 704 + line * 14
        cv2.line(place, (360 + 3 * line, y), (530 + 6 * line, y - 6), (150, 150, 150), 2, cv2.LINE_AA)


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
