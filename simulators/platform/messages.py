"""Text messages in a file: where no phone is near, whoever reads the file has received them."""

from pathlib import Path

import msgspec

from simulators.core.clock import Watch
from simulators.core.instants import iso


class MessageFile:
    """One JSON line a message: `at`, `to`, `text`. Called with number and text."""

    def __init__(self, path: Path, clock: Watch) -> None:
        self._path, self._clock = path, clock
        path.touch()

    def __call__(self, number: str, text: str) -> None:
        line = msgspec.json.encode({"at": iso(self._clock.now()), "to": number, "text": text})
        with self._path.open("ab") as file:
            file.write(line + b"\n")
