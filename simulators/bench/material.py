"""What a probe hands in as a recording. The same for the same names."""

import hashlib

from simulators.core.chance import Chance


def recording(device: str, name: str, length: int) -> bytes:
    """`length` bytes that stand for the video `name` of that phone."""
    return Chance(f"probe/{device}/{name}").bytes(length)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
