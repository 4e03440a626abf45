"""Bytes on disk: pictures by their digest, uploads by their name. What is answered for is written first."""

import hashlib
import os
import re
from pathlib import Path

DIGEST = re.compile("[0-9a-f]{64}")


class Disk:
    def __init__(self, root: Path, *, durable: bool) -> None:
        self._pictures, self._uploads = root / "pictures", root / "uploads"
        self._durable = durable
        for directory in (self._pictures, self._uploads):
            directory.mkdir(parents=True, exist_ok=True)

    def keep_picture(self, data: bytes) -> str:
        """Store a picture; its sha256. A picture is there whole or not at all."""
        digest = hashlib.sha256(data).hexdigest()
        target = self._pictures / digest
        if not target.exists():
            draft = target.with_suffix(".draft")
            with draft.open("wb") as out:
                out.write(data)
                self._flush(out.fileno())
            draft.replace(target)
        return digest

    def has_picture(self, digest: str) -> bool:
        return DIGEST.fullmatch(digest) is not None and (self._pictures / digest).is_file()

    def picture(self, digest: str) -> bytes:
        return (self._pictures / digest).read_bytes()

    def begin(self, upload: str) -> None:
        self._path(upload).touch()

    def offset(self, upload: str) -> int:
        """How many bytes of the upload are there; 0 where its file is gone."""
        path = self._path(upload)
        return path.stat().st_size if path.exists() else 0

    def append(self, upload: str, data: bytes) -> None:
        """Add to the end, past Python's buffers: a killed process loses nothing of it."""
        out = os.open(self._path(upload), os.O_WRONLY | os.O_APPEND)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(out, view) :]
        finally:
            os.close(out)

    def settle(self, upload: str) -> None:
        """Make sure of what was appended, where the platform is durable."""
        if self._durable:
            with self._path(upload).open("rb") as file:
                os.fsync(file.fileno())

    def digest(self, upload: str) -> str:
        with self._path(upload).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def drop(self, upload: str) -> None:
        self._path(upload).unlink(missing_ok=True)

    def read(self, upload: str) -> bytes:
        return self._path(upload).read_bytes()

    def place(self, upload: str) -> Path:
        """Where the bytes of an upload lie."""
        return self._path(upload)

    def _path(self, upload: str) -> Path:
        return self._uploads / upload

    def _flush(self, descriptor: int) -> None:
        if self._durable:
            os.fsync(descriptor)
