"""What a camera may be pointed at: a desk, the room, the screen of another phone, paper, an ID card."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from simulators.phone import id_card, sheet
from simulators.phone.id_card import IdCard
from simulators.phone.scanner import Frame

SCREEN_WIDTH_CM = 7.0
PAPER_LONG_SIDE_CM = 15.0


@dataclass(frozen=True, slots=True)
class Desk:
    """Nothing but the desk: a candidate who has not aimed yet, and lays there what an app asks for."""


@dataclass(frozen=True, slots=True)
class Room:
    """The candidate at the desk, as a phone on its stand sees them from the side."""


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


@dataclass(frozen=True, slots=True)
class Sheet:
    """Page `page` of an answer sheet, as `hand` has written it: which fields of its header, and in which ink."""

    page: int
    hand: str = ""
    header: tuple[sheet.Field, ...] = sheet.FIELDS
    ink: sheet.Ink = "black"


Subject = Desk | Room | Screen | Picture | Sheet | IdCard

USUAL_CM: Mapping[type[Subject], float] = {
    Desk: 25.0,
    Room: 150.0,
    Screen: 25.0,
    Picture: 25.0,
    Sheet: 28.0,
    IdCard: 11.0,
}
"""How far away such a thing is usually held: all of it is seen, and as large as may be."""


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
    """The flat thing that `subject` is; None for the bare desk and the room."""
    match subject:
        case Screen(of):
            lit = of()
            face = dark_screen() if lit is None else lit
            return Card(face, SCREEN_WIDTH_CM, rim=0.035, rim_colour=(24, 22, 22), corner=0.11)
        case Picture(file):
            face = decoded(file)
            width = PAPER_LONG_SIDE_CM * min(1.0, face.shape[1] / face.shape[0])
            return Card(face, width, rim=0.06, rim_colour=(236, 238, 238), corner=0.0)
        case Sheet(page, hand, header, ink):
            written = sheet.face(page, hand, header, ink)
            return Card(written, sheet.WIDTH_CM, rim=0.004, rim_colour=sheet.PAPER, corner=0.0)
        case IdCard():
            return Card(
                id_card.face(subject), id_card.WIDTH_CM, rim=0.004, rim_colour=sheet.PAPER, corner=0.04
            )
        case Desk() | Room():
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
