"""Whether bytes are a whole picture, told from the container alone before any pixel is decoded; and its pixels."""

import struct

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
"""(height, width) grey levels."""

MOST_PIXELS = 120_000_000
"""Of a picture that is decoded: more than any phone's camera has. A few bytes may promise a thousand times as many."""

PNG_HEAD, PNG_TAIL = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
JPEG_HEAD, JPEG_TAIL = b"\xff\xd8\xff", b"\xff\xd9"
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers that begin a frame and carry its size (ITU-T T.81, table B.1)."""


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a complete JPEG or PNG, None for anything else."""
    found = None
    if data.startswith(PNG_HEAD) and data.endswith(PNG_TAIL) and data[12:16] == b"IHDR":
        found = struct.unpack(">II", data[16:24])
    elif data.startswith(JPEG_HEAD) and data.endswith(JPEG_TAIL):
        found = _jpeg_size(data)
    return (found[0], found[1]) if found and found[0] > 0 and found[1] > 0 else None


def too_many(data: bytes) -> bool:
    """Whether a picture promises more pixels than any camera has."""
    found = size(data)
    return found is not None and found[0] * found[1] > MOST_PIXELS


def grey(data: bytes) -> Grey | None:
    """The picture's grey levels; None for anything but a whole picture of a sane size."""
    if size(data) is None or too_many(data):
        return None
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE)
    return None if pixels is None else np.asarray(pixels, dtype=np.uint8)


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walk the marker segments to the frame header."""
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if marker in FRAMES:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += 2 + max(length, 2)
    return None
