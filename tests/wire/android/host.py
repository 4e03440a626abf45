"""An adb host's side of the wire, packet by packet, over a plain socket."""

import socket
import struct
from types import TracebackType
from typing import Self

HEAD = struct.Struct("<4sIIIII")
VERSION, LARGEST = 0x0100_0001, 1024 * 1024
PATIENCE_S = 10
Packet = tuple[bytes, int, int, bytes]


def packed(command: bytes, first: int, second: int, data: bytes = b"", check: int | None = None) -> bytes:
    magic = int.from_bytes(command, "little") ^ 0xFFFF_FFFF
    return HEAD.pack(command, first, second, len(data), sum(data) if check is None else check, magic) + data


class Gone(Exception):
    """The phone has closed the connection."""


class Host:
    """A connection to one phone, greeted unless told otherwise."""

    def __init__(self, serial: str, *, greet: bool = True, version: int = VERSION) -> None:
        name, _, port = serial.rpartition(":")
        self.socket = socket.create_connection((name, int(port)), timeout=PATIENCE_S)
        self._next = 0
        if greet:
            self.send(b"CNXN", version, LARGEST, b"host::features=shell_v2,cmd")
            _, self.version, self.largest, banner = self.receive()
            self.banner = banner.decode()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.socket.close()

    def send(self, command: bytes, first: int, second: int, data: bytes = b"") -> None:
        self.socket.sendall(packed(command, first, second, data))

    def receive(self) -> Packet:
        command, first, second, length, _, _ = HEAD.unpack(self._exactly(HEAD.size))
        return command, first, second, self._exactly(length)

    def _exactly(self, number: int) -> bytes:
        taken = b""
        while len(taken) < number:
            try:
                part = self.socket.recv(number - len(taken))
            except ConnectionError as error:
                raise Gone from error
            if not part:
                raise Gone
            taken += part
        return taken

    def open(self, service: str) -> "Channel":
        self._next += 1
        self.send(b"OPEN", self._next, 0, service.encode() + b"\0")
        command, theirs, _, _ = self.receive()
        if command != b"OKAY":
            raise Gone
        return Channel(self, self._next, theirs)

    def shell(self, line: str) -> tuple[str, str, int]:
        """What a line prints on both streams, and its exit code."""
        return frames(self.open(f"shell,v2,TERM=xterm,raw:{line}").all())


class Channel:
    """One stream; nothing else goes on meanwhile."""

    def __init__(self, host: Host, own: int, theirs: int) -> None:
        self.host, self.own, self.theirs = host, own, theirs

    def write(self, data: bytes) -> None:
        self.host.send(b"WRTE", self.own, self.theirs, data)
        assert self.host.receive()[0] == b"OKAY"

    def read(self) -> bytes:
        """The next packet's data, acknowledged; nothing at the end."""
        command, _, _, data = self.host.receive()
        if command == b"CLSE":
            return b""
        assert command == b"WRTE"
        self.host.send(b"OKAY", self.own, self.theirs)
        return data

    def all(self) -> bytes:
        taken = b""
        while data := self.read():
            taken += data
        return taken

    def close(self) -> None:
        self.host.send(b"CLSE", self.own, self.theirs)


def frames(content: bytes) -> tuple[str, str, int]:
    """Shell protocol 2 undone."""
    streams = {1: b"", 2: b"", 3: b""}
    while content:
        number, length = struct.unpack_from("<BI", content)
        streams[number] += content[5 : 5 + length]
        content = content[5 + length :]
    return streams[1].decode(), streams[2].decode(), streams[3][0]
