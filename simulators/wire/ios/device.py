"""One iPhone as usbmuxd has it: a number, ports, and who listens behind them."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from zlib import crc32

from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.ios.channel import Channel, Ended
from simulators.wire.ios.pairing import Pairing

Serve = Callable[["Device", Channel], Awaitable[None]]
"""Speaks on a connection until it is over."""
FIRST_PORT = 49_152
PRODUCT = 0x12A8
"""The product id of iPhones on USB."""


@dataclass(eq=False)
class Device:
    """`port` is that of WebDriverAgent on this machine. What reads or moves the phone takes a turn."""

    number: int
    phone: Phone
    turns: Turns
    pairing: Pairing
    port: int
    opened: dict[int, Serve] = field(default_factory=dict)
    """The services that have been started, by their ports."""
    folders: set[str] = field(default_factory=set)
    """Folders that were made, be there files in them or not."""
    observers: list[tuple[set[str], asyncio.Queue[str]]] = field(default_factory=list)
    """Which notifications are observed, and where they are put."""
    talks: set[asyncio.Task[None]] = field(default_factory=set)
    """The connections to its ports."""
    plugged: bool = True
    _ports: Iterator[int] = field(default_factory=lambda: count(FIRST_PORT))

    @property
    def here(self) -> bool:
        """Whether it answers: a phone without power is not there."""
        return self.plugged and self.phone.on

    @property
    def wifi(self) -> str:
        """The address of its Wi-Fi."""
        return "a4:83:" + crc32(self.phone.udid.encode()).to_bytes(4, "big").hex(":")

    def open(self, serve: Serve) -> int:
        """A port on which a service listens."""
        port = next(self._ports)
        self.opened[port] = serve
        return port

    @contextmanager
    def turn(self, what: str) -> Iterator[Phone]:
        """The phone, for the time of a turn. Ended where it is not there any more."""
        with self.turns.take(f"usb {what}"):
            if not self.here:
                raise Ended(f"the phone {self.phone.udid} is not there")
            yield self.phone

    def post(self, notification: str) -> None:
        """Tell whoever observes it."""
        for names, posted in self.observers:
            if notification in names:
                posted.put_nowait(notification)
