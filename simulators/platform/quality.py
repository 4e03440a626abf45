"""How good a photo is, measured from its pixels: sharpness, exposure, and whether a sheet's four corners are in it.

Each measure is a figure from 0 (useless) to 1 and does not depend on how large the picture is. What is good enough
stands in `LEAST`; the frames that chose it are the scenes of tests/platform/test_quality.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import cv2
import numpy as np

from simulators.platform import images
from simulators.platform.images import Grey

Kind = Literal["sheet", "face"]
LONG_SIDE = 960
"""Every picture is measured at this size."""

LEAST: Mapping[tuple[Kind, str], float] = {
    ("sheet", "sharpness"): 0.65,
    ("sheet", "exposure"): 0.65,
    ("sheet", "corners"): 1.00,
    ("face", "sharpness"): 0.32,
    ("face", "exposure"): 0.65,
}
"""A face has soft edges only, so that it is sharp with less than a page of notes has."""

EDGES = 0.02
"""The part of a picture that its strongest edges take; only there does sharpness show."""
HALF_SHARP = 0.05
"""Curvature at the edges, over the picture's contrast, that counts as half sharp."""
AROUND = np.ones((5, 5), np.uint8)
FLAT = 25.0
"""Variance of grey below which there is nothing to be sharp."""

DARK, BRIGHT = 24, 253
"""Grey levels from which on a pixel tells nothing any more."""
MEAN = (0.0, 60.0, 225.0, 255.0)
"""Mean grey: useless, good from, good until, useless."""

SMALLEST = 0.12
"""The least part of the picture that a sheet fills."""
RIM = 4
"""Pixels from the picture's edge within which a corner is cut off."""
BEND = 0.02
"""Parts of the outline's length by which a straight side may bend."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure from 0 to 1, and the least that is good enough."""

    figure: float
    least: float

    @property
    def good(self) -> bool:
        return self.figure >= self.least


Measures = Mapping[str, Measure]
"""By name: sharpness, exposure and, of a sheet, corners."""


def sheet(photo: bytes) -> Measures | None:
    """The measures of a photographed page; None for bytes that are no picture."""
    grey = images.look(photo).grey
    return None if grey is None else of(grey, "sheet")


def face(photo: bytes) -> Measures | None:
    """The measures of a picture of a face; None for bytes that are no picture."""
    grey = images.look(photo).grey
    return None if grey is None else of(grey, "face")


def of(grey: Grey, kind: Kind) -> Measures:
    """The measures of a picture that is decoded already."""
    shrink = LONG_SIDE / max(grey.shape)
    method = cv2.INTER_AREA if shrink < 1 else cv2.INTER_CUBIC
    height, width = (max(1, round(side * shrink)) for side in grey.shape)
    seen = np.asarray(cv2.resize(grey, (width, height), interpolation=method), dtype=np.uint8)
    return {
        name: Measure(measure(seen), LEAST[kind, name])
        for name, measure in MEASURES.items()
        if (kind, name) in LEAST
    }


def told(measures: Measures) -> dict[str, Any]:
    """The measures as JSON: each figure, and the names of those that are poor."""
    figures: dict[str, Any] = {name: round(measure.figure, 3) for name, measure in measures.items()}
    return {**figures, "poor": [name for name, measure in measures.items() if not measure.good]}


def detail(picture: images.Picture, kind: Kind) -> dict[str, Any]:
    """What a record of a picture says of its quality."""
    return {} if picture.grey is None else {"quality": told(of(picture.grey, kind))}


def sharpness(grey: Grey) -> float:
    """The variance of the Laplacian along the strongest edges, over the picture's own contrast."""
    smooth = cv2.GaussianBlur(grey, (0, 0), 1.0)
    across, down = cv2.spatialGradient(smooth)
    steep = cv2.multiply(across, across, dtype=cv2.CV_32F)  # the slope's square, whose order is the slope's
    cv2.add(steep, cv2.multiply(down, down, dtype=cv2.CV_32F), dst=steep)
    cv2.dilate(steep, AROUND, dst=steep)
    edges = cv2.inRange(steep, float(np.quantile(np.asarray(steep)[::4, ::4], 1 - EDGES)), np.inf)
    curved = _variance(cv2.Laplacian(smooth, cv2.CV_16S), edges)
    share = curved / (_variance(smooth) + FLAT)
    return share / (share + HALF_SHARP)


def _variance(values: Any, mask: Any = None) -> float:
    return float(cv2.meanStdDev(values, mask=mask)[1][0, 0]) ** 2


def exposure(grey: Grey) -> float:
    """The share of pixels that are neither black nor white, less where the whole is dim or glaring."""
    seen = cv2.countNonZero(cv2.inRange(grey, DARK + 1, BRIGHT - 1)) / grey.size
    return seen * float(np.interp(cv2.mean(grey)[0], MEAN, (0, 1, 1, 0)))


def corners(grey: Grey) -> float:
    """How many of a bright sheet's four corners lie inside the picture, in quarters; 0 where no sheet is seen."""
    _, bright = cv2.threshold(cv2.GaussianBlur(grey, (0, 0), 3), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    outline = max(outlines, key=cv2.contourArea, default=None)
    if outline is None or cv2.contourArea(outline) < SMALLEST * grey.size:
        return 0.0
    hull = cv2.convexHull(outline)
    shape = cv2.approxPolyDP(hull, BEND * cv2.arcLength(hull, True), True).reshape(-1, 2)
    last = np.array(grey.shape[::-1]) - 1 - RIM
    inside = int(((shape > RIM) & (shape < last)).all(axis=1).sum())
    return min(inside, 4) / 4 if len(shape) == 4 or inside < 4 else 0.0


MEASURES: Mapping[str, Callable[[Grey], float]] = {
    "sharpness": sharpness,
    "exposure": exposure,
    "corners": corners,
}
