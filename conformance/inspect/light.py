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
AROUND = 9
"""Dots around an edge."""
EDGE = 24
"""Grey levels by which the light changes there, at least."""
SHARPEST = 0.01
"""The part of all edges that is looked at."""
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


def sharpness(picture: Grey) -> float | None:
    """How much of the light's change around an edge happens from one dot to the next, at the sharpest edges: 0 to 0.5.

    It asks nothing of the picture's contrast, so that a dark picture can be sharp; None where there is no edge to see.
    """
    calm = np.asarray(cv2.GaussianBlur(inner(picture), (0, 0), 0.8), np.uint8)
    across, down = (
        cv2.Sobel(calm, cv2.CV_32F, 1, 0, scale=0.25),
        cv2.Sobel(calm, cv2.CV_32F, 0, 1, scale=0.25),
    )
    around = np.ones((AROUND, AROUND), np.uint8)
    change = cv2.subtract(cv2.dilate(calm, around), cv2.erode(calm, around)).astype(np.float32)
    edges = change >= EDGE
    if edges.mean() < SHARPEST:
        return None
    return float(np.quantile(cv2.magnitude(across, down)[edges] / change[edges], 1 - SHARPEST))


def lighting(pictures: Sequence[Grey]) -> list[Finding]:
    """Brightness, backlight and sharpness of some pictures: the middle one of each figure counts."""
    seen = [small(picture) for picture in pictures]
    bright, back = (float(np.median([of(one) for one in seen])) for of in (brightness, backlight))
    limits = measures()
    return [
        finding("bright", bright >= limits["bright"].limit, _figure(f"{bright:.0f}")),
        finding("glare", bright <= limits["glare"].limit, _figure(f"{bright:.0f}")),
        finding("backlight", back <= limits["backlight"].limit, _figure(f"{back:.2f}")),
        _sharp(seen),
    ]


def _sharp(seen: Sequence[Grey]) -> Finding:
    figures = [figure for one in seen if (figure := sharpness(one)) is not None]
    if not figures:
        return finding("sharp", None, Text("nothing with an edge to be seen", "画面中没有可辨的边缘"))
    middle = float(np.median(figures))
    return finding("sharp", middle >= measures()["sharp"].limit, _figure(f"{middle:.2f}"))


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
