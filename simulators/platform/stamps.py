"""The instant that decides: taken once, when the last byte of a request is there, before any queue (clock.md, 11)."""

from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from threading import Lock

from simulators.core.clock import Watch
from simulators.platform.board import Board


class Stamps:
    """Whole milliseconds of the platform's clock in the season's zone, and which of them are still in the queue: of this
    process, and where there is a board, of the others there."""

    def __init__(self, clock: Watch, zone: tzinfo, board: Board | None = None) -> None:
        self._clock, self._zone, self._board = clock, zone, board
        self._waiting: Counter[datetime] = Counter()
        self._order: deque[datetime] = deque()
        self._lock = Lock()

    def now(self) -> datetime:
        """What the clock shows, without what no wire carries."""
        now = self._clock.now()
        if now.tzinfo is not self._zone:
            now = now.astimezone(self._zone)
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    @contextmanager
    def take(self) -> Iterator[datetime]:
        """Stamp a request and hold the stamp until it is answered."""
        with self._lock:
            if self._board is not None and not self._order:
                self._board.waits_since(
                    self.now()
                )  # before the stamp, or another process settles what it may change
            at = self.now()
            if not self._waiting[at]:
                self._order.append(at)
            self._waiting[at] += 1
        try:
            yield at
        finally:
            with self._lock:
                self._waiting[at] -= 1
                while self._order and not self._waiting[self._order[0]]:
                    del self._waiting[self._order.popleft()]
                if self._board is not None:
                    self._board.waits_since(self._order[0] if self._order else None)

    def settled(self) -> datetime:
        """Until when no stamped request can be outstanding: what happened by then may be written down."""
        with self._lock:
            ours = self._order[0] if self._order else self.now()
        others = self._board.others() if self._board is not None else ()
        return min((ours, *(at.astimezone(self._zone) for at in others)))
