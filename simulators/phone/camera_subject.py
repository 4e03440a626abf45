"""What a camera may be pointed at: a desk, the screen of another phone, or a picture on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from simulators.phone.scanner import Frame

SCREEN_WIDTH_CM = 7.0
PAPER_LONG_SIDE_CM = 15.0


@dataclass(frozen=True, slots=True)
class Desk:
    """Nothing but the desk: a candidate who has not aimed yet."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The screen of a phone; `of` gives its present pixels, (height, width, 3) in blue, green, red.

    None from `of` is a screen that is off.
    """

    of: Callable[[], Frame | None]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture printed on paper, from the bytes of a PNG or JPEG file. ValueError where they are none."""

    file: bytes

    def __post_init__(self) -> None:
        decoded(self.file)


Subject = Desk | Screen | Picture


@dataclass(frozen=True, slots=True)
class Card:
    """A flat thing in front of the lens: its face, its true width, its rim and how round its corners are.

    `rim` and `corner` are parts of the width.
    """

    face: Frame
    width_cm: float
    rim: float
    rim_colour: tuple[int, int, int]
    corner: float

    @property
    def height_cm(self) -> float:
        return float(self.width_cm * self.face.shape[0] / self.face.shape[1])


def card(subject: Subject) -> Card | None:
    """The flat thing that `subject` is; None for the bare desk."""
    match subject:
        case Screen(of):
            lit = of()
            face = dark_screen() if lit is None else lit
            return Card(face, SCREEN_WIDTH_CM, rim=0.035, rim_colour=(24, 22, 22), corner=0.11)
        case Picture(file):
            face = decoded(file)
            width = PAPER_LONG_SIDE_CM * min(1.0, face.shape[1] / face.shape[0])
            return Card(face, width, rim=0.06, rim_colour=(236, 238, 238), corner=0.0)
        case Desk():
            return None


@lru_cache(maxsize=1)
def dark_screen() -> Frame:
    """The glass of a phone that is off, (2340, 1080, 3)."""
    glass = np.full((2340, 1080, 3), (18, 15, 15), np.uint8)
    glass.setflags(write=False)
    return glass


@lru_cache(maxsize=8)
def decoded(file: bytes) -> Frame:
    """The pixels of a picture file, read only, (height, width, 3) in blue, green, red."""
    pixels = cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_COLOR) if file else None
    if pixels is None:
        raise ValueError(f"the picture ({len(file)} bytes) is no image; give the bytes of a PNG or JPEG file")
    face = np.asarray(pixels, dtype=np.uint8)
    face.setflags(write=False)
    return face
