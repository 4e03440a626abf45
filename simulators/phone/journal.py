"""What happened on the phone, by the phone's own clock; a wire tells it as the log of its system."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

What = Literal[
    "started", "resumed", "left", "ended", "installed", "uninstalled", "locked", "unlocked", "network", "call",
    "message", "notification", "recording", "power_off", "power_on",
]  # fmt: skip
"""What is noted."""
KEPT = 4_000
"""So many entries are kept; the oldest go first, as from any system's log."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: to which app or with whom, and how or why."""

    at: datetime
    what: What
    who: str
    how: str


class Journal:
    """Entries in the order in which they happened; each has a number, counted from 0."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._watchers: list[Callable[[Entry], None]] = []
        self.count = 0
        """How many entries there have been, those that are gone included."""

    def note(self, what: What, who: str = "", how: str = "") -> None:
        """Something has just happened."""
        entry = Entry(self._now(), what, who, how)
        self._entries.append(entry)
        self.count += 1
        for watcher in tuple(self._watchers):
            watcher(entry)

    def watch(self, watcher: Callable[[Entry], None]) -> None:
        """Call `watcher` with every entry, as it is made."""
        self._watchers.append(watcher)

    def unwatch(self, watcher: Callable[[Entry], None]) -> None:
        """Call it no more."""
        self._watchers.remove(watcher)

    def since(self, number: int) -> tuple[Entry, ...]:
        """The entries from that number on, as far as they are kept."""
        gone = self.count - len(self._entries)
        return tuple(self._entries)[max(0, number - gone) :]

    def clear(self) -> None:
        """Forget the entries; their numbers are not used again."""
        self._entries.clear()
