"""AFC's packets: a header of forty bytes, little-endian; what belongs to the header; then data."""

import struct
from dataclasses import dataclass

from simulators.wire.ios.channel import Channel
from simulators.wire.ios.plists import BadFrame

MAGIC = b"CFA6LPAA"
HEADER = struct.Struct("<8s4Q")
"""Magic, length of all, length up to the data, number, operation."""
LARGEST = 16 * 1024 * 1024
NUMBER = struct.Struct("<Q")
STATUS, DATA = 0x01, 0x02
FINE, INVALID, NOT_FOUND, IS_FOLDER, DENIED, UNSUPPORTED, BUSY, NO_SPACE = 0, 7, 8, 9, 10, 15, 17, 18
"""The numbers of a status."""


@dataclass(frozen=True, slots=True)
class Packet:
    """What is to be done, with its arguments and its data; the answer bears the same number."""

    number: int
    operation: int
    arguments: bytes = b""
    data: bytes = b""

    def numbers(self, count: int) -> tuple[int, ...]:
        """The first arguments as numbers. ValueError where there are not so many."""
        if len(self.arguments) < count * NUMBER.size:
            raise ValueError(f"{count} numbers were expected in {len(self.arguments)} bytes")
        return struct.unpack_from(f"<{count}Q", self.arguments)

    def paths(self, start: int = 0) -> list[str]:
        """The arguments from there on as texts, each with a zero at its end."""
        return [part.decode("utf-8", "replace") for part in self.arguments[start:].split(b"\0") if part]


async def receive(channel: Channel) -> Packet:
    """The next packet. BadFrame where it is none, Ended where none comes."""
    magic, whole, head, number, operation = HEADER.unpack(await channel.exactly(HEADER.size))
    if magic != MAGIC:
        raise BadFrame(f"a packet begins with {magic!r}, not with {MAGIC!r}")
    if not HEADER.size <= head <= whole <= LARGEST:
        raise BadFrame(
            f"a packet announces {whole} bytes, {head} of them before its data; {LARGEST} is the most"
        )
    rest = await channel.exactly(whole - HEADER.size)
    return Packet(number, operation, rest[: head - HEADER.size], rest[head - HEADER.size :])


def written(packet: Packet) -> bytes:
    head = HEADER.size + len(packet.arguments)
    start = HEADER.pack(MAGIC, head + len(packet.data), head, packet.number, packet.operation)
    return start + packet.arguments + packet.data


def pairs(facts: dict[str, object]) -> bytes:
    """Names and values, each with a zero at its end."""
    return b"".join(f"{name}\0{value}\0".encode() for name, value in facts.items())


def status(asked: Packet, number: int = FINE) -> Packet:
    return Packet(asked.number, STATUS, NUMBER.pack(number))


def data(asked: Packet, content: bytes) -> Packet:
    return Packet(asked.number, DATA, data=content)


def path_of(asked: Packet, start: int = 0) -> str:
    """The one path in the arguments; an empty one is the root."""
    return next(iter(asked.paths(start)), "/")
