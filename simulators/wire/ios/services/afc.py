"""Apple File Conduit: files of the phone, asked for packet by packet."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from simulators.phone.storage import StorageFull
from simulators.wire.ios.channel import Channel
from simulators.wire.ios.device import Device
from simulators.wire.ios.plists import BadFrame
from simulators.wire.ios.services.files import Files, NoFile
from simulators.wire.ios.services.packets import DATA, NUMBER, STATUS, Packet, pairs, receive, written

log = logging.getLogger(__name__)
FINE, UNKNOWN, INVALID, NOT_FOUND, IS_FOLDER, DENIED, UNSUPPORTED, EXISTS, BUSY, NO_SPACE = (
    0, 1, 7, 8, 9, 10, 15, 16, 17, 18,
)  # fmt: skip
SAID: Mapping[str, int] = {
    "No such file or directory": NOT_FOUND,
    "Is a directory": IS_FOLDER,
    "Permission denied": DENIED,
    "Not a directory": INVALID,
    "File name too long": INVALID,
}
"""What the file system says, as AFC's numbers; a file that is being recorded is busy."""
READ, CHANGE, WRITE, WRITE_READ, APPEND, APPEND_READ = range(1, 7)
OPENED, TOLD = 0x0E, 0x13
MOST_READ = 4 * 1024 * 1024
LARGEST = 1024**3
"""Bytes of one file that is written over a cable."""
FROM_START, FROM_HERE, FROM_END = range(3)


@dataclass(slots=True)
class Handle:
    """An open file. What is written lies here until it is closed."""

    path: str
    content: bytearray
    place: int = 0
    writes: bool = False
    appends: bool = False
    changed: bool = False


@dataclass(slots=True)
class Session:
    """One connection: the files that it sees, and those that it has open."""

    files: Files
    handles: dict[int, Handle] = field(default_factory=dict)
    count: int = 0


async def serve(device: Device, channel: Channel) -> None:
    """The media folder."""
    await converse(device, channel, Files(device.phone, device.folders))


async def converse(device: Device, channel: Channel, files: Files) -> None:
    """Until the other side hangs up; what it had open is written then."""
    session = Session(files)
    try:
        while True:
            asked = await receive(channel)
            with device.turn("afc"):
                answer = answered(session, asked)
            await channel.write(written(answer))
    except BadFrame as fault:
        log.info("afc of %s closes a connection: %s", device.phone.udid, fault)
    finally:
        if device.here:
            with device.turn("afc"):
                _close_all(session)


def answered(session: Session, asked: Packet) -> Packet:
    """The answer to one packet; a status where something is amiss."""
    do = OPERATIONS.get(asked.operation)
    if do is None:
        return status(asked, UNSUPPORTED)
    try:
        return do(session, asked)
    except NoFile as fault:
        return status(asked, SAID.get(str(fault), BUSY))
    except StorageFull:
        return status(asked, NO_SPACE)
    except (ValueError, KeyError, IndexError):
        return status(asked, INVALID)


def status(asked: Packet, number: int = FINE) -> Packet:
    return Packet(asked.number, STATUS, NUMBER.pack(number))


def data(asked: Packet, content: bytes) -> Packet:
    return Packet(asked.number, DATA, data=content)


def list_folder(session: Session, asked: Packet) -> Packet:
    names = [".", "..", *session.files.listed(path_of(asked))]
    return data(asked, b"".join(name.encode() + b"\0" for name in names))


def path_of(asked: Packet, start: int = 0) -> str:
    """The one path in the arguments; an empty one is the root."""
    return next(iter(asked.paths(start)), "/")


def on_path(act: Callable[[Files, str], None]) -> Callable[[Session, Packet], Packet]:
    def run(session: Session, asked: Packet) -> Packet:
        act(session.files, path_of(asked))
        return status(asked)

    return run


def stat(session: Session, asked: Packet) -> Packet:
    return data(asked, pairs(dict(session.files.facts(path_of(asked)))))


def about(session: Session, asked: Packet) -> Packet:
    whole, free = session.files.space()
    facts = {"Model": "iPhone", "FSTotalBytes": whole, "FSFreeBytes": free, "FSBlockSize": 4096}
    return data(asked, pairs(dict(facts)))


