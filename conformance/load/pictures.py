"""What phones photograph: a sheet and a face, drawn once, and made each phone's own by a comment inside the JPEG.

They are small, and good enough for a platform that measures them; what a run sends is paid for by bytes, not pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""(height, width, 3) in blue, green, red."""
WIDTH, HEIGHT, QUALITY = 320, 240, 80
START, COMMENT = b"\xff\xd8", b"\xff\xfe"
LONGEST = 65_533
"""Bytes that one comment segment may hold (ITU-T T.81, B.2.4.5)."""


def picture(kind: str, whose: str, size: int = 0) -> bytes:
    """A JPEG of a `sheet` or a `face` that nobody else has, of at least `size` bytes."""
    plain = _drawn(kind)
    filling = b"".join(_segments(whose.encode(), size - len(plain)))
    return START + filling + plain[len(START) :]


def _segments(mark: bytes, wanted: int) -> list[bytes]:
    """Comments of `wanted` bytes in all, the first of which begins with the mark."""
    made = [_segment(mark.ljust(min(max(wanted - 4, len(mark)), LONGEST), b"."))]
    while (left := wanted - sum(map(len, made))) > 4:
        made.append(_segment(b"." * min(left - 4, LONGEST)))
    return made


def _segment(content: bytes) -> bytes:
    return COMMENT + (len(content) + 2).to_bytes(2, "big") + content


@cache
def _drawn(kind: str) -> bytes:
    canvas = np.full((HEIGHT, WIDTH, 3), 70 if kind == "sheet" else 150, np.uint8)
    DRAW[kind](canvas)
    _, coded = cv2.imencode(".jpg", canvas, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return coded.tobytes()


def _sheet(canvas: Pixels) -> None:
    """A white page with lines of notes on a dark desk."""
    cv2.rectangle(canvas, (WIDTH // 12, HEIGHT // 12), (WIDTH * 11 // 12, HEIGHT * 11 // 12), (235,) * 3, -1)
    for top in range(HEIGHT // 6, HEIGHT * 5 // 6, 12):
        for line in (0, 3, 6):
            cv2.line(canvas, (WIDTH // 6, top + line), (WIDTH * 5 // 6, top + line), (30,) * 3, 1)


def _face(canvas: Pixels) -> None:
    """Skin, two eyes and a mouth in dull colours."""
    middle = (WIDTH // 2, HEIGHT // 2)
    cv2.ellipse(canvas, middle, (WIDTH // 5, HEIGHT // 3), 0, 0, 360, (150, 170, 190), -1)
    for side in (-1, 1):
        cv2.circle(canvas, (middle[0] + side * WIDTH // 12, HEIGHT * 5 // 12), WIDTH // 50, (40,) * 3, -1)
    mouth = HEIGHT * 2 // 3
    cv2.line(canvas, (WIDTH * 7 // 16, mouth), (WIDTH * 9 // 16, mouth), (60, 60, 90), 3)


DRAW: Mapping[str, Callable[[Pixels], None]] = {"sheet": _sheet, "face": _face}
