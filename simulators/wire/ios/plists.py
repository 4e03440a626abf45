"""Property lists, and frames that hold one: a length before each, as lockdown and most services have it."""

import plistlib
import struct
from collections.abc import Mapping
from typing import Any
from xml.parsers.expat import ExpatError

from simulators.wire.ios.channel import Channel

Plist = Mapping[str, Any]
LENGTH = struct.Struct(">I")
LARGEST = 4 * 1024 * 1024
"""Bytes of one frame; those of clients have thousands."""
FAULTS = (
    plistlib.InvalidFileException, ExpatError, ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError,
    RecursionError, MemoryError, struct.error,
)  # fmt: skip
"""What the reader of the standard library says of bytes that are no property list."""


class BadFrame(Exception):
    """What came is no frame that can be read; the sentence says why."""


def parsed(data: bytes) -> Plist:
    """A dictionary, from XML or binary."""
    try:
        found = plistlib.loads(data)
    except FAULTS as fault:
        raise BadFrame(f"{len(data)} bytes are no property list: {type(fault).__name__} {fault}") from fault
    if not isinstance(found, dict) or not all(isinstance(key, str) for key in found):
        raise BadFrame(f"a dictionary was expected, not {type(found).__name__}")
    return found


def written(plist: Plist) -> bytes:
    return plistlib.dumps(dict(plist), fmt=plistlib.FMT_XML)


async def receive(channel: Channel) -> Plist:
    """The next frame. BadFrame where it is none, Ended where none comes."""
    (length,) = LENGTH.unpack(await channel.exactly(LENGTH.size))
    if length > LARGEST:
        raise BadFrame(f"a frame of {length} bytes is announced; {LARGEST} is the most")
    return parsed(await channel.exactly(length))


async def send(channel: Channel, plist: Plist) -> None:
    body = written(plist)
    await channel.write(LENGTH.pack(len(body)) + body)


def text(plist: Plist, name: str) -> str:
    """The text under that name; empty where there is none."""
    value = plist.get(name)
    return value if isinstance(value, str) else ""
