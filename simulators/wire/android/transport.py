"""A connection of an adb server to one phone: the greeting, then streams that open, carry and close.

What is no packet, or comes out of order, ends this connection with a reason in the log; the phone goes on.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from simulators.wire.android.packet import (
    CLSE,
    CNXN,
    HEAD,
    LARGEST,
    OKAY,
    OLDEST_VERSION,
    OPEN,
    VERSION,
    WRTE,
    BadPacket,
    Head,
    head,
    packed,
    verify,
)
from simulators.wire.android.stream import Stream, StreamClosed

log = logging.getLogger(__name__)
Service = Callable[[Stream], Awaitable[None]]
Find = Callable[[str], Service | None]
GREETING_S = 10
"""Wall seconds within which whoever connects has to say who it is."""
MOST_STREAMS = 512
SMALLEST = 4096
"""Bytes that every host takes in one packet."""
LONGEST_SERVICE = 64 * 1024


class Transport:
    """One connection. `banner` is how the phone presents itself, `find` gives the service of a name."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, banner: bytes, find: Find
    ) -> None:
        self._reader, self._writer, self._banner, self._find = reader, writer, banner, find
        self._streams: dict[int, Stream] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._last = 0
        self._largest, self._version = LARGEST, VERSION
        self._handlers: Mapping[bytes, Callable[[Head, bytes], None]] = {
            CNXN: self._greet,
            OPEN: self._open,
            OKAY: self._okay,
            WRTE: self._write,
            CLSE: self._close,
        }

    async def run(self) -> None:
        """Serve until the host goes, or until it sends what cannot be read."""
        try:
            async with asyncio.timeout(GREETING_S):
                first, data = await self._packet()
            if first.command != CNXN:
                raise BadPacket(f"{first.command.decode()} came before CNXN")
            while True:
                self._handlers[first.command](first, data)
                await self._writer.drain()
                first, data = await self._packet()
        except BadPacket as fault:
            log.info("an adb transport was closed: %s", fault)
        except TimeoutError:
            log.info("an adb transport was closed: nobody greeted within %s s", GREETING_S)
        except (asyncio.IncompleteReadError, ConnectionError):
            log.debug("an adb host has gone")
        finally:
            await self._end()

    async def _packet(self) -> tuple[Head, bytes]:
        found = head(await self._reader.readexactly(HEAD.size))
        data = await self._reader.readexactly(found.length) if found.length else b""
        if self._version < VERSION:
            verify(found, data)
        return found, data

    def _send(self, command: bytes, first: int, second: int, data: bytes) -> None:
        if not self._writer.is_closing():
            self._writer.write(packed(command, first, second, data))

    def _greet(self, packet: Head, _: bytes) -> None:
        """A second greeting begins anew: whatever was open is closed."""
        if packet.first < OLDEST_VERSION:
            raise BadPacket(f"version {packet.first:#x} is older than {OLDEST_VERSION:#x}")
        if packet.second < SMALLEST:
            raise BadPacket(f"the host takes {packet.second} bytes in a packet; {SMALLEST} is the least")
        for stream in list(self._streams.values()):
            self._drop(stream)
        self._version = min(packet.first, VERSION)
        self._largest = min(packet.second, LARGEST)
        self._send(CNXN, self._version, LARGEST, self._banner)

    def _open(self, packet: Head, data: bytes) -> None:
        name = data.rstrip(b"\0").decode(errors="surrogateescape")
        crowded = len(self._streams) >= MOST_STREAMS or len(data) > LONGEST_SERVICE
        service = None if crowded or packet.first == 0 else self._find(name)
        if service is None:
            log.info("an adb stream was refused: %r", name[:200])
            self._send(CLSE, 0, packet.first, b"")
            return
        self._last += 1
        stream = Stream(self._send, self._last, packet.first, self._largest)
        self._streams[stream.own] = stream
        self._send(OKAY, stream.own, stream.theirs, b"")
        self._tasks[stream.own] = asyncio.create_task(self._serve(stream, service, name))

    async def _serve(self, stream: Stream, service: Service, name: str) -> None:
        try:
            await service(stream)
        except StreamClosed as why:
            log.debug("%s ended: %s", name[:200], why)
        except Exception:
            log.exception("the adb service %r failed", name[:200])
        finally:
            stream.close()
            self._streams.pop(stream.own, None)
            self._tasks.pop(stream.own, None)

    def _okay(self, packet: Head, _: bytes) -> None:
        if (stream := self._of(packet)) is not None:
            stream.acknowledged()

    def _write(self, packet: Head, data: bytes) -> None:
        stream = self._of(packet)
        if stream is None:
            self._send(CLSE, 0, packet.first, b"")
        elif data:
            stream.arrived(data)
        else:
            self._send(OKAY, stream.own, stream.theirs, b"")

    def _close(self, packet: Head, _: bytes) -> None:
        if (stream := self._of(packet)) is not None:
            self._drop(stream)

    def _of(self, packet: Head) -> Stream | None:
        """The stream that a packet means; both ids have to be right."""
        stream = self._streams.get(packet.second)
        return stream if stream is not None and packet.first in (stream.theirs, 0) else None

    def _drop(self, stream: Stream) -> None:
        """The host has closed it: whoever serves it sees that, and ends."""
        stream.over()

    async def _end(self) -> None:
        tasks = list(self._tasks.values())
        for stream in list(self._streams.values()):
            self._drop(stream)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._writer.close()
        with suppress(OSError):
            await self._writer.wait_closed()
