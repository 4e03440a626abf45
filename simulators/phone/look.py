"""How a phone draws whatever it shows: the settings and the screen's size, and what they do to colours and letters."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulators.phone.styles import (
    BLUE,
    GREEN,
    GREY,
    INK,
    LINE,
    NIGHT,
    PALE,
    PAPER,
    RED,
    ROSE,
    SKY,
    SOFT,
    WHITE,
    Colour,
)

PHONE_DP = 360
"""The width of a phone's screen in dp."""
TABLET_DP = 720
SYSTEM_FONT = "system"

DARK_FILLS: Mapping[Colour, Colour] = {
    WHITE: (44, 40, 38),
    PAPER: (26, 22, 20),
    LINE: (72, 66, 62),
    SKY: (70, 52, 40),
    ROSE: (44, 38, 82),
    PALE: (92, 84, 78),
    BLUE: (214, 104, 48),
    SOFT: (60, 56, 54),
}
DARK_INKS: Mapping[Colour, Colour] = {
    INK: (236, 232, 230),
    GREY: (170, 160, 154),
    PALE: (112, 104, 98),
    BLUE: (255, 164, 98),
    RED: (112, 112, 255),
    GREEN: (140, 214, 96),
    (78, 70, 64): (196, 188, 184),
    NIGHT: (236, 232, 230),
}
"""What is not listed stays as it is: white letters on a blue button, and what is dark already."""


@dataclass(frozen=True, slots=True)
class Look:
    """`text` enlarges the letters, `font` is the name of what they are set in."""

    dp: int = PHONE_DP
    dark: bool = False
    text: float = 1.0
    font: str = SYSTEM_FONT

    def fill(self, colour: Colour) -> Colour:
        return DARK_FILLS.get(colour, colour) if self.dark else colour

    def ink(self, colour: Colour) -> Colour:
        return DARK_INKS.get(colour, colour) if self.dark else colour


PLAIN = Look()
