"""Pictures that phones send: a whole JPEG or PNG of a sane size, or what is wrong with the bytes.

The size is told from the container before any pixel is decoded: a few bytes may promise a gigabyte of pixels. What
is decoded must be sound to its end; a photo that broke off half-way is no photo.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
"""(height, width) grey levels."""
Colours = NDArray[np.uint8]
"""(height, width, 3) in blue, green, red."""

FAULTS = ("not_an_image", "picture_too_large")
"""What may be wrong with a picture: causes of a refusal."""
MOST_PIXELS = 120_000_000
"""More than phones' cameras have, but for a few that no app hands the pixels of."""

PNG_HEAD, PNG_TAIL = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
JPEG_HEAD, JPEG_TAIL = b"\xff\xd8\xff", b"\xff\xd9"
DECODERS: Mapping[bytes, str] = {PNG_HEAD: "png", JPEG_HEAD: "mjpeg"}
STRICT = {"err_detect": "explode"}
LUMA_FIRST = frozenset({"gray", "yuvj420p", "yuvj422p", "yuvj440p", "yuvj444p"})
"""Forms of full range whose first plane holds the grey levels."""
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers that begin a frame and carry its size (ITU-T T.81, table B.1)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What came: a fault, or the size and the grey levels of a sound picture."""

    fault: str = ""
    size: tuple[int, int] = (0, 0)
    grey: Grey | None = None


def look(data: bytes) -> Picture:
    """The picture that these bytes are. Never raises, and decodes nothing of an absurd size."""
    found = size(data)
    if found is None:
        return Picture("not_an_image")
    if found[0] * found[1] > MOST_PIXELS:
        return Picture("picture_too_large", found)
    grey = _decoded(data)
    return Picture("not_an_image", found) if grey is None else Picture("", found, grey)


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, as a complete JPEG or PNG states them; None for anything else."""
    found = None
    if data.startswith(PNG_HEAD) and data.endswith(PNG_TAIL) and data[12:16] == b"IHDR":
        found = struct.unpack(">II", data[16:24])
    elif data.startswith(JPEG_HEAD) and data.endswith(JPEG_TAIL):
        found = _jpeg_size(data)
    return (found[0], found[1]) if found and found[0] > 0 and found[1] > 0 else None


def colours(data: bytes) -> Colours | None:
    """The colours of a picture that `look` has found sound; None where it has not."""
    return _decoded(data, "bgr24")


def _decoded(data: bytes, form: str = "gray") -> NDArray[np.uint8] | None:
    """The pixels in one of FFmpeg's forms, None where the content is damaged."""
    codec = av.CodecContext.create(
        next(name for head, name in DECODERS.items() if data.startswith(head)), "r"
    )
    assert isinstance(codec, VideoCodecContext)
    codec.options, codec.thread_count = STRICT, 1
    try:
        frames = codec.decode(av.Packet(data))
        return _pixels(frames[0], form) if frames else None
    except (av.FFmpegError, ValueError):
        return None


def _pixels(frame: av.VideoFrame, form: str) -> NDArray[np.uint8]:
    """A frame in one of FFmpeg's forms. The grey levels of a JPEG are its first plane as it is, which costs no conversion."""
    if form == "gray" and frame.format.name in LUMA_FIRST:
        plane = frame.planes[0]
        rows = np.frombuffer(bytes(plane), np.uint8).reshape(plane.height, plane.line_size)
        return np.ascontiguousarray(rows[:, : plane.width])
    return np.asarray(frame.to_ndarray(format=form), dtype=np.uint8)


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
