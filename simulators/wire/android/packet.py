"""The packets of adb's transport: a head of 24 bytes, little endian, and what it announces.

Source: AOSP, system/core/adb/protocol.txt.
"""

import struct
from dataclasses import dataclass

CNXN, OPEN, OKAY, WRTE, CLSE = b"CNXN", b"OPEN", b"OKAY", b"WRTE", b"CLSE"
COMMANDS = (CNXN, OPEN, OKAY, WRTE, CLSE)
HEAD = struct.Struct("<4sIIIII")
"""Command, two arguments, length and checksum of what follows, magic."""
OLDEST_VERSION, VERSION = 0x0100_0000, 0x0100_0001
"""From VERSION on nobody looks at checksums."""
LARGEST = 256 * 1024
"""Bytes that this side takes in one packet."""
ALL_ONES = 0xFFFF_FFFF


class BadPacket(ValueError):
    """What came is no packet; where the next one begins cannot be known any more."""


@dataclass(frozen=True, slots=True)
class Head:
    """Everything of a packet but what it carries."""

    command: bytes
    first: int
    second: int
    length: int
    checksum: int


def checksum(data: bytes) -> int:
    """The sum of the bytes, which adb calls a CRC."""
    return sum(data) & ALL_ONES


def packed(command: bytes, first: int, second: int, data: bytes = b"") -> bytes:
    """A packet as it goes over the wire."""
    magic = int.from_bytes(command, "little") ^ ALL_ONES
    return HEAD.pack(command, first, second, len(data), checksum(data), magic) + data


def head(raw: bytes) -> Head:
    """The head in 24 bytes. BadPacket says what is wrong with it."""
    command, first, second, length, check, magic = HEAD.unpack(raw)
    if magic != int.from_bytes(command, "little") ^ ALL_ONES:
        raise BadPacket(f"the magic of {command!r} is {magic:#x}")
    if command not in COMMANDS:
        raise BadPacket(f"there is no command {command!r}; there are {b', '.join(COMMANDS).decode()}")
    if length > LARGEST:
        raise BadPacket(f"{command.decode()} announces {length} bytes; {LARGEST} is the most that is taken")
    return Head(command, first, second, length, check)


def verify(found: Head, data: bytes) -> None:
    """BadPacket where the checksum is another one than the data's."""
    if found.checksum != checksum(data):
        raise BadPacket(f"{found.command.decode()}: the checksum is {found.checksum}, not {checksum(data)}")
