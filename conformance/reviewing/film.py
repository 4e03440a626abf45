"""A film as a reviewer watches it: pictures and sound with their own times, out of the bytes of the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import av
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

from conformance.outcome import NotMet
from reports.form import Text

Picture = NDArray[np.uint8]
"""(height, width, 3) in blue, green, red."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples from -1 to 1 in a row; a span in which the file holds none is silence."""

    rate: int
    samples: NDArray[np.float32]


def pictures(content: bytes) -> Iterator[tuple[float, Picture]]:
    """Every picture with its second in the film. NotMet where the file cannot be played."""
    try:
        with av.open(io.BytesIO(content), "r") as container:
            for frame in container.decode(video=0):
                yield float(frame.time or 0.0), np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
    except (FFmpegError, IndexError) as error:
        raise _unplayable(error) from error


def sound(content: bytes) -> Sound:
    """The sound track. NotMet where the file cannot be played or has none."""
    try:
        with av.open(io.BytesIO(content), "r") as container:
            stream = container.streams.audio[0]
            rate = int(stream.rate)
            seconds = float((container.duration or 0) / av.time_base)
            samples = np.zeros(int(seconds * rate) + rate, np.float32)
            for frame in container.decode(stream):
                part = _mono(frame.to_ndarray())
                first = round(float(frame.time or 0.0) * rate)
                room = samples[first : first + len(part)]
                room[:] = part[: len(room)]
    except (FFmpegError, IndexError) as error:
        raise _unplayable(error) from error
    return Sound(rate, samples[: max(1, int(seconds * rate))])


def _mono(part: NDArray[Any]) -> NDArray[np.float32]:
    """One channel's samples as parts of full scale."""
    scale = float(np.iinfo(part.dtype).max) if np.issubdtype(part.dtype, np.integer) else 1.0
    return np.asarray(part.reshape(-1).astype(np.float32) / scale, np.float32)


def _unplayable(error: Exception) -> NotMet:
    return NotMet(
        expected=Text("a film that can be played, with picture and sound", "可以播放、有画面和声音的录像"),
        seen=str(error),
    )
