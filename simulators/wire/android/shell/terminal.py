"""Both ways in which a shell's streams travel: with the frames of shell protocol 2, and bare."""

import struct
from typing import Protocol

from simulators.wire.android.stream import Stream
from simulators.wire.webdriver.mobile.shell.running import octets

FRAME = struct.Struct("<BI")
"""Which of the streams, and how many bytes follow."""
STDIN, STDOUT, STDERR, EXIT = range(4)
CLOSE_STDIN = EXIT
"""From the host, the same number says that nothing more is typed."""
LARGEST = 32 * 1024
MOST = 1024 * 1024
"""Bytes that are taken in one frame."""


class Terminal(Protocol):
    """A shell's three streams and its end."""

    @property
    def stream(self) -> Stream: ...
    async def out(self, text: str) -> None: ...
    async def err(self, text: str) -> None: ...
    async def read(self) -> bytes: ...
    async def exit(self, code: int) -> None: ...


class Framed:
    """Shell protocol 2. Source: AOSP, adb's shell_protocol.h."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._ended = False

    async def out(self, text: str) -> None:
        await self._print(STDOUT, text)

    async def err(self, text: str) -> None:
        await self._print(STDERR, text)

    async def _print(self, number: int, text: str) -> None:
        content = octets(text)
        for start in range(0, len(content), LARGEST):
            part = content[start : start + LARGEST]
            await self.stream.write(FRAME.pack(number, len(part)) + part)

    async def read(self) -> bytes:
        """What was typed; nothing once stdin is closed. A frame that is too long is the end of it."""
        while not self._ended and (head := await self.stream.read_exactly(FRAME.size)):
            number, length = FRAME.unpack(head)
            if length > MOST:
                break
            content = await self.stream.read_exactly(length)
            if number == STDIN and content:
                return content
            self._ended = number == CLOSE_STDIN
        self._ended = True
        return b""

    async def exit(self, code: int) -> None:
        await self.stream.write(FRAME.pack(EXIT, 1) + bytes([code & 0xFF]))


class Bare:
    """Both streams of output as they come, and no exit code."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream

    async def out(self, text: str) -> None:
        await self.stream.write(octets(text))

    async def err(self, text: str) -> None:
        await self.stream.write(octets(text))

    async def read(self) -> bytes:
        return await self.stream.read()

    async def exit(self, code: int) -> None:
        """Whoever asked in this way is not told."""
