"""Bytes on disk: pictures by their digest, uploads by their name. What is answered for is written first.

A picture is written as a draft beside the queue, and takes its place where it is accepted; a name in a directory is safe
once the directory is, which `flush` sees to before a transaction that counts on it is kept.
"""

import hashlib
import os
import re
from dataclasses import dataclass
from itertools import count
from pathlib import Path

DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Draft:
    """A picture that is not among the pictures yet; `path` is None where they have it already."""

    digest: str
    path: Path | None


class Disk:
    def __init__(self, root: Path, *, durable: bool) -> None:
        self._pictures, self._uploads, self._drafts = root / "pictures", root / "uploads", root / "drafts"
        self._leases = root / "leases"
        self._durable = durable
        self._numbers = count()
        self._unsafe: set[Path] = set()
        self._settled: dict[str, int] = {}
        for directory in (self._pictures, self._uploads, self._drafts, self._leases):
            directory.mkdir(parents=True, exist_ok=True)

    def draft(self, data: bytes) -> Draft:
        """Write a picture, where the platform is durable down to the disk."""
        digest = hashlib.sha256(data).hexdigest()
        if self.has_picture(digest):
            return Draft(digest, None)
        path = self._drafts / f"{digest}.{os.getpid()}.{next(self._numbers)}"
        try:
            with path.open("wb") as out:
                out.write(data)
                if self._durable:
                    out.flush()
                    os.fsync(out.fileno())
        except OSError:
            path.unlink(missing_ok=True)
            raise
        return Draft(digest, path)

    def keep(self, draft: Draft) -> str:
        """The draft is accepted: its sha256, by which it is found from now on. It is there whole or not at all."""
        if draft.path is not None and draft.path.exists():
            draft.path.replace(self._pictures / draft.digest)
            self._unsafe.add(self._pictures)
        return draft.digest

    def discard(self, draft: Draft) -> None:
        """Nothing is left of a draft, unless it was kept."""
        if draft.path is not None:
            draft.path.unlink(missing_ok=True)

    def has_picture(self, digest: str) -> bool:
        return DIGEST.fullmatch(digest) is not None and (self._pictures / digest).is_file()

    def picture(self, digest: str) -> bytes:
        return (self._pictures / digest).read_bytes()

    def begin(self, upload: str) -> None:
        self._path(upload).touch()
        self._unsafe.add(self._uploads)

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
                size = os.fstat(file.fileno()).st_size
                os.fsync(file.fileno())
            self._settled[upload] = size

    def is_settled(self, upload: str, offset: int) -> bool:
        """Whether nothing more need be done for so many bytes of an upload to be safe."""
        return not self._durable or offset <= self._settled.get(upload, 0)

    def flush(self) -> None:
        """Make sure of the names that are new in the directories, where the platform is durable."""
        while self._unsafe:
            directory = self._unsafe.pop()
            try:
                self._sync(directory)
            except OSError:
                self._unsafe.add(directory)
                raise

    def digest(self, upload: str) -> str:
        with self._path(upload).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def drop(self, upload: str) -> None:
        self._settled.pop(upload, None)
        self._path(upload).unlink(missing_ok=True)

    def read(self, upload: str) -> bytes:
        return self._path(upload).read_bytes()

    def place(self, upload: str) -> Path:
        """Where the bytes of an upload lie."""
        return self._path(upload)

    def lease(self, upload: str) -> Path:
        """Where it stands who may append to an upload."""
        return self._leases / upload

    def _path(self, upload: str) -> Path:
        return self._uploads / upload

    def _sync(self, directory: Path) -> None:
        if not self._durable:
            return
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
