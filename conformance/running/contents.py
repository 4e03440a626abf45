"""What lies in a run's folder, each file by its digest."""

from __future__ import annotations

import hashlib
from pathlib import Path

JOURNAL = "journal.jsonl"
"""Its footer lists the others, so it cannot list itself."""
REQUEST = "request.json"
"""What a run hands to its workers; gone when it is over."""


def digests(folder: Path) -> dict[str, str]:
    """Every file in a folder and below it but the journal, in the order of their names. OSError."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {
        name: digest(found[name])
        for name in sorted(found)
        if name not in (JOURNAL, REQUEST) and not name.startswith(".")
    }


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
