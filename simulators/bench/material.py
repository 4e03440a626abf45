"""What a probe hands in: recordings and pictures, sound and broken ones. The same for the same names."""

import hashlib
import struct
import zlib
from collections.abc import Callable, Mapping

from simulators.core.chance import Chance
from simulators.phone.camera import Camera, Sheet


def recording(device: str, name: str, length: int) -> bytes:
    """`length` bytes that stand for the video `name` of that phone."""
    return Chance(f"probe/{device}/{name}").bytes(length)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def picture(kind: str, device: str, page: int) -> bytes:
    """The photo of a page, or what comes in its place."""
    camera = Camera(Chance(f"probe/{device}/{page}"))
    return PICTURES[kind](camera.photo("back", Sheet(page, device)))


def _promising(side: int) -> bytes:
    """A PNG of a hundred bytes that states so many pixels each way."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")


PICTURES: Mapping[str, Callable[[bytes], bytes]] = {
    "sheet": lambda photo: photo,
    "text": lambda _: b"this is no picture",
    "empty": lambda _: b"",
    "truncated": lambda photo: photo[: len(photo) // 2],
    "huge": lambda _: _promising(60_000),
}
"""By the words of the probe."""
