"""Icons of apps, and of what the system asks about."""

import zlib
from collections.abc import Sequence

from simulators.phone.icons.pen import Pen, Pixels
from simulators.phone.styles import BLUE, GREEN, INK, RED, WHITE, Colour

YELLOW: Colour = (60, 190, 250)
BLACK: Colour = (34, 30, 30)
HUES: Sequence[Colour] = (
    (222, 120, 52),
    (96, 148, 40),
    (178, 88, 138),
    (64, 118, 226),
    (150, 132, 32),
    (92, 84, 212),
)
"""Backgrounds of icons that only show a character."""


def letter(area: Pixels, character: str) -> None:
    """An app that brings no icon: a character on a colour of its own."""
    pen = Pen(area)
    pen.plate(HUES[zlib.crc32(character.encode()) % len(HUES)])
    pen.letter(character, WHITE, 0.5)


def chat(area: Pixels, _: str) -> None:
    pen = Pen(area)
    pen.plate((88, 186, 52))
    pen.oval((0.41, 0.43), (0.24, 0.19), WHITE)
    pen.shape((0.26, 0.55), (0.24, 0.68), (0.38, 0.6), colour=WHITE)
    pen.oval((0.64, 0.6), (0.19, 0.155), (226, 240, 222))
    for across in (0.33, 0.48):
        pen.disc((across, 0.4), 0.03, (88, 186, 52))


def penguin(area: Pixels, _: str) -> None:
    pen = Pen(area)
    pen.plate((238, 158, 44))
    pen.oval((0.5, 0.5), (0.22, 0.32), BLACK)
    pen.oval((0.5, 0.6), (0.15, 0.19), WHITE)
    for across in (0.43, 0.57):
        pen.oval((across, 0.35), (0.05, 0.065), WHITE)
        pen.disc((across, 0.36), 0.022, BLACK)
    pen.oval((0.5, 0.45), (0.09, 0.035), YELLOW)
    pen.shape((0.31, 0.5), (0.69, 0.5), (0.66, 0.58), (0.34, 0.58), colour=RED)


def music(area: Pixels, _: str) -> None:
    pen = Pen(area)
    pen.plate((58, 50, 222))
    pen.oval((0.36, 0.7), (0.1, 0.08), WHITE, -20)
    pen.oval((0.66, 0.63), (0.1, 0.08), WHITE, -20)
    pen.line((0.45, 0.69), (0.45, 0.3), (0.75, 0.23), (0.75, 0.62), colour=WHITE, thick=0.05)
    pen.line((0.45, 0.36), (0.75, 0.29), colour=WHITE, thick=0.07)


def clock(area: Pixels, _: str) -> None:
    pen = Pen(area)
    pen.plate(BLACK)
    pen.disc((0.5, 0.5), 0.36, WHITE)
    pen.line((0.5, 0.5), (0.5, 0.24), colour=INK, thick=0.045)
    pen.line((0.5, 0.5), (0.66, 0.6), colour=INK, thick=0.045)
    pen.line((0.5, 0.56), (0.5, 0.2), colour=RED, thick=0.02)
    pen.disc((0.5, 0.5), 0.04, RED)


def browser(area: Pixels, _: str) -> None:
    pen = Pen(area)
    pen.plate(WHITE)
    pen.disc((0.5, 0.5), 0.38, (232, 148, 40))
    pen.shape((0.72, 0.28), (0.56, 0.58), (0.44, 0.44), colour=(70, 70, 236))
    pen.shape((0.28, 0.72), (0.44, 0.44), (0.56, 0.58), colour=WHITE)


def mail(area: Pixels, _: str) -> None:
    pen = Pen(area)
    pen.plate((92, 200, 74))
    pen.oval((0.5, 0.47), (0.31, 0.25), WHITE)
    pen.shape((0.32, 0.62), (0.26, 0.78), (0.48, 0.7), colour=WHITE)


def gear(area: Pixels, _: str) -> None:
    """The system's settings."""
    pen = Pen(area)
    pen.plate((150, 138, 130))
    for across, down in ((0.5, 0.2), (0.71, 0.29), (0.8, 0.5), (0.71, 0.71)):
        pen.line((across, down), (1 - across, 1 - down), colour=WHITE, thick=0.11)
    pen.disc((0.5, 0.5), 0.23, WHITE)
    pen.disc((0.5, 0.5), 0.11, (150, 138, 130))


def telephone(area: Pixels, _: str) -> None:
    pen = Pen(area)
    pen.plate(GREEN)
    pen.line((0.33, 0.3), (0.36, 0.46), (0.52, 0.63), (0.69, 0.67), colour=WHITE, thick=0.1)
    pen.disc((0.34, 0.32), 0.09, WHITE)
    pen.disc((0.67, 0.66), 0.09, WHITE)


def camera(area: Pixels, _: str) -> None:
    pen = Pen(area)
    pen.plate((220, 120, 40))
    pen.shape((0.24, 0.36), (0.76, 0.36), (0.76, 0.7), (0.24, 0.7), colour=WHITE)
    pen.shape((0.4, 0.28), (0.6, 0.28), (0.64, 0.38), (0.36, 0.38), colour=WHITE)
    pen.disc((0.5, 0.53), 0.115, (220, 120, 40))
    pen.disc((0.5, 0.53), 0.06, WHITE)


def bell(area: Pixels, _: str) -> None:
    pen = Pen(area)
    pen.plate((80, 150, 245))
    pen.disc((0.5, 0.43), 0.19, WHITE)
    pen.shape((0.31, 0.43), (0.69, 0.43), (0.75, 0.67), (0.25, 0.67), colour=WHITE)
    pen.disc((0.5, 0.74), 0.06, WHITE)


def microphone(area: Pixels, _: str) -> None:
    pen = Pen(area)
    pen.plate((84, 84, 226))
    pen.oval((0.5, 0.4), (0.1, 0.2), WHITE)
    pen.line((0.32, 0.45), (0.36, 0.58), (0.5, 0.64), (0.64, 0.58), (0.68, 0.45), colour=WHITE, thick=0.04)
    pen.line((0.5, 0.64), (0.5, 0.78), colour=WHITE, thick=0.05)


def storage(area: Pixels, _: str) -> None:
    pen = Pen(area)
    pen.plate((60, 160, 236))
    pen.shape((0.2, 0.3), (0.42, 0.3), (0.48, 0.38), (0.8, 0.38), (0.8, 0.72), (0.2, 0.72), colour=WHITE)


def globe(area: Pixels, _: str) -> None:
    pen = Pen(area)
    pen.plate(BLUE)
    pen.disc((0.5, 0.5), 0.27, WHITE, 0.045)
    pen.line((0.23, 0.5), (0.77, 0.5), colour=WHITE, thick=0.04)
    pen.line((0.5, 0.23), (0.38, 0.5), (0.5, 0.77), (0.62, 0.5), (0.5, 0.23), colour=WHITE, thick=0.04)


def person(area: Pixels, _: str) -> None:
    """Whose photo nobody has."""
    pen = Pen(area)
    pen.disc((0.5, 0.5), 0.49, (150, 142, 136))
    pen.disc((0.5, 0.4), 0.17, WHITE)
    pen.oval((0.5, 0.78), (0.28, 0.18), WHITE)
