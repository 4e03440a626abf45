"""A phone's files on their way to the platform: tus, from the offset that the platform names, whatever breaks off."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from conformance.load.asking import AGAIN, Reply, Request
from conformance.load.content import File
from conformance.load.phone import BasePhone
from conformance.load.table import OK

TUS = {"Tus-Resumable": "1.0.0"}
BYTES = {**TUS, "Content-Type": "application/offset+octet-stream"}
STEP = "upload"
LOST, CONFLICT, SPOILT = frozenset({404, 410}), 409, 460
"""Gone, so that it is begun anew; another offset than the platform's; other bytes than were meant."""


@dataclass(slots=True)
class Sending:
    """One file of one phone. `cut`: once, the connection breaks off in the middle of a piece."""

    phone: BasePhone
    file: File
    cut: bool = False
    place: str = ""
    offset: int = 0

    def whole(self) -> str:
        """Send it to its end; OK, or what stopped it."""
        failures = 0
        while failures < self.phone.line.retry.attempts and self.phone.line.watch.now() < self.phone.day.last:
            reply = self._next()
            if reply.accepted and self.place and self.offset >= self.file.length:
                return OK
            failures = 0 if reply.accepted else failures + 1
            if not reply.accepted and self._hopeless(reply, failures):
                return reply.cause or str(reply.status)
        return "unfinished"

    def _next(self) -> Reply:
        if not self.place:
            return self._create()
        reply = self._append()
        if not reply.accepted and (reply.status in AGAIN or reply.status in (CONFLICT, SPOILT)):
            known = self._ask_offset()
            return reply if known.accepted else known
        return reply

    def _hopeless(self, reply: Reply, failures: int) -> bool:
        """Make ready for another attempt, or say that there is none."""
        if reply.status in LOST:
            self.place, self.offset = "", 0
        elif reply.status in AGAIN:
            self.phone.line.pause(failures)
        return reply.status not in AGAIN | LOST | {CONFLICT, SPOILT}

    def _create(self) -> Reply:
        told = {
            "sitting": self.phone.link.sitting,
            "name": self.file.name,
            "sha256": self.file.sha256(),
            "kind": self.file.kind,
        }
        header = ",".join(f"{key} {base64.b64encode(text.encode()).decode()}" for key, text in told.items())
        more = {"Upload-Length": str(self.file.length), "Upload-Metadata": header}
        detail = {"name": self.file.name, "length": self.file.length, "sha256": told["sha256"]}
        reply = self._tus("uploadCreate", "POST", "/uploads", {**TUS, **more}, detail)
        if reply.accepted:
            self.place, self.offset = reply.headers.get("location", "").removeprefix("/api/v1"), 0
        return reply

    def _append(self) -> Reply:
        piece = self.file.read(self.offset, self.phone.day.plan.files.chunk_bytes)
        more, cut = {"Upload-Offset": str(self.offset)}, None
        if self.cut:
            self.cut, cut = False, len(piece) // 2
        else:
            # Without a checksum what has arrived of a broken request counts, and that is what the cut is about.
            digest = base64.b64encode(hashlib.sha256(piece).digest()).decode()
            more["Upload-Checksum"] = f"sha256 {digest}"
        detail = {"bytes": len(piece), "from": self.offset}
        reply = self._tus("uploadBytes", "PATCH", self.place, {**BYTES, **more}, detail, piece, cut)
        if reply.accepted:
            self.offset = _offset(reply, self.offset + len(piece))
        return reply

    def _ask_offset(self) -> Reply:
        reply = self._tus("uploadOffset", "HEAD", self.place, TUS, {})
        if reply.accepted:
            self.offset = _offset(reply, self.offset)
        return reply

    def _tus(
        self,
        op: str,
        method: str,
        path: str,
        headers: Mapping[str, str],
        detail: Mapping[str, Any],
        body: bytes = b"",
        cut: int | None = None,
    ) -> Reply:
        upload = {"upload": self.place.rsplit("/", 1)[-1], "length": self.file.length} if self.place else {}
        mine = self.phone.headers(headers)
        alone = op == "uploadBytes"
        return self.phone.send(
            Request(op, method, path, body, mine, {**upload, **detail}, alone=alone, cut=cut), STEP
        )


def _offset(reply: Reply, otherwise: int) -> int:
    said = reply.headers.get("upload-offset", "")
    return int(said) if said.isdigit() else otherwise
