"""A person as drawn: the same one on the ID card, before the front lens and in the recordings.

How somebody looks follows from `who`, a text that names them; no two texts give the same drawing by design, and
none is anybody's face.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

import cv2
import numpy as np

from simulators.core.chance import Chance
from simulators.phone.scanner import Frame

WIDTH, HEIGHT = 360, 480
"""The drawing's own size in pixels, an upright picture of head and shoulders."""

Colour = tuple[int, int, int]
Worn = Literal["none", "make_up", "lenses"]
"""What somebody wears on her face: nothing, heavy make-up, or coloured contact lenses."""
WORN: tuple[Worn, ...] = get_args(Worn)
SKINS: tuple[Colour, ...] = ((168, 204, 236), (150, 190, 226), (176, 212, 240), (140, 178, 214))
HAIRS: tuple[Colour, ...] = ((40, 36, 36), (30, 34, 52), (52, 48, 44), (26, 24, 24))
CLOTHES: tuple[Colour, ...] = ((120, 84, 60), (70, 70, 150), (90, 120, 70), (120, 60, 110), (60, 60, 64))
WHITE, IRIS, RIM = (250, 250, 250), (40, 40, 50), (60, 56, 54)
LENS, LIPSTICK, SHADOW, ROUGE = (215, 120, 20), (40, 20, 190), (150, 40, 120), (90, 70, 225)
SMOOTH = cv2.LINE_AA


@dataclass(frozen=True, slots=True)
class Looks:
    """What tells one drawing from another."""

    skin: Colour
    hair: Colour
    clothes: Colour
    width: int
    long_hair: bool
    glasses: bool
    mouth: int


def looks(who: str) -> Looks:
    hand = Chance(f"portrait {who}").random
    return Looks(
        skin=hand.choice(SKINS),
        hair=hand.choice(HAIRS),
        clothes=hand.choice(CLOTHES),
        width=hand.randint(68, 82),
        long_hair=hand.random() < 0.5,
        glasses=hand.random() < 0.4,
        mouth=hand.randint(16, 26),
    )


@lru_cache(maxsize=32)
def portrait(who: str, background: Colour = (236, 232, 228), worn: Worn = "none") -> Frame:
    """Head and shoulders before a plain background, read only, (HEIGHT, WIDTH, 3)."""
    seen = looks(who)
    page: Frame = np.full((HEIGHT, WIDTH, 3), background, np.uint8)
    if seen.long_hair:
        cv2.ellipse(page, (180, 268), (seen.width + 22, 150), 0, 0, 360, seen.hair, -1, SMOOTH)
    cv2.ellipse(page, (180, 484), (150, 138), 0, 180, 360, seen.clothes, -1, SMOOTH)
    cv2.rectangle(page, (156, 308), (204, 364), _shaded(seen.skin), -1)
    cv2.ellipse(page, (180, 238), (seen.width, 98), 0, 0, 360, seen.skin, -1, SMOOTH)
    cv2.ellipse(page, (180, 200), (seen.width + 6, 76), 0, 180, 360, seen.hair, -1, SMOOTH)
    _features(page, seen)
    {"none": _bare, "make_up": _painted, "lenses": _coloured}[worn](page, seen)
    page.setflags(write=False)
    return page


def _features(page: Frame, seen: Looks) -> None:
    for x in (150, 210):
        cv2.ellipse(page, (x, 232), (11, 6), 0, 0, 360, WHITE, -1, SMOOTH)
        cv2.circle(page, (x, 232), 5, IRIS, -1, SMOOTH)
        cv2.line(page, (x - 13, 216), (x + 13, 215), seen.hair, 3, SMOOTH)
        if seen.glasses:
            cv2.circle(page, (x, 232), 21, RIM, 2, SMOOTH)
    if seen.glasses:
        cv2.line(page, (171, 230), (189, 230), RIM, 2, SMOOTH)
    cv2.line(page, (180, 244), (176, 264), _shaded(seen.skin), 2, SMOOTH)
    cv2.ellipse(page, (180, 284), (seen.mouth, 8), 0, 0, 180, (100, 100, 190), 3, SMOOTH)


def _bare(_: Frame, __: Looks) -> None:
    """As nature made her."""


def _painted(page: Frame, seen: Looks) -> None:
    """Heavy make-up: lips, cheeks and lids."""
    cv2.ellipse(page, (180, 286), (seen.mouth + 4, 11), 0, 0, 360, LIPSTICK, -1, SMOOTH)
    for x in (150, 210):
        cv2.ellipse(page, (x, 224), (13, 5), 0, 180, 360, SHADOW, -1, SMOOTH)
    for x in (132, 228):
        cv2.ellipse(page, (x, 262), (14, 10), 0, 0, 360, ROUGE, -1, SMOOTH)


def _coloured(page: Frame, _: Looks) -> None:
    """Coloured contact lenses, larger than the iris that they hide."""
    for x in (150, 210):
        cv2.circle(page, (x, 232), 7, LENS, -1, SMOOTH)
        cv2.circle(page, (x, 232), 2, IRIS, -1, SMOOTH)


def _shaded(colour: Colour) -> Colour:
    blue, green, red = (round(part * 0.9) for part in colour)
    return blue, green, red
