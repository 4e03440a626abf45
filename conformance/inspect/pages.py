"""Which pages of an answer sheet a film shows, in which order and for how long, by photos of the same pages.

A page is looked for in a frame at several sizes. What all pages have in common, header and staves, is taken off
first, so that what is written decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from conformance.inspect.finding import Finding, Span, finding, measures
from conformance.inspect.light import OVERLAY
from conformance.inspect.media import Grey, Picture, grey
from reports.form import Text

SHEET = (594, 840)
"""Width and height to which a photographed sheet is straightened: A4."""
SMALLEST_SHEET = 0.08
"""The least part of a photo that its sheet fills."""
HEIGHT = 320
"""Dots that a frame is high where pages are looked for."""
FINER = 0.0066
SIZES = np.linspace(0.30, 1.0, 22)
"""Heights at which a page is looked for, as parts of the frame's."""
ALIKE = 0.75
"""Correlation from which on a frame shows a page."""
JITTER = 0.05
"""Seconds by which a film's clock rounds."""

Light = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Showing:
    """A page, counted from 1, that was shown from `since` to `until`, in seconds of the film."""

    page: int
    since: float
    until: float

    @property
    def seconds(self) -> float:
        return self.until - self.since


def straightened(photo: Picture) -> Grey:
    """The sheet in a photo, as a scanner would have it; the whole photo where no sheet stands out."""
    return grey(flattened(photo, SHEET))


def flattened(photo: Picture, size: tuple[int, int]) -> Picture:
    """The same in its colours, at a width and height."""
    corners = _corners(grey(photo))
    if corners is None:
        return np.asarray(cv2.resize(photo, size, interpolation=cv2.INTER_AREA), np.uint8)
    width, height = size
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    turn = cv2.getPerspectiveTransform(corners, flat)
    return np.asarray(cv2.warpPerspective(photo, turn, size, flags=cv2.INTER_AREA), np.uint8)


def shown(frames: Iterable[tuple[float, Grey]], sheets: Sequence[Grey], end: float) -> list[Showing]:
    """The pages in the order in which they are seen; `end` is where the last frame ends."""
    found: list[Showing] = []
    finder = Finder(sheets)
    last: tuple[float, int | None] = (0.0, None)
    for at, frame in [*frames, (end, None)]:
        since, page = last
        if page is not None:
            joined = found.pop() if found and found[-1].page == page and found[-1].until == since else None
            found.append(Showing(page, joined.since if joined else since, at))
        last = (at, None if frame is None else finder.which(frame))
    return found


class Finder:
    """Tells of one frame after another which page it shows; one that shows what the one before did is not searched."""

    def __init__(self, sheets: Sequence[Grey]) -> None:
        self._pages = [_Page(sheet) for sheet in sheets]
        self._last: Grey | None = None
        self._told: int | None = None

    def which(self, frame: Grey) -> int | None:
        """The page that a frame shows, counted from 1; None where it shows none."""
        seen = _below_the_clock(frame)
        if self._last is None or not np.array_equal(seen, self._last):
            self._last, self._told = seen, self._search(frame)
        return self._told

    def _search(self, frame: Grey) -> int | None:
        lines = _lines(small(frame))
        scores = [_best(lines, page) for page in self._pages]
        best = int(np.argmax(scores)) if scores else 0
        return best + 1 if scores and scores[best] >= ALIKE else None


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that is looked for, with what is written on it at the sizes at which it was."""

    sheet: Grey
    _lines: dict[tuple[int, int], Light] = field(default_factory=dict)

    def lines(self, size: tuple[int, int]) -> Light:
        """`size`: width and height."""
        if size not in self._lines:
            shrunk = cv2.resize(self.sheet, size, interpolation=cv2.INTER_AREA)
            self._lines[size] = _lines(np.asarray(shrunk, np.uint8))
        return self._lines[size]


def told(showings: Sequence[Showing], pages: int) -> Finding:
    """All pages once, in order, each for as long as the notice says where there are several (C14)."""
    limits = measures()["pages"]
    order = [showing.page for showing in showings]
    least, most = limits.limit - JITTER, (limits.most or np.inf) + JITTER
    dwell = pages == 1 or all(least <= showing.seconds <= most for showing in showings)
    said = ", ".join(f"{showing.page} ({showing.seconds:.1f} s)" for showing in showings)
    spans = tuple(Span(showing.since, showing.until) for showing in showings)
    good = order == list(range(1, pages + 1)) and dwell
    return finding("pages", good, Text(f"pages {said or 'none'}", f"页面：{said or '无'}"), spans)


def small(frame: Grey) -> Grey:
    """The frame at the height at which pages are looked for."""
    shrink = HEIGHT / frame.shape[0]
    if shrink >= 1:
        return frame
    return np.asarray(cv2.resize(frame, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA), np.uint8)


def _below_the_clock(frame: Grey) -> Grey:
    """What is left where products burn in the time, which alone changes from frame to frame."""
    return frame[round(frame.shape[0] * OVERLAY) :]


def _best(frame: Light, page: _Page) -> float:
    """How much alike they are at the size that fits best, looked for ever more closely."""
    scores = {float(size): _alike(frame, page, float(size)) for size in SIZES}
    likely = max(scores, key=scores.__getitem__)
    near = (likely + step * FINER for step in range(-4, 5) if step)
    return max(scores[likely], *(_alike(frame, page, size) for size in near if size <= 1))


def _alike(frame: Light, page: _Page, size: float) -> float:
    height = round(frame.shape[0] * size)
    width = round(height * SHEET[0] / SHEET[1])
    if width > frame.shape[1]:
        return 0.0
    return float(cv2.matchTemplate(frame, page.lines((width, height)), cv2.TM_CCOEFF_NORMED).max())


def _lines(picture: Grey) -> Light:
    """What is written, without light and shade."""
    bright = picture.astype(np.float32)
    return np.asarray(bright - cv2.GaussianBlur(bright, (0, 0), 6), np.float32)


def _corners(seen: Grey) -> NDArray[np.float32] | None:
    """The four corners of the brightest large quadrilateral, clockwise from the upper left."""
    _, bright = cv2.threshold(cv2.GaussianBlur(seen, (0, 0), 3), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    outline = max(outlines, key=cv2.contourArea, default=None)
    if outline is None or cv2.contourArea(outline) < SMALLEST_SHEET * seen.size:
        return None
    hull = cv2.convexHull(outline)
    shape = cv2.approxPolyDP(hull, 0.02 * cv2.arcLength(hull, True), True).reshape(-1, 2)
    if len(shape) != 4:
        return None
    sums, gaps = shape.sum(axis=1), np.diff(shape, axis=1).reshape(-1)
    order = [sums.argmin(), gaps.argmin(), sums.argmax(), gaps.argmax()]
    return np.asarray(shape[order], np.float32)
