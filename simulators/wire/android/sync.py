"""Files to and from the phone: adb's sync service, version 1.

A request is four letters, a length and that many bytes, a path. Source: AOSP, adb's SYNC.TXT.
"""

import posixpath
import struct
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from simulators.phone.storage import StorageFull
from simulators.wire.android.device import Device
from simulators.wire.android.stream import Stream, StreamClosed
from simulators.wire.webdriver.disk import ANDROID, Disk, NoFile

Value = TypeVar("Value")
HEAD = struct.Struct("<4sI")
STAT = struct.Struct("<4sIII")
ENTRY = struct.Struct("<4sIIII")
FILE, FOLDER, NOTHING = 0o100660, 0o040771, 0
"""Modes, as files below /sdcard have them."""
LARGEST = 64 * 1024
LONGEST_PATH = 1024
MOST = 512 * 1024 * 1024
"""Bytes of one file that is sent."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One host at one phone's files."""

    device: Device
    stream: Stream

    @property
    def disk(self) -> Disk:
        return Disk(self.device.phone, ANDROID)

    @property
    def now(self) -> int:
        """Seconds, by the phone's clock: nobody writes down when a file came."""
        return int(self.device.phone.clock.now().timestamp()) & 0xFFFF_FFFF

    def at_once(self, what: str, work: Callable[[], Value]) -> Value:
        """Something done in a turn of its own."""
        with self.device.turn(f"adb sync {what}"):
            return work()

    async def fail(self, reason: str) -> None:
        text = reason.encode(errors="replace")
        await self.stream.write(HEAD.pack(b"FAIL", len(text)) + text)


async def serve(device: Device, stream: Stream) -> None:
    """Requests until QUIT; one that cannot be read ends the stream."""
    visit = Visit(device, stream)
    while head := await stream.read_exactly(HEAD.size):
        name, length = HEAD.unpack(head)
        run = REQUESTS.get(name)
        if run is None or length > LONGEST_PATH:
            if name != b"QUIT":
                await visit.fail(f"unknown request {name!r}" if run is None else "path too long")
            return
        path = (await stream.read_exactly(length)).decode(errors="surrogateescape")
        await run(visit, path)


async def stat(visit: Visit, path: str) -> None:
    """Mode, size and time; zeros for what is not there."""
    mode, size = visit.at_once("stat", lambda: _mode(visit.disk, path))
    await visit.stream.write(STAT.pack(b"STAT", mode, size, visit.now if mode else 0))


def _mode(disk: Disk, path: str) -> tuple[int, int]:
    try:
        whole = disk.whole(path)
    except NoFile:
        return NOTHING, 0
    size = disk.files().get(whole)
    if size is not None:
        return FILE, min(size, 0xFFFF_FFFF)
    return (FOLDER, 4096) if not whole or disk.is_folder(whole) else (NOTHING, 0)


async def listing(visit: Visit, path: str) -> None:
    """What lies directly in a folder; nothing for one that is not there."""
    rows = visit.at_once("list", lambda: _children(visit.disk, path))
    for name, (mode, size) in sorted(rows.items()):
        text = name.encode(errors="surrogateescape")
        await visit.stream.write(ENTRY.pack(b"DENT", mode, size, visit.now, len(text)) + text)
    await visit.stream.write(ENTRY.pack(b"DONE", 0, 0, 0, 0))


def _children(disk: Disk, path: str) -> dict[str, tuple[int, int]]:
    try:
        names = disk.children(disk.whole(path))
    except NoFile:
        return {}
    return {name: _mode(disk, posixpath.join(path, name)) for name in names}


async def receive(visit: Visit, path: str) -> None:
    """A file from the phone."""
    try:
        content = visit.at_once("recv", lambda: visit.disk.read(visit.disk.whole(path)))
    except NoFile as fault:
        return await visit.fail(str(fault))
    for start in range(0, len(content), LARGEST):
        part = content[start : start + LARGEST]
        await visit.stream.write(HEAD.pack(b"DATA", len(part)) + part)
    return await visit.stream.write(HEAD.pack(b"DONE", 0))


async def send(visit: Visit, target: str) -> None:
    """A file to the phone: `path,mode`, then its bytes. What is refused is read to its end all the same."""
    path, _, _ = target.rpartition(",")
    content = await _content(visit.stream)
    if content is None:
        return await visit.fail(f"a file may have {MOST} bytes")
    try:
        visit.at_once("send", lambda: visit.disk.write(visit.disk.whole(path), content))
    except (NoFile, StorageFull) as fault:
        return await visit.fail(f"couldn't create file: {fault}")
    return await visit.stream.write(HEAD.pack(b"OKAY", 0))


async def _content(stream: Stream) -> bytes | None:
    """What follows in DATA up to DONE; None where that is too much."""
    taken, size = bytearray(), 0
    while True:
        name, length = HEAD.unpack(await stream.read_exactly(HEAD.size) or HEAD.pack(b"", 0))
        if name == b"DONE":
            return bytes(taken) if size <= MOST else None
        if name != b"DATA" or length > LARGEST:
            raise StreamClosed(f"{name!r} with {length} bytes in the midst of a file")
        part = await stream.read_exactly(length)
        size += len(part)
        if size <= MOST:
            taken += part


REQUESTS: Mapping[bytes, Callable[[Visit, str], Awaitable[None]]] = {
    b"STAT": stat,
    b"LIST": listing,
    b"RECV": receive,
    b"SEND": send,
}
