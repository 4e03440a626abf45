"""HTTP/1.1 as bytes: a request that can be held back before its last byte, and an answer as it comes in pieces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult

from conformance.load.asking import Raw, Request

BREAK, END = b"\r\n", b"\r\n\r\n"
NO_BODY = frozenset({204, 304})


def request(base: SplitResult, asked: Request) -> bytes:
    """All bytes of a request to the platform at `base`."""
    head = [
        f"{asked.method} {base.path}{asked.path} HTTP/1.1",
        f"Host: {base.netloc}",
        *(f"{name}: {text}" for name, text in asked.headers.items()),
        f"Content-Length: {len(asked.body)}",
    ]
    return "\r\n".join(head).encode() + END + asked.body


@dataclass(slots=True)
class Incoming:
    """The bytes of one answer so far. `head`: it answers HEAD, which has no body whatever its length says."""

    head: bool = False
    seen: bytes = b""

    def take(self, piece: bytes) -> Raw | None:
        """The answer, once all of it has come."""
        self.seen += piece
        start, found, body = self.seen.partition(END)
        if not found:
            return None
        first, *lines = start.split(BREAK)
        status, headers = int(first.split(b" ", 2)[1]), _headers(lines)
        if self.head or status in NO_BODY:
            return Raw(status, b"", headers)
        length = int(headers.get("content-length", "0"))
        return Raw(status, body[:length], headers) if len(body) >= length else None


def _headers(lines: list[bytes]) -> Mapping[str, str]:
    pairs = (line.decode("latin-1").partition(":") for line in lines)
    return {name.strip().lower(): text.strip() for name, _, text in pairs}
