"""The picture of a film: a small frame every few seconds with the exam time burnt in, as H.264 in groups.

A group is encoded by itself at a constant quantiser, so that its bytes follow from its frames alone. That is why
groups can be kept: phones that see the same at the same time share them, and a film has the same bytes whether
its groups were kept or made.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from functools import lru_cache

import av
import cv2
import numpy as np
from av.codec.context import Flags
from av.video.codeccontext import VideoCodecContext
from numpy.typing import NDArray

from simulators.phone.scanner import Frame

WIDTH, HEIGHT = 192, 256
EVERY = 5
"""Seconds from one frame to the next."""
GROUP = 60
"""Frames from one key frame to the next: five minutes."""
CLOCK = Fraction(1, 1000)
CODEC = "libx264"
OPTIONS = {
    "preset": "ultrafast",
    "tune": "zerolatency",
    "qp": "28",
    "threads": "1",
    "x264-params": f"keyint={GROUP}:min-keyint={GROUP}:scenecut=0",
}
BAR = 22
"""Rows of the frame that the time takes, grey as `INK` on `PAPER`."""
PAPER, INK, GREY = 32, 235, 128
KEPT_GROUPS = 800
"""About 12 kB each."""


@dataclass(frozen=True, slots=True)
class Still:
    """One small picture in planes of luma and chroma; two of the same pixels are the same."""

    digest: bytes
    planes: NDArray[np.uint8] = field(compare=False, repr=False)


def still(frame: Frame) -> Still:
    """A camera's frame as a film keeps it, with room for the time above."""
    small = cv2.resize(frame, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
    planes = np.ascontiguousarray(cv2.cvtColor(small, cv2.COLOR_BGR2YUV_I420), dtype=np.uint8)
    planes[:BAR] = PAPER
    colours = planes[HEIGHT:].reshape(2, HEIGHT // 2, WIDTH // 2)
    colours[:, : BAR // 2] = GREY
    return Still(hashlib.sha256(planes.tobytes()).digest()[:16], planes)


def settings(codec: VideoCodecContext) -> None:
    """What an encoder, and a container that takes its packets, must agree on."""
    codec.width, codec.height, codec.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    codec.time_base = CLOCK
    codec.options = OPTIONS
    codec.flags |= Flags.global_header


def packets(frames: Sequence[tuple[datetime, Still]]) -> list[bytes]:
    """One packet for each frame; every `GROUP`th is a key frame, the first one too."""
    found: list[bytes] = []
    for first in range(0, len(frames), GROUP):
        found += _group(tuple(frames[first : first + GROUP]))
    return found


@lru_cache(maxsize=KEPT_GROUPS)
def _group(frames: tuple[tuple[datetime, Still], ...]) -> tuple[bytes, ...]:
    codec = av.CodecContext.create(CODEC, "w")
    assert isinstance(codec, VideoCodecContext)
    settings(codec)
    canvas = _Canvas()
    made: list[bytes] = []
    for number, (at, picture) in enumerate(frames):
        canvas.show(picture, at)
        canvas.frame.pts = number * EVERY * CLOCK.denominator
        made += map(bytes, codec.encode(canvas.frame))
    return (*made, *map(bytes, codec.encode(None)))


class _Canvas:
    """One frame that is painted over for each picture; the encoder has taken what it needs when it returns."""

    def __init__(self) -> None:
        self.frame = av.VideoFrame(WIDTH, HEIGHT, "yuv420p")
        self.frame.time_base = CLOCK
        sizes = ((HEIGHT, WIDTH), *[(HEIGHT // 2, WIDTH // 2)] * 2)
        self._planes = [
            np.asarray(plane, dtype=np.uint8).reshape(-1, plane.line_size)[:height, :width]
            for plane, (height, width) in zip(self.frame.planes, sizes, strict=True)
        ]
        self._shown: Still | None = None

    def show(self, picture: Still, at: datetime) -> None:
        luma, *colours = self._planes
        if picture is not self._shown:
            luma[:] = picture.planes[:HEIGHT]
            chroma = picture.planes[HEIGHT:].reshape(2, HEIGHT // 2, WIDTH // 2)
            for plane, painted in zip(colours, chroma, strict=True):
                plane[:] = painted
            self._shown = picture
        bar = np.full((BAR, WIDTH), PAPER, np.uint8)
        cv2.putText(bar, f"{at:%Y-%m-%d %H:%M:%S}", (5, 15), cv2.FONT_HERSHEY_SIMPLEX, 0.44, INK, 1)
        luma[:BAR] = bar
