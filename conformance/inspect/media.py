"""Opens a file: a film with its packets' times, its frames and its sound, or a photo.

A film of few frames is looked at frame by frame. Of one with many only the key frames are decoded: they are enough for
light, sharpness and what stands still, and two hours of a phone's film would take many minutes otherwise.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import av
import cv2
import numpy as np
from av.container import InputContainer
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""(height, width, 3) in blue, green, red."""
Grey = NDArray[np.uint8]
Samples = NDArray[Any]

FEW = 2.0
"""Frames a second up to which every frame is decoded."""


Source = Path | bytes
"""A file, or what is in one."""


class NoMedia(ValueError):
    """The file is neither a film nor a picture."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One packet: when it is shown and decoded, and for how long it lasts, in seconds."""

    shown: float
    decoded: float
    lasts: float


@dataclass(frozen=True)
class Film:
    """A film's outline. Seconds count from its own beginning; what it holds is read when it is asked for."""

    source: Source
    size: tuple[int, int]
    rotation: int
    pictures: tuple[Tick, ...]
    sounds: tuple[Tick, ...]
    broken: bool
    tags: dict[str, str]

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return max((tick.shown + tick.lasts for tick in (*self.pictures, *self.sounds)), default=0.0)

    @property
    def usual(self) -> float:
        """Seconds from a frame to the next, usually."""
        times = sorted(tick.shown for tick in self.pictures)
        return median(b - a for a, b in pairwise(times)) if len(times) > 1 else 0.0

    @cached_property
    def label(self) -> dict[str, Any]:
        """What the film says of itself as JSON in its comment; nothing where it says none."""
        try:
            said = json.loads(self.tags.get("comment", ""))
        except ValueError:
            return {}
        return said if isinstance(said, dict) else {}

    @property
    def begun(self) -> datetime | None:
        """The instant of its beginning, where the file tells one with its zone."""
        try:
            found = datetime.fromisoformat(self.tags.get("creation_time", ""))
        except ValueError:
            return None
        return found if found.tzinfo else None

    def frames(self, *, key_only: bool = False) -> Iterator[tuple[float, Picture]]:
        """The frames that are looked at, with their seconds, until the film ends or breaks off.

        `key_only`: just those that stand by themselves, which is quick.
        """
        with _open(self.source) as container:
            stream = container.streams.video[0]
            if key_only or (self.usual and 1 / self.usual > FEW):
                stream.codec_context.skip_frame = "NONKEY"
            try:
                for frame in container.decode(stream):
                    yield float(frame.time or 0), _upright(frame, self.rotation)
            except av.FFmpegError:
                return

    def changes(self, hidden: float) -> Iterator[tuple[float, Picture]]:
        """All frames with their seconds. One that shows what the one before did is the same object, which is quick.

        `hidden`: the part of the height from the top, such as a clock's, in which a change is none.
        """
        with _open(self.source) as container:
            before, picture = b"", None
            try:
                for frame in container.decode(container.streams.video[0]):
                    now = _below(frame, hidden)
                    if picture is None or now != before:
                        before, picture = now, _upright(frame, self.rotation)
                    yield float(frame.time or 0), picture
            except av.FFmpegError:
                return

    def blocks(self) -> Iterator[tuple[float, int, Samples]]:
        """The sound: seconds, samples a second, and the samples of all channels in one row."""
        with _open(self.source) as container:
            if not container.streams.audio:
                return
            try:
                for block in container.decode(container.streams.audio[0]):
                    yield float(block.time or 0), block.sample_rate, _samples(block)
            except av.FFmpegError:
                return


def film(source: Source) -> Film:
    """The film in a file. NoMedia where there is no picture track; OSError where it cannot be read."""
    try:
        with _open(source) as container:
            if not container.streams.video:
                raise NoMedia("no picture track")
            video = container.streams.video[0]
            ticks: dict[str, list[Tick]] = {"video": [], "audio": []}
            broken = _read(container, ticks)
            if not ticks["video"]:
                raise NoMedia("a picture track without pictures")
            size = (video.codec_context.width, video.codec_context.height)
            written = {**dict(video.metadata), **dict(container.metadata)}
            tags = {name.lower(): value for name, value in written.items()}
    except av.FFmpegError as error:
        raise NoMedia(str(error)) from error
    rotation = _rotation(source)
    upright = size if rotation % 180 == 0 else (size[1], size[0])
    return Film(source, upright, rotation, tuple(ticks["video"]), tuple(ticks["audio"]), broken, tags)


def photo(source: Source) -> Picture:
    """The pixels of a picture file. NoMedia where it is none; OSError where it cannot be read."""
    content = source if isinstance(source, bytes) else source.read_bytes()
    pixels = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR) if content else None
    if pixels is None:
        raise NoMedia("neither a film nor a picture")
    return np.asarray(pixels, dtype=np.uint8)


def grey(picture: Picture) -> Grey:
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), dtype=np.uint8)


def _read(container: InputContainer, ticks: dict[str, list[Tick]]) -> bool:
    """All packets' times into `ticks`; whether the file breaks off before its end."""
    try:
        for packet in container.demux():
            if packet.pts is None or packet.stream.type not in ticks:
                continue
            base = float(packet.time_base)
            decoded_at = packet.pts if packet.dts is None else packet.dts
            tick = Tick(packet.pts * base, decoded_at * base, (packet.duration or 0) * base)
            ticks[packet.stream.type].append(tick)
    except av.FFmpegError:
        return True
    return False


def _open(source: Source) -> InputContainer:
    return av.open(io.BytesIO(source) if isinstance(source, bytes) else str(source), "r")


def _rotation(source: Source) -> int:
    """Degrees by which a player turns the picture."""
    with _open(source) as container:
        try:
            first = next(container.decode(container.streams.video[0]), None)
        except av.FFmpegError:
            return 0
        return 0 if first is None else round(first.rotation) % 360


def _below(frame: av.VideoFrame, hidden: float) -> bytes:
    """The dots of all planes, without those in the hidden part at the top."""
    rest = []
    for plane in frame.planes:
        first = round(plane.height * hidden) * plane.line_size
        rest.append(bytes(memoryview(plane)[first:]))
    return b"".join(rest)


def _upright(frame: av.VideoFrame, rotation: int) -> Picture:
    pixels = np.asarray(frame.to_ndarray(format="bgr24"), dtype=np.uint8)
    return np.ascontiguousarray(np.rot90(pixels, rotation // 90)) if rotation else pixels


def _samples(block: av.AudioFrame) -> Samples:
    return np.asarray(block.to_ndarray()).reshape(-1)
