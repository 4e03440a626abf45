"""A recording of the screen, as the driver makes one: what it showed, and for how long, as an MP4 film.

The screen is looked at once a second of the phone's time, and after every command; only what has changed is kept.
Screens that followed each other at one instant are each shown long enough to be seen.
"""

import io
from collections.abc import Sequence
from datetime import datetime, timedelta
from fractions import Fraction

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from simulators.phone.hardware import PhoneOff
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.ports import Phone

EVERY, SHOWN = timedelta(seconds=1), timedelta(milliseconds=400)
MILLI = timedelta(milliseconds=1)
CLOCK = Fraction(1, 1000)
LARGEST = 1280
"""Pixels of the longer side, unless the client asks for a size."""
OPTIONS = {"preset": "ultrafast", "tune": "stillimage"}
Size = tuple[int, int]


class Tape:
    """What one phone's screen shows from now on, until it is stopped or `limit` has passed."""

    def __init__(self, phone: Phone, limit: timedelta, size: Size | None = None) -> None:
        self._phone, self._size = phone, size
        self._until = phone.world.now() + limit
        self._frames: list[tuple[datetime, bytes]] = []
        self._seen: object = None
        self._over = False
        self._wake()

    @property
    def running(self) -> bool:
        return not self._over and self._phone.world.now() <= self._until

    def look(self) -> None:
        """Keep what the screen shows, if it is another than before; a dark screen shows nothing."""
        if not self.running or not self._phone.on:
            return
        tree = self._phone.tree()
        if tree != self._seen:
            self._frames.append((self._phone.world.now(), self._phone.screenshot()))
            self._seen = tree

    def stop(self) -> bytes:
        """The film."""
        self.look()
        end = min(self._phone.world.now(), self._until)
        self._over = True
        return film(self._frames, end, self._size)

    def cancel(self) -> None:
        """Nobody wants it any more."""
        self._over = True

    def _wake(self) -> None:
        self.look()
        world = self._phone.world
        if self.running:
            world.call_at(world.now() + EVERY, self._phone.udid, self._wake)


def film(frames: Sequence[tuple[datetime, bytes]], end: datetime, size: Size | None) -> bytes:
    """An MP4 in which each picture stands until the next. PhoneOff where nothing was ever shown."""
    if not frames:
        raise PhoneOff("the screen was dark all the time; nothing was recorded")
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("libx264", options=OPTIONS)
        stream.width, stream.height = size or fitting(frames[0][1])
        stream.pix_fmt, stream.codec_context.time_base = "yuv420p", CLOCK
        at, began = -SHOWN, frames[0][0]
        for shown, picture in (*frames, (end, frames[-1][1])):
            at = max(at + SHOWN, shown - began)
            frame = av.VideoFrame.from_ndarray(resized(picture, (stream.width, stream.height)), "bgr24")
            frame.pts, frame.time_base = at // MILLI, CLOCK
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return out.getvalue()


def decoded(picture: bytes) -> NDArray[np.uint8]:
    pixels = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
    if pixels is None:
        raise WireError("unable to capture screen", "the phone gave no picture")
    return pixels.astype(np.uint8, copy=False)


def resized(picture: bytes, size: Size) -> NDArray[np.uint8]:
    return cv2.resize(decoded(picture), size, interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)


def fitting(picture: bytes) -> Size:
    """The screen's size, made smaller where it is larger than a film needs; H.264 wants even numbers."""
    high, wide, _ = decoded(picture).shape
    share = min(1.0, LARGEST / max(wide, high))
    return int(wide * share) // 2 * 2, int(high * share) // 2 * 2
