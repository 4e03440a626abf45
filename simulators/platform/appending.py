"""The bytes of one PATCH as they come in.

Without a checksum each piece is on disk before the next is read, so that what arrived of a broken request counts.
With one, nothing is added until all of it has come and agrees.
"""

from datetime import datetime

from simulators.platform import tus
from simulators.platform.call import Answer, Call
from simulators.platform.house import House
from simulators.platform.refusals import Refusal
from simulators.platform.uploads import alive

CONTENT_TYPE = "application/offset+octet-stream"
MAX_CHECKED = 64 * 2**20
"""Bytes that may come under one checksum; they wait in memory."""


class Appending:
    """Begun by the headers of a PATCH; Refusal where they do not fit the upload as it stands."""

    def __init__(self, house: House, call: Call) -> None:
        tus.speaks(call)
        if call.headers.get("content-type", "").partition(";")[0].strip() != CONTENT_TYPE:
            raise Refusal("wrong_type", f"send {CONTENT_TYPE}")
        self._house, self._call = house, call
        self._upload = tus.mine(house, call)
        self._offset = tus.number(call, "upload-offset")
        self._check = call.headers.get("upload-checksum")
        self._algorithm = tus.checksum(self._check) if self._check is not None else None
        self._held = bytearray()
        if self._offset != house.disk.offset(self._upload.upload):
            raise Refusal("wrong_offset")
        if "content-length" in call.headers:
            self._fits(tus.number(call, "content-length"))
        self._lease = house.uploads.take(self._upload.upload, self._offset)

    def feed(self, data: bytes) -> None:
        """One piece, in its order. Refusal where another connection has taken the upload over."""
        self._fits(len(self._held) + len(data))
        if self._algorithm is None:
            self._add(data)
        else:
            self._held += data
            if len(self._held) > MAX_CHECKED:
                raise Refusal("too_large")

    def agree(self) -> str | None:
        """The last byte has come: what waited for its checksum is added, or Refusal; and all is safe on the disk. The
        digest of the whole file once it is there. Takes as long as the disk, and the file, are slow and large."""
        if self._algorithm is not None:
            algorithm, digest = self._algorithm
            data = bytes(self._held)
            if algorithm(data) != digest:
                raise Refusal("bad_checksum")
            self._add(data)
        self._house.disk.settle(self._upload.upload)
        whole = self._offset == self._upload.length
        return self._house.disk.digest(self._upload.upload) if whole else None

    def finish(self, at: datetime, digest: str | None) -> Answer:
        """The answer; Refusal where the whole file is not what was announced, and the upload is then gone."""
        uploads = self._house.uploads
        if digest is None:
            return tus.taken(uploads.prolong(self._upload, at), self._offset)
        upload = alive(uploads.current(self._upload.upload))
        if upload.state == "active":
            upload = uploads.finish(upload, at, digest)
        if upload.state != "done":
            raise Refusal("bad_checksum", "the whole file differs from its sha256; upload it again")
        return tus.taken(upload, self._offset)

    def _fits(self, more: int) -> None:
        if self._offset + more > self._upload.length:
            raise Refusal("too_long")

    def _add(self, data: bytes) -> None:
        self._house.uploads.append(self._upload.upload, self._lease, data)
        self._offset += len(data)
