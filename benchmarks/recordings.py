"""What a recording costs as a real file: `python -m benchmarks.recordings [hours]`.

Seals recordings as the phones do and prints processor milliseconds and bytes an hour: a film that nobody has made yet, the same
again, one that ends a minute later, one that was cut off. Then what other pictures and sounds would cost in their place.
Seeded: two runs agree in every figure but the time.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import av
import numpy as np

from simulators.core.chance import Chance
from simulators.core.instants import parse
from simulators.phone import film, film_picture, film_sound
from simulators.phone.camera import Camera
from simulators.phone.film import Glimpse, Take
from simulators.phone.film_picture import EVERY

BEGIN = parse("2023-01-12T09:45:00+08:00")
NOMINAL = 1_000_000
"""Bytes of a second, as the phones' models have it."""
PRESETS = ("ultrafast", "superfast", "veryfast")
SOUNDS = (("flac", 3000, 61_440), ("flac", 3000, 4096), ("flac", 8000, 61_440), ("aac", 8000, 1024))
SAMPLE_SECONDS = 64


def made(span: timedelta, *, cut: bool = False) -> bytes:
    camera = Camera(Chance("benchmark"))
    camera.lens = "front"
    take = Take(BEGIN, BEGIN + span, (Glimpse(BEGIN, camera.look(), True),))
    return film.write([take], "benchmark", {}, round(span.total_seconds() * NOMINAL), cut=cut)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.process_time()
    result = work()
    return (time.process_time() - begun) * 1000, result


def forget() -> None:
    for kept in (film_picture._group, film_sound._blocks, film_sound._part):  # noqa: SLF001 - as in a new process
        kept.cache_clear()


def films(hours: float) -> None:
    span = timedelta(hours=hours)
    made(timedelta(seconds=EVERY))
    forget()
    rows: Sequence[tuple[str, Callable[[], bytes]]] = (
        ("new", lambda: made(span)),
        ("the same again", lambda: made(span)),
        ("a minute longer", lambda: made(span + timedelta(minutes=1))),
        ("cut off", lambda: made(span, cut=True)),
    )
    for name, work in rows:
        milliseconds, content = timed(work)
        print(f"{name:24}{milliseconds:8.0f} ms{len(content) / hours / 1e6:8.2f} MB/h")


def pictures() -> None:
    frames = [(BEGIN + timedelta(seconds=EVERY * number), seen()) for number in range(3600 // EVERY)]
    for preset in PRESETS:
        forget()
        with patch.dict(film_picture.OPTIONS, preset=preset):
            milliseconds, packets = timed(lambda: film_picture.packets(frames))
        print(f"x264 {preset:19}{milliseconds:8.0f} ms{sum(map(len, packets)) / 1e6:8.2f} MB/h")
    forget()


def seen() -> film_picture.Still:
    camera = Camera(Chance("benchmark"))
    camera.lens = "front"
    return camera.look()()


def sounds() -> None:
    for codec, rate, block in SOUNDS:
        milliseconds, packets = timed(lambda codec=codec, rate=rate, block=block: heard(codec, rate, block))  # type: ignore[misc]
        size = sum(packets) * 3600 / SAMPLE_SECONDS / 1e6
        name = f"{codec} {rate} Hz, {len(packets) * 3600 // SAMPLE_SECONDS} packets/h"
        print(f"{name:32}{milliseconds:6.0f} ms{size:8.2f} MB/h")


def heard(codec: str, rate: int, block: int) -> list[int]:
    """The sizes of the packets of a minute of noise."""
    draws = np.random.default_rng(1).choice([-1, 0, 1], SAMPLE_SECONDS * rate, p=[0.05, 0.9, 0.05])
    encoder: Any = av.CodecContext.create(codec, "w")
    kind = "s16" if codec == "flac" else "fltp"
    encoder.sample_rate, encoder.format, encoder.layout = rate, kind, "mono"
    encoder.options = {"frame_size": str(block)} if codec == "flac" else {"b": "8000"}
    noise = (
        (draws * film_sound.STEP).astype(np.int16) if codec == "flac" else (draws / 500).astype(np.float32)
    )
    sizes: list[int] = []
    for first in range(0, len(noise) - block + 1, block):
        frame = av.AudioFrame.from_ndarray(
            noise[np.newaxis, first : first + block], format=kind, layout="mono"
        )
        frame.sample_rate, frame.pts = rate, first
        sizes += [packet.size for packet in encoder.encode(frame)]
    return sizes


def main() -> None:
    films(float(sys.argv[1]) if len(sys.argv) > 1 else 2.0)
    pictures()
    sounds()


if __name__ == "__main__":
    main()
