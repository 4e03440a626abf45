"""A stream of bytes, plain or under TLS. The same connection may change from one to the other, as lockdown's does."""

import asyncio
import ssl
from collections.abc import Callable
from typing import TypeVar

CHUNK = 65_536
T = TypeVar("T")


class Ended(Exception):
    """The other side has hung up, in the midst of something or not."""


class Channel:
    """Reads and writes over an asyncio stream. TLS runs in memory, so that nothing read ahead is lost to it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._taken = bytearray()
        self._tls: ssl.SSLObject | None = None
        self._inside, self._outside = ssl.MemoryBIO(), ssl.MemoryBIO()

    async def exactly(self, count: int) -> bytes:
        """So many bytes; Ended where they do not come."""
        while len(self._taken) < count:
            self._taken += await self._more()
        found = bytes(self._taken[:count])
        del self._taken[:count]
        return found

    async def some(self) -> bytes:
        """Whatever comes next; Ended where nothing does."""
        found = bytes(self._taken) or await self._more()
        self._taken.clear()
        return found

    async def write(self, data: bytes) -> None:
        """Ended where nobody reads any more."""
        try:
            if self._tls is not None:
                tls = self._tls
                await self._do(lambda: tls.write(data))
            else:
                self._writer.write(data)
            await self._writer.drain()
        except (OSError, ssl.SSLError) as fault:
            raise Ended(str(fault)) from fault

    async def secure(self, context: ssl.SSLContext) -> None:
        """Shake hands as the server; Ended where the other side does not."""
        self._inside.write(bytes(self._taken))
        self._taken.clear()
        self._tls = context.wrap_bio(self._inside, self._outside, server_side=True)
        await self._do(self._tls.do_handshake)

    async def unsecure(self) -> None:
        """Go on in plain bytes."""
        if self._tls is not None:
            tls = self._tls
            await self._do(tls.unwrap)
            self._tls = None
            self._taken += self._inside.read()

    def close(self) -> None:
        """What has been written still goes out."""
        self._writer.close()

    async def _more(self) -> bytes:
        if self._tls is None:
            return await self._raw()
        tls = self._tls
        found = await self._do(lambda: tls.read(CHUNK))
        if not found:
            raise Ended("TLS was closed")
        return found

    async def _raw(self) -> bytes:
        try:
            found = await self._reader.read(CHUNK)
        except OSError as fault:
            raise Ended(str(fault)) from fault
        if not found:
            raise Ended("the connection was closed")
        return found

    async def _do(self, step: Callable[[], T]) -> T:
        """Take a step of TLS, for as long as it needs more from the other side."""
        while True:
            try:
                done = step()
            except ssl.SSLWantReadError:
                self._send()
                self._inside.write(await self._raw())
            except ssl.SSLError as fault:
                self._send()
                raise Ended(str(fault)) from fault
            else:
                self._send()
                return done

    def _send(self) -> None:
        self._writer.write(self._outside.read())
