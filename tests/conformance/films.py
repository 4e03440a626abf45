"""Small films and photos, made to have one defect each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.audio.stream import AudioStream
from av.video.stream import VideoStream
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
SIZE = (192, 144)
RATE = 3000


def scene(number: int, size: tuple[int, int] = SIZE) -> Picture:
    """A room with something to see, and the camera's noise, which differs from frame to frame."""
    width, height = size
    noise = np.random.default_rng(number).normal(0, 4, (height, width, 3))
    room = np.full((height, width, 3), 150.0)
    room[height // 3 : 2 * height // 3, width // 3 : width // 2] = 40
    return np.clip(room + noise, 0, 255).astype(np.uint8)


def hum(seconds: float) -> NDArray[np.int16]:
    draws = np.random.default_rng(7).integers(-300, 300, round(seconds * RATE))
    return np.where(draws == 0, 1, draws).astype(np.int16)


def film(
    path: Path,
    times: Sequence[float],
    *,
    picture: Callable[[int], Picture] = scene,
    sounds: Sequence[tuple[float, NDArray[np.int16]]] = (),
    tags: dict[str, str] | None = None,
    every: float = 1.0,
) -> Path:
    """Frames at these seconds, and blocks of sound with theirs."""
    first = picture(0)
    with av.open(str(path), "w", format="matroska") as container:
        container.metadata.update(tags or {})
        video: Any = container.add_stream("libx264", rate=1 / Fraction(every).limit_denominator(1000))
        assert isinstance(video, VideoStream)
        video.width, video.height, video.pix_fmt = first.shape[1], first.shape[0], "yuv420p"
        video.codec_context.time_base = Fraction(1, 1000)
        video.options = {"preset": "ultrafast", "tune": "zerolatency", "g": "1", "qp": "4"}
        audio: Any = container.add_stream("pcm_s16le", rate=RATE) if sounds else None
        packets: list[Any] = []
        for number, at in enumerate(times):
            frame = av.VideoFrame.from_ndarray(picture(number), "bgr24")
            frame.pts, frame.time_base = round(at * 1000), Fraction(1, 1000)
            packets += video.encode(frame)
        packets += video.encode(None)
        if sounds:
            assert isinstance(audio, AudioStream)
            audio.codec_context.layout, audio.codec_context.format = "mono", "s16"
            for at, samples in sounds:
                block = av.AudioFrame.from_ndarray(samples[np.newaxis], format="s16", layout="mono")
                block.sample_rate, block.pts, block.time_base = RATE, round(at * RATE), Fraction(1, RATE)
                packets += audio.encode(block)
            packets += audio.encode(None)
        for packet in sorted(packets, key=lambda one: float(one.pts * one.time_base)):
            container.mux(packet)
    return path
