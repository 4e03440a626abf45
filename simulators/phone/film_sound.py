"""The sound of a film: the noise of a quiet room, or digital silence where the microphone hears nothing. FLAC, mono.

Noise is a loop of a few blocks that are encoded once; FLAC's blocks stand by themselves, so that a long sound is
the same blocks again. A microphone that is muted or denied gives zeros and nothing else (C43).
"""

from fractions import Fraction
from functools import lru_cache

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from numpy.typing import NDArray

from simulators.core.chance import Chance
from simulators.phone import film_noises

RATE = 3000
"""Samples a second: the least that browsers play."""
BLOCK = 61_440
"""Samples in a packet: 20 seconds, near FLAC's most."""
LOOP = 3
"""Blocks after which the noise begins again: a minute."""
CLOCK = Fraction(1, RATE)
CODEC = "flac"
OPTIONS = {"frame_size": str(BLOCK), "compression_level": "5"}
STEP = 64
"""The noise is -1, 0 or 1 times this, about 64 dB below full scale; FLAC packs what is a multiple of a power of 2."""
RARE = 0.1
"""How much of the noise is not 0. A sample costs at least one bit, and little more than that when most are 0."""


def settings(codec: AudioCodecContext) -> None:
    """What an encoder, and a container that takes its packets, must agree on."""
    codec.sample_rate, codec.format, codec.layout = RATE, "s16", "mono"
    codec.time_base = CLOCK
    codec.options = OPTIONS


def packets(room: str, heard: bool, samples: int, sound: str = "") -> list[bytes]:
    """So many samples in blocks; `room` names the noise, `sound` what else there is. The last block may be shorter."""
    whole, rest = divmod(samples, BLOCK)
    loop = _blocks(room, heard, sound)
    last = [_part(room, heard, sound, rest)] if rest else []
    return [loop[number % LOOP] for number in range(whole)] + last


def noise(room: str) -> NDArray[np.int16]:
    """One round of the loop."""
    draws = np.random.default_rng(Chance(f"room {room}").random.getrandbits(64))
    drawn = draws.choice([-STEP, 0, STEP], LOOP * BLOCK, p=[RARE / 2, 1 - RARE, RARE / 2])
    return np.asarray(drawn, dtype=np.int16)


@lru_cache(maxsize=64)
def _blocks(room: str, heard: bool, sound: str) -> tuple[bytes, ...]:
    return _encoded(_taken_in(room, heard, sound, LOOP * BLOCK))


@lru_cache(maxsize=256)
def _part(room: str, heard: bool, sound: str, samples: int) -> bytes:
    """The beginning of the loop's first block."""
    return _encoded(_taken_in(room, heard, sound, samples))[0]


def _taken_in(room: str, heard: bool, sound: str, samples: int) -> NDArray[np.int16]:
    if not heard:
        return np.zeros(samples, np.int16)
    return film_noises.heard(noise(room), sound, RATE)[:samples]


def _encoded(samples: NDArray[np.int16]) -> tuple[bytes, ...]:
    codec = av.CodecContext.create(CODEC, "w")
    assert isinstance(codec, AudioCodecContext)
    settings(codec)
    made: list[bytes] = []
    for first in range(0, len(samples), BLOCK):
        frame = av.AudioFrame.from_ndarray(
            samples[np.newaxis, first : first + BLOCK], format="s16", layout="mono"
        )
        frame.sample_rate, frame.pts, frame.time_base = RATE, first, CLOCK
        made += map(bytes, codec.encode(frame))
    return tuple(packet for packet in (*made, *map(bytes, codec.encode(None))) if packet)
