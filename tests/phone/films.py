"""Films as their tests look at them: decoded with PyAV."""

import io
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from simulators.phone import film
from simulators.phone.scanner import Frame


@dataclass(frozen=True)
class Seen:
    """What a player finds in a file. Times in seconds from its beginning."""

    label: dict[str, Any]
    duration: float
    frames: list[tuple[float, Frame]]
    sounds: list[tuple[float, NDArray[np.int16]]]
    codecs: tuple[str, ...]

    @property
    def loud(self) -> float:
        """The part of the samples that are not zero."""
        samples = np.concatenate([block for _, block in self.sounds])
        return float((samples != 0).mean())

    def heard(self, begin: float, end: float) -> NDArray[np.int16]:
        """The samples of that time."""
        parts = [
            block[max(0, round((begin - at) * 3000)) : max(0, round((end - at) * 3000))]
            for at, block in self.sounds
        ]
        return np.concatenate(parts)


def watch(content: bytes) -> Seen:
    """Decode all of it."""
    with av.open(io.BytesIO(content), "r") as container:
        frames = [(float(one.time or 0), _picture(one)) for one in container.decode(video=0)]
        codecs = tuple(stream.codec_context.name for stream in container.streams)
        duration = (container.duration or 0) / av.time_base
    return Seen(film.label(content), duration, frames, _sounds(content), codecs)


def _sounds(content: bytes) -> list[tuple[float, NDArray[np.int16]]]:
    with av.open(io.BytesIO(content), "r") as container:
        if not container.streams.audio:
            return []
        return [(float(one.time or 0), _samples(one)) for one in container.decode(audio=0)]


def _samples(block: av.AudioFrame) -> NDArray[np.int16]:
    return np.asarray(block.to_ndarray(), dtype=np.int16).reshape(-1)


def _picture(frame: av.VideoFrame) -> Frame:
    return np.asarray(cv2.cvtColor(frame.to_ndarray(format="rgb24"), cv2.COLOR_RGB2BGR), dtype=np.uint8)


def pictures(content: bytes) -> int:
    """How many frames can be decoded before the file breaks off."""
    count = 0
    with av.open(io.BytesIO(content), "r") as container, suppress(av.InvalidDataError):
        for _ in container.decode(video=0):
            count += 1
    return count


def boxes(content: bytes) -> list[str]:
    """The names of a file's outermost boxes, in order."""
    names, place = [], 0
    while place < len(content):
        size = int.from_bytes(content[place : place + 4], "big")
        names.append(content[place + 4 : place + 8].decode("latin-1"))
        place += size if size > 1 else int.from_bytes(content[place + 8 : place + 16], "big")
    return names
