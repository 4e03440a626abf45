"""A second look at a picture in which no reader has found a code: what light, noise and focus took is brought out.

Both ways work on the picture at half its size: that averages noise and stripes away, and costs a quarter.
"""

from collections.abc import Callable
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Light = NDArray[np.float32]

AROUND = 41
"""Pixels: how far around itself a pixel looks to know what is bright and what is dark there."""
LEAST_CONTRAST = 2.0
"""Grey levels; what differs by less is as even as a sheet of paper."""
MIDDLE, SPREAD = 128, 64
OUT_OF_FOCUS = 3.0
"""Pixels: the blur that is taken back, as the deviation of a bell curve."""
NOISE = 0.002
"""How much of a frequency must be left for it to be brought back: its noise would drown the rest."""


def levelled(picture: Grey) -> Grey:
    """Each place by its own brightest and darkest: what lies in shadow, glare or the dark is as clear as the rest."""
    light = np.asarray(cv2.GaussianBlur(_halved(picture), (0, 0), 1.0), np.float32)
    mean = cv2.blur(light, (AROUND, AROUND))
    variance = cv2.blur(light * light, (AROUND, AROUND)) - mean * mean
    deviation = np.sqrt(np.maximum(variance, LEAST_CONTRAST**2))
    return _counted(MIDDLE + SPREAD * (light - mean) / deviation)


def refocused(picture: Grey) -> Grey:
    """A blur taken back, by Wiener's filter."""
    light = _halved(picture)
    height, width = light.shape
    spectrum = np.fft.rfft2(light) * _filter(height, width)
    return _counted(np.fft.irfft2(spectrum, s=light.shape))


WAYS: tuple[Callable[[Grey], Grey], ...] = (levelled, refocused)


def _halved(picture: Grey) -> Light:
    size = (max(1, picture.shape[1] // 2), max(1, picture.shape[0] // 2))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32)


@lru_cache(maxsize=2)
def _filter(height: int, width: int) -> NDArray[np.float64]:
    down, across = np.fft.fftfreq(height)[:, np.newaxis], np.fft.rfftfreq(width)[np.newaxis]
    blurred = np.exp(-2 * (np.pi * OUT_OF_FOCUS) ** 2 * (down**2 + across**2))
    return np.asarray(blurred / (blurred**2 + NOISE), np.float64)


def _counted(light: NDArray[np.float32] | NDArray[np.float64]) -> Grey:
    return np.clip(light, 0, 255).astype(np.uint8)
