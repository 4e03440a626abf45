"""Apple File Conduit: files of the phone, asked for packet by packet."""

from collections.abc import Callable, Mapping

from simulators.phone.storage import StorageFull
from simulators.wire.ios.channel import Channel
from simulators.wire.ios.device import Device
from simulators.wire.ios.services import handles
from simulators.wire.ios.services.files import Files, NoFile
from simulators.wire.ios.services.handles import Session
from simulators.wire.ios.services.packets import (
    BUSY,
    DENIED,
    INVALID,
    IS_FOLDER,
    NO_SPACE,
    NOT_FOUND,
    UNSUPPORTED,
    Packet,
    data,
    pairs,
    path_of,
    receive,
    status,
    written,
)

SAID: Mapping[str, int] = {
    "No such file or directory": NOT_FOUND,
    "Is a directory": IS_FOLDER,
    "Permission denied": DENIED,
    "Not a directory": INVALID,
    "File name too long": INVALID,
}
"""What the file system says, as AFC's numbers; a file that is being recorded is busy."""


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
    finally:
        if device.here:
            with device.turn("afc"):
                handles.close_all(session)


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


def list_folder(session: Session, asked: Packet) -> Packet:
    names = [".", "..", *session.files.listed(path_of(asked))]
    return data(asked, b"".join(name.encode() + b"\0" for name in names))


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
    0x0D: handles.open_file,
    0x0F: handles.read,
    0x10: handles.write,
    0x11: handles.seek,
    0x12: handles.tell,
    0x14: handles.close,
    0x15: handles.cut,
    0x18: rename,
    0x1E: lambda _, asked: status(asked),
    0x22: on_path(Files.remove_tree),
}
"""By AFC's numbers."""
