"""What the phones of one candidate know of each other: the code on the main phone's screen, and who has done what."""

from __future__ import annotations

from gevent.event import Event

THINGS = ("code_shown", "aux_recording", "main_done")


class Link:
    """Each thing happens once, and who waits for it goes on."""

    def __init__(self) -> None:
        self.code, self.sitting = "", ""
        self._events = {thing: Event() for thing in THINGS}

    def event(self, thing: str) -> Event:
        return self._events[thing]

    def happened(self, thing: str) -> None:
        self._events[thing].set()
