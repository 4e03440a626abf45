"""One stream inside a transport: bytes both ways, each packet of it acknowledged before the next."""

import asyncio
from collections.abc import Callable

from simulators.wire.android.packet import CLSE, OKAY, WRTE

Send = Callable[[bytes, int, int, bytes], None]


class StreamClosed(Exception):
    """The host has closed the stream, or its transport is gone."""


class Stream:
    """What a service reads and writes. `own` and `theirs` are the ids on both sides, `largest` the bytes of a packet."""

    def __init__(self, send: Send, own: int, theirs: int, largest: int) -> None:
        self.own, self.theirs = own, theirs
        self._send, self._largest = send, largest
        self._came: asyncio.Queue[bytes] = asyncio.Queue()
        self._rest = b""
        self._acknowledged = asyncio.Event()
        self._writing = asyncio.Lock()
        self.gone = asyncio.Event()
        """Set once either side has closed it."""

    @property
    def closed(self) -> bool:
        return self.gone.is_set()

    def arrived(self, data: bytes) -> None:
        """A WRTE of the host's; it is acknowledged when somebody reads it, so that nobody has to hold much."""
        self._came.put_nowait(data)

    def acknowledged(self) -> None:
        """An OKAY of the host's."""
        self._acknowledged.set()

    def over(self) -> None:
        """The host's side has ended: readers see the end, writers hear of it."""
        self.gone.set()
        self._came.put_nowait(b"")
        self._acknowledged.set()

    async def read(self) -> bytes:
        """What has come, at least a byte of it; nothing at the end."""
        if self._rest:
            data, self._rest = self._rest, b""
            return data
        data = await self._came.get()
        if data:
            self._send(OKAY, self.own, self.theirs, b"")
        else:
            self._came.put_nowait(b"")
        return data

    async def read_exactly(self, number: int) -> bytes:
        """So many bytes, or nothing where the stream ends at once. StreamClosed where it ends in their midst."""
        if number == 0:
            return b""
        taken = bytearray()
        while len(taken) < number and (data := await self.read()):
            taken += data
        if 0 < len(taken) < number:
            raise StreamClosed(f"{len(taken)} of {number} bytes came")
        self._rest = bytes(taken[number:])
        return bytes(taken[:number])

    async def write(self, data: bytes) -> None:
        """Send everything, in as many packets as that takes. StreamClosed where nobody takes it any more."""
        async with self._writing:
            for start in range(0, len(data), self._largest):
                if self.closed:
                    raise StreamClosed("the host has closed it")
                self._acknowledged.clear()
                self._send(WRTE, self.own, self.theirs, data[start : start + self._largest])
                await self._acknowledged.wait()

    def close(self) -> None:
        """End it from this side; nothing happens where it has ended."""
        if not self.closed:
            self._send(CLSE, self.own, self.theirs, b"")
        self.over()
