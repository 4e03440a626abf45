"""A film as a reviewer watches it: pictures and sound with their own times, out of the bytes of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from conformance.inspect import media
from conformance.inspect.media import Film, NoMedia, Picture
from conformance.outcome import NotMet
from reports.form import Text


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples from -1 to 1 in a row; a span in which the file holds none is silence."""

    rate: int
    samples: NDArray[np.float32]


def pictures(content: bytes, hidden: float = 0.0) -> Iterator[tuple[float, Picture]]:
    """Every picture with its second in the film. NotMet where the file cannot be played.

    A picture that shows below its part `hidden` what the one before did is the same object.
    """
    return _film(content).changes(hidden)


def sound(content: bytes) -> Sound:
    """The sound track. NotMet where the file cannot be played or has none."""
    film = _film(content)
    blocks = list(film.blocks())
    if not blocks:
        raise _unplayable("no sound")
    rate = blocks[0][1]
    samples = np.zeros(max(1, int(film.seconds * rate)), np.float32)
    for at, _, block in blocks:
        room = samples[round(at * rate) :]
        part = _scaled(block)[: len(room)]
        room[: len(part)] = part
    return Sound(rate, samples)


def _film(content: bytes) -> Film:
    try:
        return media.film(content)
    except NoMedia as error:
        raise _unplayable(str(error)) from error


def _scaled(part: NDArray[Any]) -> NDArray[np.float32]:
    """Samples as parts of full scale."""
    scale = float(np.iinfo(part.dtype).max) if np.issubdtype(part.dtype, np.integer) else 1.0
    return np.asarray(part.astype(np.float32) / scale, np.float32)


def _unplayable(seen: str) -> NotMet:
    return NotMet(
        expected=Text("a film that can be played, with picture and sound", "可以播放、有画面和声音的录像"),
        seen=seen,
    )
