"""The cables of phones: further ways in than the endpoint, each plugged in when somebody asks where it leads."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from simulators.phone.phone import Phone

Ends = Mapping[str, str]
"""Where cables lead, by their kind: `adb` to host:port, `wda` to a URL, `usbmuxd` to the path of a socket."""


class Plug(Protocol):
    """One kind of cable. It listens without taking a turn; whoever comes through it takes turns as everybody does."""

    def plug(self, phone: Phone) -> Ends:
        """Lead a cable to the phone; nothing for a phone that this kind does not fit."""
        ...

    def unplug(self, udid: str) -> None:
        """Take it away, with whatever goes through it; taking none is no error."""
        ...

    def close(self) -> None:
        """Take all away and end."""
        ...


class Cables:
    """The cables of the phones of one world at a time."""

    def __init__(self, plugs: Sequence[Plug] = ()) -> None:
        self._plugs = plugs
        self._ends: dict[str, Ends] = {}

    def of(self, phone: Phone) -> Ends:
        """Where the phone's cables lead; they are plugged in if they were not."""
        if phone.udid not in self._ends:
            self._ends[phone.udid] = {
                kind: end for plug in self._plugs for kind, end in plug.plug(phone).items()
            }
        return self._ends[phone.udid]

    def pull(self) -> None:
        """Unplug every phone, as their world ends."""
        while self._ends:
            udid, _ = self._ends.popitem()
            for plug in self._plugs:
                plug.unplug(udid)

    def close(self) -> None:
        """Unplug every phone and end the plugs."""
        self.pull()
        for plug in self._plugs:
            plug.close()
