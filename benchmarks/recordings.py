"""What a recording costs as a real file: `python -m benchmarks recordings`.

Seals recordings as the phones do: a film that nobody has made yet, the same again, one that ends a minute later, one that
was cut off. Then an hour of other pictures and a minute of other sounds in their place. Processor milliseconds, and
megabytes an hour. Seeded: two runs agree in every figure but the time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import av
import numpy as np

from benchmarks import Benchmark, Sizes, say
from benchmarks.measured import Aim, Figure, Findings, one
from simulators.core.chance import Chance
from simulators.core.instants import parse
from simulators.phone import film, film_picture, film_sound
from simulators.phone.camera import Camera
from simulators.phone.film import Glimpse, Take
from simulators.phone.film_picture import EVERY, Still

BEGIN = parse("2023-01-12T09:45:00+08:00")
NOMINAL = 1_000_000
"""Bytes of a second, as the phones' models have it."""
PRESETS = ("ultrafast", "superfast", "veryfast")
SOUNDS = (("flac", 3000, 61_440), ("flac", 3000, 4096), ("flac", 8000, 61_440), ("aac", 8000, 1024))
SAMPLE_SECONDS = 64
HOUR = 3600
MEGA = 1_000_000
MOST_NEW_MS, MOST_AGAIN_MS, MOST_MB_AN_HOUR = 300, 30, 3


def seen() -> Still:
    camera = Camera(Chance("benchmark"))
    camera.lens = "front"
    return camera.look()()


def made(seconds: int, *, cut: bool = False) -> bytes:
    span = timedelta(seconds=seconds)
    take = Take(BEGIN, BEGIN + span, (Glimpse(BEGIN, seen, True),))
    return film.write([take], "benchmark", {}, seconds * NOMINAL, cut=cut)


def forget() -> None:
    for kept in (film_picture._group, film_sound._blocks, film_sound._part):  # noqa: SLF001 - as in a new process
        kept.cache_clear()


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.process_time()
    result = work()
    return (time.process_time() - begun) * 1000, result


def row(taken: list[tuple[float, int]], seconds: int) -> dict[str, Figure]:
    """Times of several rounds, and the size, which is the same in each."""
    size = taken[0][1] * HOUR / seconds / MEGA
    return {"processor": Figure(tuple(spent for spent, _ in taken), "ms"), "size": one(size, "MB/h")}


def films(seconds: int, rounds: int) -> dict[str, dict[str, Figure]]:
    ways: Mapping[str, Callable[[], bytes]] = {
        "film, new": lambda: made(seconds),
        "film, the same again": lambda: made(seconds),
        "film, a minute longer": lambda: made(seconds + 60),
        "film, cut off": lambda: made(seconds, cut=True),
    }
    taken: dict[str, list[tuple[float, int]]] = {way: [] for way in ways}
    made(EVERY)
    for _ in range(rounds):
        forget()
        for way, work in ways.items():
            spent, content = timed(work)
            taken[way].append((spent, len(content)))
    return {way: row(found, seconds) for way, found in taken.items()}


def picture(preset: str, seconds: int) -> tuple[float, int]:
    frames = [(BEGIN + timedelta(seconds=at), seen()) for at in range(0, seconds, EVERY)]
    forget()
    with patch.dict(film_picture.OPTIONS, preset=preset):
        spent, packets = timed(lambda: film_picture.packets(frames))
    forget()
    return spent, sum(map(len, packets))


def sound(codec: str, rate: int, block: int) -> tuple[float, list[int]]:
    """The sizes of the packets of a minute of noise."""
    draws = np.random.default_rng(1).choice([-1, 0, 1], SAMPLE_SECONDS * rate, p=[0.05, 0.9, 0.05])
    encoder: Any = av.CodecContext.create(codec, "w")
    whole = codec == "flac"
    kind = "s16" if whole else "fltp"
    encoder.sample_rate, encoder.format, encoder.layout = rate, kind, "mono"
    encoder.options = {"frame_size": str(block)} if whole else {"b": "8000"}
    noise = (draws * film_sound.STEP).astype(np.int16) if whole else (draws / 500).astype(np.float32)

    def encoded() -> list[int]:
        sizes: list[int] = []
        for first in range(0, len(noise) - block + 1, block):
            part = noise[np.newaxis, first : first + block]
            frame = av.AudioFrame.from_ndarray(part, format=kind, layout="mono")
            frame.sample_rate, frame.pts = rate, first
            sizes += [packet.size for packet in encoder.encode(frame)]
        return sizes

    return timed(encoded)


def measure(sizes: Sizes) -> Findings:
    seconds, rounds = sizes["seconds"], sizes["rounds"]
    say("recordings: films")
    rows = films(seconds, rounds)
    for preset in PRESETS:
        say(f"recordings: {preset}")
        rows[f"picture, x264 {preset}"] = row([picture(preset, seconds) for _ in range(rounds)], seconds)
    for codec, rate, block in SOUNDS:
        say(f"recordings: {codec} at {rate} Hz")
        taken = [sound(codec, rate, block) for _ in range(rounds)]
        packets = one(len(taken[0][1]) * HOUR / SAMPLE_SECONDS, "packets/h")
        found = row([(spent, sum(parts)) for spent, parts in taken], SAMPLE_SECONDS)
        rows[f"sound, {codec} {rate} Hz, {block} samples"] = {**found, "packets": packets}
    new, again = rows["film, new"], rows["film, the same again"]
    return Findings(rows, (
        Aim("a new film", new["processor"], most=MOST_NEW_MS),
        Aim("the same again", again["processor"], most=MOST_AGAIN_MS),
        Aim("size", new["size"], most=MOST_MB_AN_HOUR),
    ))  # fmt: skip


BENCHMARK = Benchmark(
    "recordings",
    "what does a recording cost as a real file?",
    measure,
    full={"seconds": 2 * HOUR, "rounds": 5},
    tiny={"seconds": 60, "rounds": 1},
)
