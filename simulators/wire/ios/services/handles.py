"""AFC's open files: read, written and cut at a place, and put down when they are closed."""

import logging
from dataclasses import dataclass, field

from simulators.phone.storage import StorageFull
from simulators.wire.ios.services.files import Files, NoFile
from simulators.wire.ios.services.packets import DENIED, NO_SPACE, NUMBER, Packet, data, path_of, status

log = logging.getLogger(__name__)
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


def close_all(session: Session) -> None:
    for handle in session.handles.values():
        try:
            _close(session, handle)
        except (NoFile, StorageFull) as fault:
            log.info("%s was not written: %s", handle.path, fault)
    session.handles.clear()
