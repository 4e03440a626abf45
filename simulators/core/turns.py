"""One thing happens at a time: commands from outside and wake-ups are turns under one lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock


class Turns:
    """A re-entrant lock that knows who holds it, for error messages."""

    def __init__(self) -> None:
        self._lock = RLock()
        self.holder: str | None = None

    @contextmanager
    def take(self, who: str) -> Iterator[None]:
        """Wait for the turn, keep it for the block. A turn may be taken again inside itself."""
        with self._lock:
            before, self.holder = self.holder, who
            try:
                yield
            finally:
                self.holder = before
