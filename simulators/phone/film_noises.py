"""What a microphone may hear besides the room itself, as a table: the sound, and a minute of it.

Sounds are made, not sampled: a voice is a buzz with the rhythm of syllables, music three steady tones, wind a
rumble, noise bangs. None holds a word. A microphone that is covered takes in the room at a quarter of its level.
"""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

Wave = NDArray[np.float64]
Samples = NDArray[np.int16]
LOUD = 6000.0
"""The peak of a sound: about 15 dB below full scale."""
STEP = 64
"""Samples are multiples of this, as the room's are."""
MUFFLED = 4
SYLLABLES = 4.0
"""A second."""
CHORD = (440.0, 554.0, 659.0)


def heard(room: Samples, sound: str, rate: int) -> Samples:
    """The room's noise with a sound in it; the room alone where there is none."""
    return SOUNDS[sound](room, rate) if sound else room


def _seconds(room: Samples, rate: int) -> Wave:
    return np.arange(len(room)) / rate


def _voice(pitch: float) -> Callable[[Samples, int], Samples]:
    def make(room: Samples, rate: int) -> Samples:
        at = _seconds(room, rate)
        buzz = np.sum([np.sin(2 * np.pi * pitch * n * at) / n for n in (1, 2, 3, 4)], axis=0)
        rhythm = np.clip(np.sin(2 * np.pi * SYLLABLES * at), 0, None)
        return _with(room, buzz * rhythm / 2)

    return make


def _music(room: Samples, rate: int) -> Samples:
    at = _seconds(room, rate)
    return _with(room, np.mean([np.sin(2 * np.pi * tone * at) for tone in CHORD], axis=0))


def _wind(room: Samples, _: int) -> Samples:
    draws = np.random.default_rng(1).standard_normal(len(room) // 60 + 2)
    slow = np.interp(np.arange(len(room)) / 60, np.arange(len(draws)), draws)
    return _with(room, slow / 3)


def _noise(room: Samples, rate: int) -> Samples:
    """A bang each two seconds that dies away."""
    at = _seconds(room, rate)
    grain = np.random.default_rng(2).uniform(-1, 1, len(room))
    return _with(room, grain * np.exp(-6 * (at % 2.0)))


def _covered(room: Samples, _: int) -> Samples:
    return np.asarray(room // MUFFLED, np.int16)


def _with(room: Samples, wave: Wave) -> Samples:
    loud = np.round(LOUD * np.clip(wave, -1, 1) / STEP) * STEP
    return np.clip(room + loud, -32768, 32767).astype(np.int16)


SOUNDS: Mapping[str, Callable[[Samples, int], Samples]] = {
    "talk": _voice(190.0),
    "another_voice": _voice(120.0),
    "music": _music,
    "wind": _wind,
    "noise": _noise,
    "covered": _covered,
}
