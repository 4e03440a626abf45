"""usbmuxd's frames: a header of four little-endian numbers, then a property list."""

import struct
from dataclasses import dataclass

from simulators.wire.ios import plists
from simulators.wire.ios.channel import Channel
from simulators.wire.ios.plists import BadFrame, Plist

HEADER = struct.Struct("<4I")
"""Length with the header, version, type, tag."""
VERSION, PLIST = 1, 8
LARGEST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Frame:
    """What is said, and the tag by which an answer belongs to its question."""

    tag: int
    body: Plist


async def receive(channel: Channel) -> Frame:
    """The next frame. BadFrame where it is none, Ended where none comes."""
    length, version, kind, tag = HEADER.unpack(await channel.exactly(HEADER.size))
    if not HEADER.size <= length <= LARGEST:
        raise BadFrame(f"a frame of {length} bytes is announced; it may have {HEADER.size} to {LARGEST}")
    body = await channel.exactly(length - HEADER.size)
    if (version, kind) != (VERSION, PLIST):
        raise BadFrame(f"version {version} and type {kind} are not spoken here, but {VERSION} and {PLIST}")
    return Frame(tag, plists.parsed(body))


def written(frame: Frame) -> bytes:
    body = plists.written(frame.body)
    return HEADER.pack(HEADER.size + len(body), VERSION, PLIST, frame.tag) + body
