"""Light, sharpness and orientation of a picture, and where a film's picture changes much."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from conformance.inspect.finding import Finding, Span, finding, listed, measures
from conformance.inspect.media import Grey
from reports.form import Text

LONG_SIDE = 640
"""Pictures are measured no larger than this."""
RIM, MIDDLE = 0.18, 0.25
"""Parts of the picture from each side: what is rim, and where the middle begins."""
DAZZLING = 235
"""Grey from which on a rim dazzles."""
OVERLAY = 0.1
"""Part of the picture from each side in which products burn in clocks and names: it says nothing of the light."""
EDGES = 0.995
FLAT = 12.0
"""Contrast below which there is nothing to be sharp."""
DIFFERENT = 28
"""Grey levels by which a place differs from what is usually seen there."""
SPECK = 5
"""Dots: what is smaller is noise of the film."""


def small(picture: Grey) -> Grey:
    """The picture at the size at which it is measured."""
    shrink = LONG_SIDE / max(picture.shape)
    if shrink >= 1:
        return picture
    return np.asarray(cv2.resize(picture, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA), np.uint8)


def inner(picture: Grey) -> Grey:
    """The picture without its outermost part."""
    height, width = (round(side * OVERLAY) for side in picture.shape)
    return picture[height : picture.shape[0] - height, width : picture.shape[1] - width]


def brightness(picture: Grey) -> float:
    """Mean grey."""
    return float(inner(picture).mean())


def backlight(picture: Grey) -> float:
    """How much darker the middle is than the rim, where enough of the rim dazzles; 0 elsewhere."""
    height, width = picture.shape
    inner = np.zeros(picture.shape, bool)
    inner[round(height * RIM) : round(height * (1 - RIM)), round(width * RIM) : round(width * (1 - RIM))] = (
        True
    )
    rim = picture[~inner]
    if float((rim >= DAZZLING).mean()) < MIDDLE:
        return 0.0
    middle = picture[
        round(height * MIDDLE) : round(height * (1 - MIDDLE)),
        round(width * MIDDLE) : round(width * (1 - MIDDLE)),
    ]
    return max(0.0, 1 - float(middle.mean()) / float(np.percentile(rim, 75)))


def sharpness(picture: Grey) -> float:
    """The slope of the strongest edges over the picture's contrast, from 0 to about 1, as at `LONG_SIDE`.

    A picture of fewer dots shows less, however sharp its edges are from dot to dot.
    """
    calm = cv2.GaussianBlur(inner(picture), (0, 0), 0.8)
    across, down = (
        cv2.Sobel(calm, cv2.CV_32F, 1, 0, scale=0.25),
        cv2.Sobel(calm, cv2.CV_32F, 0, 1, scale=0.25),
    )
    slope = float(np.quantile(cv2.magnitude(across, down), EDGES))
    contrast = float(np.percentile(calm, 98) - np.percentile(calm, 2))
    return 0.0 if contrast < FLAT else slope / contrast * max(picture.shape) / LONG_SIDE


def lighting(pictures: Sequence[Grey]) -> list[Finding]:
    """Brightness, backlight and sharpness of some pictures: the middle one of each figure counts."""
    seen = [small(picture) for picture in pictures]
    bright, back, sharp = (
        float(np.median([measure(one) for one in seen])) for measure in (brightness, backlight, sharpness)
    )
    limits = measures()
    most = limits["bright"].most or 255.0
    return [
        finding("bright", limits["bright"].limit <= bright <= most, _figure(f"{bright:.0f}")),
        finding("backlight", back <= limits["backlight"].limit, _figure(f"{back:.2f}")),
        finding("sharp", sharp >= limits["sharp"].limit, _figure(f"{sharp:.2f}")),
    ]


def turned(size: tuple[int, int], wanted: str) -> Finding:
    """Upright or lying; `wanted` is portrait, landscape or empty."""
    found = "portrait" if size[1] >= size[0] else "landscape"
    word = {"portrait": Text("upright", "竖屏"), "landscape": Text("lying", "横屏")}[found]
    said = Text(f"{word.en}, {size[0]} x {size[1]}", f"{word.zh}，{size[0]} x {size[1]}")
    return finding("turned", not wanted or wanted == found, said)


def moved(seen: Sequence[tuple[float, Grey]], usual: float) -> Finding:
    """Where a large part of the picture differs from what is usually there: for a person to look at."""
    pictures = [(at, small(one)) for at, one in seen]
    scene = np.median([one for _, one in pictures[:: max(1, len(pictures) // 60)]], axis=0).astype(np.uint8)
    spans: list[Span] = []
    for at, one in pictures:
        if _largest(one, scene) * 100 < measures()["moved"].limit:
            continue
        until = at + usual
        since = spans.pop().since if spans and at - spans[-1].until <= usual * 0.5 else at
        spans.append(Span(since, until))
    if not spans:
        return finding("moved", True, Text("nothing large comes or goes", "没有大幅变化"))
    told = listed(tuple(spans))
    return finding("moved", None, Text(f"look at {told}", f"请查看 {told}"), tuple(spans))


def _largest(one: Grey, scene: Grey) -> float:
    """The largest connected part that differs, as a part of the picture."""
    differs = (cv2.absdiff(one, scene) > DIFFERENT).astype(np.uint8)
    solid = cv2.morphologyEx(differs, cv2.MORPH_OPEN, np.ones((SPECK, SPECK), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(solid)
    return 0.0 if count < 2 else float(stats[1:, cv2.CC_STAT_AREA].max()) / one.size


def _figure(text: str) -> Text:
    return Text(text, text)
