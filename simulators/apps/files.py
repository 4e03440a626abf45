"""Files that an app hands in: how they are named on the phone, and how a submission announces them."""

import hashlib
import re
from pathlib import Path
from typing import Any

from simulators.phone.recorder import VideoFile

Announced = dict[str, Any]
"""name, kind, bytes, nominal_bytes, sha256 as the submission says them; path is where the phone keeps the file."""


def file_safe(text: str) -> str:
    """An id as a part of a file's name."""
    return re.sub(r"[^0-9A-Za-z_.-]", "-", text)


def video(file: VideoFile) -> Announced:
    return {
        "name": file.name, "kind": "video", "bytes": file.bytes, "nominal_bytes": file.nominal_bytes,
        "sha256": file.sha256, "path": str(file.path),
    }  # fmt: skip


def photo_set(name: str, path: Path, content: bytes) -> Announced:
    """Photos stand for themselves: as many nominal bytes as real ones."""
    size, digest = len(content), hashlib.sha256(content).hexdigest()
    return {
        "name": name, "kind": "photo-set", "bytes": size, "nominal_bytes": size, "sha256": digest, "path": str(path),
    }  # fmt: skip


def told(file: Announced) -> dict[str, Any]:
    """What of an announced file is for the platform."""
    return {key: value for key, value in file.items() if key != "path"}
