"""Records are held for a while before they are made: where the clock's pace has just turned, the next answers say when."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from conformance.load.told import Teller, Told
from conformance.load.watch import Wall

LONG_S = 8.0
"""Wall seconds after which it is known what exam time it was, also where the platform answers slowly."""


class Held:
    """Gives records to a teller in the order in which they came."""

    def __init__(self, teller: Teller, wall: Wall) -> None:
        self._teller, self._wall = teller, wall
        self._waiting: deque[tuple[float, Callable[[], Told]]] = deque()

    def take(self, make: Callable[[], Told]) -> None:
        self._waiting.append((self._wall(), make))

    def release(self, *, everything: bool = False) -> None:
        """Write down what has been held long enough."""
        until = self._wall() - LONG_S
        while self._waiting and (everything or self._waiting[0][0] <= until):
            self._teller.told(self._waiting.popleft()[1]())
        self._teller.flush()

    def close(self) -> None:
        self.release(everything=True)
        self._teller.close()
