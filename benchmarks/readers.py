"""How much each QR reader reads: `python -m benchmarks.readers [frames]`.

Pairing codes as the exam page shows them, spoilt in six ways of growing severity, read by each reader alone
and by the chain that the phone uses. One row a reader: per cent of frames read, per way and in all, and the
median milliseconds a frame. Seeded: two runs agree in every figure but the time.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable

import cv2
import numpy as np
import segno
from numpy.typing import NDArray

from simulators.phone import scanner

Frame = NDArray[np.uint8]
Spoil = Callable[[Frame, float, np.random.Generator], Frame]


def _frame(of: object) -> Frame:
    whole: Frame = np.clip(np.asarray(of), 0, 255).astype(np.uint8)
    return whole


def clean(frame: Frame, _severity: float, _chance: np.random.Generator) -> Frame:
    return frame


def blur(frame: Frame, severity: float, _chance: np.random.Generator) -> Frame:
    return _frame(cv2.GaussianBlur(frame, (0, 0), 0.5 + 5 * severity))


def tilt(frame: Frame, severity: float, _chance: np.random.Generator) -> Frame:
    height, width = frame.shape
    drawn_in = severity * 0.42 * width
    seen = np.array([[drawn_in, 0], [width - drawn_in, 0], [width, height], [0, height]], np.float32)
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    return _frame(
        cv2.warpPerspective(frame, cv2.getPerspectiveTransform(flat, seen), (width, height), borderValue=200)
    )


def dark(frame: Frame, severity: float, chance: np.random.Generator) -> Frame:
    return _frame(frame * (1 - 0.97 * severity) + chance.normal(0, 4, frame.shape))


def noise(frame: Frame, severity: float, chance: np.random.Generator) -> Frame:
    return _frame(frame + chance.normal(0, 160 * severity, frame.shape))


def stain(frame: Frame, severity: float, chance: np.random.Generator) -> Frame:
    spoilt, side = frame.copy(), frame.shape[0]
    x, y = (int(v) for v in chance.integers(side // 4, 3 * side // 4, 2))
    cv2.circle(spoilt, (x, y), int(severity * side * 0.2), 120, -1)
    return spoilt


WAYS: dict[str, Spoil] = {way.__name__: way for way in (clean, blur, tilt, dark, noise, stain)}


def code(number: int) -> Frame:
    png = io.BytesIO()
    segno.make(f"XYB1:s-{number:04d}:{number * 7919 % 65536:04x}c1d2", error="m", micro=False).save(
        png, kind="png", scale=8
    )
    return _frame(cv2.imdecode(np.frombuffer(png.getvalue(), np.uint8), cv2.IMREAD_GRAYSCALE))


def row(name: str, read: Callable[[Frame], object], frames: int) -> str:
    shares, spent = [], []
    for way in WAYS.values():
        hits = 0
        for number in range(frames):
            frame = way(code(number), (number + 1) / frames, np.random.default_rng(number))
            begun = time.perf_counter()
            hits += read(frame) is not None
            spent.append((time.perf_counter() - begun) * 1000)
        shares.append(100 * hits / frames)
    cells = "".join(f"{share:7.0f}" for share in [*shares, statistics.mean(shares)])
    return f"{name:10}{cells}  {statistics.median(spent):6.1f} ms"


def main() -> None:
    frames = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    print(" " * 10 + "".join(f"{way:>7}" for way in [*WAYS, "all"]))
    for name, read in [*scanner.readers(), ("chain", scanner.read)]:
        print(row(name, read, frames))


if __name__ == "__main__":
    main()
