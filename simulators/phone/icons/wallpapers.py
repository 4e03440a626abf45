"""Wallpapers: three colours that run into one another, for each system its own."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from simulators.phone.icons.pen import Pixels
from simulators.phone.styles import Colour

SKIES: Mapping[str, tuple[Colour, Colour, Colour]] = {
    "Android": ((122, 78, 34), (150, 118, 58), (92, 66, 70)),
    "HarmonyOS": ((96, 58, 82), (112, 96, 186), (84, 142, 232)),
    "iOS": ((98, 44, 40), (150, 70, 92), (176, 118, 196)),
}
"""The colours of each system's wallpaper from above to below."""


def wallpaper(area: Pixels, name: str) -> None:
    area[:] = _sky(name, *area.shape[:2])


@lru_cache(maxsize=8)
def _sky(name: str, high: int, wide: int) -> Pixels:
    """Three colours that run into one another from above to below, with two hills of light."""
    stops = np.array(SKIES[name], np.float32)
    down = np.linspace(0, 2, high, dtype=np.float32)[:, None]
    across = np.linspace(0, 1, wide, dtype=np.float32)[None, :]
    place = np.clip(down + 0.35 * np.sin(across * 3.1 + 0.4) - 0.2, 0, 1.999)
    lower = place.astype(np.int64)
    part = (place - lower)[..., None]
    picture: Pixels = (stops[lower] * (1 - part) + stops[lower + 1] * part).astype(np.uint8)
    picture.setflags(write=False)
    return picture
