"""A recording as a file: MP4 with H.264 and FLAC, as long as the recording, gaps included.

A film's clock runs with exam time: what was filmed so long after the beginning stands there in the file, and a gap
between two takes is a gap in the film, in which a player holds the last picture. The frames have exam time burnt
in, so that no reader has to trust the file's own clock.

A recording that ended in order is written whole, with its index. One that was cut off, by a loss of power or with
its process, is what the phone had flushed until then: a fragmented file.

Its label is JSON in the container's comment: whose it is, its takes, nominal bytes, and the factor by which these
exceed the file's own.
"""

import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.stream import Stream
from av.video.stream import VideoStream

from simulators.core.instants import iso
from simulators.phone import film_picture, film_sound
from simulators.phone.film_picture import EVERY, GROUP, Still

FLUSH = timedelta(seconds=EVERY)
"""What is not yet on the storage when the power goes is younger than this."""
FRAGMENTED = {
    "movflags": "empty_moov+default_base_moof",
    "frag_duration": str(FLUSH // timedelta(microseconds=1)),
}
NO_FACTOR = f"{0:.9e}"
"""Holds the factor's place, which is as wide, until the file's length is known."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """From `since` on the camera sees this, and the microphone hears or does not; `sound` is what else there is to hear."""

    since: datetime
    picture: Callable[[], Still]
    heard: bool
    sound: str = ""


@dataclass(frozen=True, slots=True)
class Take:
    """What was filmed without interruption; its first glimpse is at its start."""

    start: datetime
    end: datetime
    glimpses: tuple[Glimpse, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """One packet: where it begins and how long it lasts, in its own clock."""

    content: bytes
    at: int
    lasts: int
    key: bool


def write(takes: Sequence[Take], room: str, facts: Mapping[str, Any], nominal: int, *, cut: bool) -> bytes:
    """The file. `facts` go into its label; `room` names the noise that was heard."""
    said = json.dumps({**facts, "nominal_bytes": nominal, "factor": NO_FACTOR}, ensure_ascii=False)
    out = io.BytesIO()
    with av.open(out, "w", format="mp4", options=FRAGMENTED if cut else {}) as container:
        begun = takes[0].start
        container.metadata["comment"] = said.replace(f'"{NO_FACTOR}"', NO_FACTOR)
        container.metadata["creation_time"] = iso(begun)
        _fill(container, takes, room)
    content = out.getvalue()
    return content.replace(NO_FACTOR.encode(), f"{nominal / len(content):.9e}".encode(), 1)


def label(content: bytes) -> dict[str, Any]:
    """What a film says of itself. ValueError where it is none."""
    try:
        with av.open(io.BytesIO(content)) as container:
            found: dict[str, Any] = json.loads(container.metadata["comment"])
    except (av.FFmpegError, KeyError, json.JSONDecodeError) as error:
        raise ValueError(f"{len(content)} bytes that are no recording ({error})") from error
    return found


def _fill(container: OutputContainer, takes: Sequence[Take], room: str) -> None:
    """The packets of both tracks, in the order of their times."""
    picture = container.add_stream(film_picture.CODEC, rate=Fraction(1, EVERY))
    sound = container.add_stream(film_sound.CODEC, rate=film_sound.RATE)
    assert isinstance(picture, VideoStream)
    assert isinstance(sound, AudioStream)
    film_picture.settings(picture.codec_context)
    film_sound.settings(sound.codec_context)
    container.start_encoding()
    begun = takes[0].start
    due: list[tuple[Sample, Stream, Fraction]] = [
        (sample, picture, film_picture.CLOCK) for take in takes for sample in _pictures(take, begun)
    ]
    due += [(sample, sound, film_sound.CLOCK) for take in takes for sample in _sounds(take, begun, room)]
    free = [0, 0]
    for sample, stream, clock in sorted(due, key=lambda row: row[0].at / row[2].denominator):
        at = max(sample.at, free[stream.index])  # two takes may be less than a tick apart
        free[stream.index] = at + 1
        packet = av.Packet(sample.content)
        packet.stream, packet.time_base, packet.is_keyframe = stream, clock, sample.key
        packet.pts = packet.dts = at
        packet.duration = sample.lasts
        container.mux_one(packet)


def _pictures(take: Take, begun: datetime) -> Iterator[Sample]:
    """A frame at the start, one each `EVERY` seconds, and one wherever the camera saw something else."""
    frames = list(_frames(take))
    ends = [*(at for at, _ in frames[1:]), take.end]
    for number, (content, (at, _)) in enumerate(zip(film_picture.packets(frames), frames, strict=True)):
        lasts = max(_ticks(ends[number] - at, film_picture.CLOCK), 1)
        yield Sample(content, _ticks(at - begun, film_picture.CLOCK), lasts, number % GROUP == 0)


def _frames(take: Take) -> Iterator[tuple[datetime, Still]]:
    """What was seen, and since when; what changed back before anybody could film it is left out."""
    step = timedelta(seconds=EVERY)
    grid = {take.start + step * number for number in range(-(-(take.end - take.start) // step))}
    turns = {glimpse.since for glimpse in take.glimpses if take.start <= glimpse.since < take.end}
    stills = [(glimpse.since, glimpse.picture()) for glimpse in take.glimpses]
    shown = stills[0][1]
    for at in sorted(grid | turns | {take.start}):
        while len(stills) > 1 and stills[1][0] <= at:
            stills.pop(0)
        if at in grid or at == take.start or stills[0][1] != shown:
            yield at, stills[0][1]
        shown = stills[0][1]


def _sounds(take: Take, begun: datetime, room: str) -> Iterator[Sample]:
    """What was heard from each glimpse to the next, in blocks."""
    edges = [*(glimpse.since for glimpse in take.glimpses), take.end]
    for glimpse, end in zip(take.glimpses, edges[1:], strict=True):
        at, until = (_ticks(edge - begun, film_sound.CLOCK) for edge in (glimpse.since, end))
        for content in film_sound.packets(room, glimpse.heard, until - at, glimpse.sound):
            lasts = min(film_sound.BLOCK, until - at)
            yield Sample(content, at, lasts, True)
            at += lasts


def _ticks(span: timedelta, clock: Fraction) -> int:
    return span * clock.denominator // (clock.numerator * timedelta(seconds=1))
