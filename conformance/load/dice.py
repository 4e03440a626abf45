"""Seeded chance of the load's own: the same seed and names give the same draws, in every process of a run."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A stream of draws; `child` gives an independent stream that depends on its name only."""

    def __init__(self, seed: int | str) -> None:
        self._seed = str(seed)
        digest = hashlib.sha256(self._seed.encode()).digest()
        self._random = random.Random(int.from_bytes(digest, "big"))

    def child(self, name: str) -> Dice:
        return Dice(f"{self._seed}/{name}")

    def share(self) -> float:
        """A number from 0 on, below 1."""
        return self._random.random()

    def between(self, least: float, most: float) -> float:
        return self._random.uniform(least, most)

    def whole(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`, both among them."""
        return self._random.randint(least, most)

    def one_of(self, there: Sequence[T]) -> T:
        return self._random.choice(there)

    def order(self, count: int) -> list[int]:
        """The numbers from 0 to `count` - 1 in any order."""
        return self._random.sample(range(count), count)

    def bytes(self, length: int) -> bytes:
        return self._random.randbytes(length)