def open_file(session: Session, asked: Packet) -> Packet:
    """A file that is to be read must be there; one that is to be written need not be."""
    (mode,), path = asked.numbers(1), path_of(asked, NUMBER.size)
    if mode not in range(READ, APPEND_READ + 1):
        raise ValueError(f"no mode {mode}")
    fresh = mode in (WRITE, WRITE_READ)
    there = session.files.is_file(path)
    if mode in (READ, CHANGE) or session.files.is_folder(path):
        content = session.files.read(path)
    else:
        content = b"" if fresh or not there else session.files.read(path)
    session.count += 1
    session.handles[session.count] = made = Handle(
        path, bytearray(content), writes=mode != READ, appends=mode in (APPEND, APPEND_READ), changed=fresh
    )
    if fresh:
        session.files.write(made.path, b"")
    return Packet(asked.number, OPENED, NUMBER.pack(session.count))


def read(session: Session, asked: Packet) -> Packet:
    number, length = asked.numbers(2)
    handle = session.handles[number]
    found = bytes(handle.content[handle.place : handle.place + min(length, MOST_READ)])
    handle.place += len(found)
    return data(asked, found)


def write(session: Session, asked: Packet) -> Packet:
    (number,) = asked.numbers(1)
    handle = session.handles[number]
    if not handle.writes:
        return status(asked, DENIED)
    start = len(handle.content) if handle.appends else handle.place
    if start + len(asked.data) > LARGEST:
        return status(asked, NO_SPACE)
    handle.content[len(handle.content) : start] = bytes(max(0, start - len(handle.content)))
    handle.content[start : start + len(asked.data)] = asked.data
    handle.place, handle.changed = start + len(asked.data), True
    return status(asked)


def seek(session: Session, asked: Packet) -> Packet:
    number, whence, offset = asked.numbers(3)
    handle = session.handles[number]
    signed = offset - 2**64 if offset >= 2**63 else offset
    base = {FROM_START: 0, FROM_HERE: handle.place, FROM_END: len(handle.content)}[whence]
    if not 0 <= base + signed <= LARGEST:
        raise ValueError("outside of any file")
    handle.place = base + signed
    return status(asked)


def tell(session: Session, asked: Packet) -> Packet:
    (number,) = asked.numbers(1)
    return Packet(asked.number, TOLD, NUMBER.pack(session.handles[number].place))


def cut(session: Session, asked: Packet) -> Packet:
    number, length = asked.numbers(2)
    handle = session.handles[number]
    if length > LARGEST:
        return status(asked, NO_SPACE)
    if not handle.writes:
        return status(asked, DENIED)
    handle.content[length:] = bytes(max(0, length - len(handle.content)))
    handle.changed = True
    return status(asked)


def close(session: Session, asked: Packet) -> Packet:
    (number,) = asked.numbers(1)
    _close(session, session.handles.pop(number))
    return status(asked)


def _close(session: Session, handle: Handle) -> None:
    if handle.changed:
        session.files.write(handle.path, bytes(handle.content))


def _close_all(session: Session) -> None:
    for handle in session.handles.values():
        try:
            _close(session, handle)
        except (NoFile, StorageFull) as fault:
            log.info("%s was not written: %s", handle.path, fault)
    session.handles.clear()


def rename(session: Session, asked: Packet) -> Packet:
    old, new = asked.paths()
    session.files.rename(old, new)
    return status(asked)


OPERATIONS: Mapping[int, Callable[[Session, Packet], Packet]] = {
    0x03: list_folder,
    0x08: on_path(Files.remove),
    0x09: on_path(Files.make_folder),
    0x0A: stat,
    0x0B: about,
    0x0D: open_file,
    0x0F: read,
    0x10: write,
    0x11: seek,
    0x12: tell,
    0x14: close,
    0x15: cut,
    0x18: rename,
    0x1E: lambda _, asked: status(asked),
    0x22: on_path(Files.remove_tree),
}
"""By AFC's numbers."""
