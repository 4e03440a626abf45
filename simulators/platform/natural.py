"""Whether a face is shown as it is: heavy make-up and coloured lenses, measured from the picture's colours (R357, R358).

Skin, hair and the iris are dull colours; paint and coloured lenses are vivid ones. Each measure is a figure from 0
(as painted as can be) to 1 (nothing of the kind), like those of simulators.platform.quality.
"""

from collections.abc import Mapping
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from simulators.platform import images, quality
from simulators.platform.images import Colours, Picture
from simulators.platform.quality import Measure, Measures

WIDTH = 480
"""Every picture is measured this wide."""
VIVID, BRIGHT = 165, 70
"""Saturation and brightness from which on a colour is vivid, of 255."""
REDS: tuple[tuple[int, int], ...] = ((0, 8), (135, 179))
BLUES: tuple[tuple[int, int], ...] = ((35, 130),)
"""Hues of paint and of coloured lenses, in OpenCV's half degrees."""
HALF: Mapping[str, float] = {"make_up": 0.004, "lenses": 0.0008}
"""The share of vivid pixels at which the figure is one half; lenses are small."""
LEAST = 0.5
HUES: Mapping[str, tuple[tuple[int, int], ...]] = {"make_up": REDS, "lenses": BLUES}


def of(frame: Colours) -> Measures:
    """The two measures of a picture of a face."""
    small = cv2.resize(
        frame, (WIDTH, max(1, WIDTH * frame.shape[0] // frame.shape[1])), interpolation=cv2.INTER_AREA
    )
    hue, saturation, value = cv2.split(cv2.cvtColor(small, cv2.COLOR_BGR2HSV))
    vivid = (np.asarray(saturation) >= VIVID) & (np.asarray(value) >= BRIGHT)
    return {name: Measure(_figure(name, np.asarray(hue), vivid), LEAST) for name in HUES}


def poor(body: bytes, picture: Picture) -> tuple[dict[str, Any], list[str]]:
    """What a record of a picture of a face says of it, and for which measures it will not do."""
    seen = images.colours(body)
    if picture.grey is None or seen is None:
        return {}, []
    found = quality.told({**quality.of(picture.grey, "face"), **of(seen)})
    return {"quality": found}, list(found["poor"])


def _figure(name: str, hue: NDArray[Any], vivid: NDArray[Any]) -> float:
    among = np.zeros(hue.shape, bool)
    for least, most in HUES[name]:
        among |= (hue >= least) & (hue <= most)
    share = float((among & vivid).mean())
    return HALF[name] / (share + HALF[name])
