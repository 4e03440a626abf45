"""The bytes that phones upload: noise that no two files share, cut from one block, so that a thousand phones hold one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from conformance.load.dice import Dice

BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class File:
    """A file of one phone: its name in the submission, its bytes on the wire and those of the recording it stands for."""

    name: str
    kind: str
    mark: str
    length: int
    nominal: int

    def read(self, offset: int, most: int) -> bytes:
        """The bytes from `offset` on, `most` of them at most."""
        return b"".join(self._pieces(offset, min(most, self.length - offset)))

    def sha256(self) -> str:
        digest = hashlib.sha256()
        for piece in self._pieces(0, self.length):
            digest.update(piece)
        return digest.hexdigest()

    def announced(self) -> dict[str, object]:
        """What the submission says of it."""
        return {
            "name": self.name,
            "kind": self.kind,
            "bytes": self.length,
            "nominal_bytes": self.nominal,
            "sha256": self.sha256(),
        }

    def _pieces(self, offset: int, count: int) -> Iterator[bytes]:
        """The file's own head of 64 bytes, then the common block over and over."""
        head = self._head()
        if offset < len(head) and count > 0:
            piece = head[offset : offset + count]
            yield piece
            offset, count = offset + len(piece), count - len(piece)
        while count > 0:
            place = (offset - len(head)) % BLOCK
            piece = _block()[place : place + count]
            yield piece
            offset, count = offset + len(piece), count - len(piece)

    def _head(self) -> bytes:
        return hashlib.sha512(self.mark.encode()).digest()[: self.length]


@cache
def _block() -> bytes:
    return Dice("what recordings are filled with").bytes(BLOCK)
