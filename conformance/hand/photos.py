"""Photos that operators hand in: small enough for a report, and without what a camera writes beside the picture.

They lie in the run's folder, out of sight, until the scenario that they belong to has its evidence file.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import cv2
import numpy as np

FOLDER = ".photos"
MOST_BYTES = 12 << 20
LONGER_SIDE, QUALITY = 1280, 80
"""Pixels, and JPEG's own measure: a screen's words can be read, and a photo takes about 150 kB."""


class NoPhoto(Exception):
    """What was handed in cannot be opened as a picture."""


class Photos:
    """The photos of one run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def add(self, content: bytes) -> str:
        """Keep a photo, made anew from its pixels; its digest. NoPhoto, OSError."""
        pixels = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR) if content else None
        if pixels is None:
            raise NoPhoto
        scale = LONGER_SIDE / max(pixels.shape[:2])
        if scale < 1:
            pixels = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        _, file = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
        made = file.tobytes()
        name = hashlib.sha256(made).hexdigest()[:16]
        self._folder.mkdir(exist_ok=True)
        (self._folder / name).write_bytes(made)
        return name

    def has(self, name: str) -> bool:
        return name.isalnum() and (self._folder / name).is_file()

    def encoded(self, name: str) -> str:
        """A photo as an evidence file holds it."""
        return base64.b64encode((self._folder / name).read_bytes()).decode()

    def clear(self) -> None:
        """The run is over: every photo stands in an evidence file."""
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                path.unlink()
            self._folder.rmdir()
