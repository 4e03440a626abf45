"""The pen that draws icons: places from 0 to 1 in a square, whatever its size in pixels."""

import cv2
import numpy as np
from numpy.typing import NDArray

from simulators.phone.lettering import FONT, advance
from simulators.phone.styles import GREY, INK, WHITE, Colour

Pixels = NDArray[np.uint8]
Place = tuple[float, float]
TONES: dict[str, Colour] = {"dark": INK, "light": WHITE, "grey": GREY}
"""What an icon of the bar is drawn in, by what it says after its name."""


class Pen:
    """Draws with places from 0 to 1 in a square in the middle of an area."""

    def __init__(self, area: Pixels) -> None:
        high, wide = area.shape[:2]
        self.area, self.unit = area, min(high, wide)
        self._left, self._top = (wide - self.unit) / 2, (high - self.unit) / 2

    def at(self, place: Place) -> tuple[int, int]:
        return round(self._left + place[0] * self.unit), round(self._top + place[1] * self.unit)

    def disc(self, centre: Place, radius: float, colour: Colour, thick: float = 0) -> None:
        width = max(1, round(thick * self.unit)) if thick else -1
        cv2.circle(self.area, self.at(centre), max(1, round(radius * self.unit)), colour, width, cv2.LINE_AA)

    def oval(self, centre: Place, axes: Place, colour: Colour, tilt: float = 0) -> None:
        size = (max(1, round(axes[0] * self.unit)), max(1, round(axes[1] * self.unit)))
        cv2.ellipse(self.area, self.at(centre), size, tilt, 0, 360, colour, -1, cv2.LINE_AA)

    def line(self, *places: Place, colour: Colour, thick: float) -> None:
        points = np.array([self.at(place) for place in places], np.int32)
        cv2.polylines(self.area, [points], False, colour, max(1, round(thick * self.unit)), cv2.LINE_AA)

    def shape(self, *places: Place, colour: Colour) -> None:
        cv2.fillPoly(
            self.area, [np.array([self.at(place) for place in places], np.int32)], colour, cv2.LINE_AA
        )

    def plate(self, colour: Colour) -> None:
        """The icon's own background: a square with round corners."""
        for across in (0.24, 0.76):
            for down in (0.24, 0.76):
                self.disc((across, down), 0.235, colour)
        self.shape((0.24, 0.005), (0.76, 0.005), (0.76, 0.995), (0.24, 0.995), colour=colour)
        self.shape((0.005, 0.24), (0.995, 0.24), (0.995, 0.76), (0.005, 0.76), colour=colour)

    def letter(self, character: str, colour: Colour, size: float) -> None:
        """One character in the middle, `size` of the square high."""
        pixels = size * self.unit
        left, base = self.at((0.5, 0.5))
        where = (round(left - advance(character) * pixels / 2), round(base + pixels * 0.36))
        cv2.putText(self.area, character, where, colour, FONT, max(4, round(pixels)), 600)
