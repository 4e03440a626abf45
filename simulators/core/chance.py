"""Seeded chance: the same seed and the same names give the same draws, in whatever order they are asked."""

import hashlib
import random

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters and digits that a person does not mistake for one another."""


class Chance:
    """A stream of draws; `child` gives an independent stream that depends on its name only."""

    def __init__(self, seed: int | str) -> None:
        self.seed = str(seed)
        digest = hashlib.sha256(self.seed.encode()).digest()
        self.random = random.Random(int.from_bytes(digest, "big"))

    def child(self, name: str) -> "Chance":
        return Chance(f"{self.seed}/{name}")

    def token(self, length: int) -> str:
        """`length` characters that can be read aloud."""
        return "".join(self.random.choices(ALPHABET, k=length))

    def bytes(self, length: int) -> bytes:
        return self.random.randbytes(length)
