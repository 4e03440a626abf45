"""What a reviewer hears in a film: by level, rhythm and pitch against the quiet in which the recording began."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from conformance.reviewing.film import Sound

WINDOW_S = 5
QUIET_S = 10
LOUD, FAINT = 6.0, 0.5
"""How many times louder, or fainter, than at the beginning something must be to be noticed."""
RUMBLE_HZ, RUMBLE = 70.0, 0.6
"""A wind has this share of its power below this pitch."""
TONES = 0.6
"""Music has this share of its power in its strongest pitches."""
FLAT = 0.25
"""How little music rises and falls within a second."""
VOICED = 0.5
DEEP_HZ = 155.0
"""A voice below this is not the one that sits there."""

Wave = NDArray[np.float32]


def signs_in(sound: Sound) -> Iterator[tuple[float, str]]:
    """The seconds at which something is heard that was not there in the quiet of the beginning, and what."""
    size = WINDOW_S * sound.rate
    count = len(sound.samples) // size
    windows = sound.samples[: count * size].reshape(count, size)
    levels = np.sqrt(np.einsum("ij,ij->i", windows, windows) / size)
    heard = levels[levels > 0]
    if not len(heard):
        yield 0.0, "muted"
        return
    quiet = float(np.median(heard[: QUIET_S // WINDOW_S]))
    for number, level in enumerate(levels):
        sign = _sign(windows[number], float(level), quiet, sound.rate)
        if sign:
            yield float(number * WINDOW_S), sign


def _sign(window: Wave, level: float, quiet: float, rate: int) -> str:
    if level == 0.0:
        return "muted"
    if level < FAINT * quiet:
        return "covered"
    return _kind(window, rate) if level > LOUD * quiet else ""


def _kind(window: Wave, rate: int) -> str:
    """What a loud sound is."""
    power = np.asarray(np.abs(np.fft.rfft(window)) ** 2, np.float64)
    pitches = np.asarray(np.fft.rfftfreq(len(window), 1 / rate), np.float64)
    whole = float(power.sum())
    if float(power[pitches < RUMBLE_HZ].sum()) > RUMBLE * whole:
        return "wind"
    strongest = np.sort(power)[::-1]
    rise = _rise_and_fall(window, rate)
    if rise < FLAT and float(strongest[:24].sum()) > TONES * whole:
        return "music"
    lowest = _lowest_tone(power, pitches)
    harmonic = sum(
        float(power[np.abs(pitches - n * lowest) < 12].sum()) for n in (1, 2, 3, 4) if lowest > RUMBLE_HZ
    )
    if harmonic > VOICED * whole:
        return "another_voice" if lowest < DEEP_HZ else "talk"
    return "noise"


def _rise_and_fall(window: Wave, rate: int) -> float:
    """How much the level varies within the window, as a part of its mean."""
    step = rate // 20
    parts = window[: len(window) // step * step].reshape(-1, step).astype(np.float64)
    levels = np.sqrt((parts**2).mean(axis=1))
    return float(levels.std() / levels.mean()) if levels.mean() else 0.0


def _lowest_tone(power: NDArray[np.float64], pitches: NDArray[np.float64]) -> float:
    """The lowest pitch that is about as strong as the strongest."""
    audible = np.where(pitches > RUMBLE_HZ, power, 0)
    return float(pitches[int(np.argmax(audible > 0.3 * audible.max()))])
