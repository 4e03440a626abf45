"""What a computer says to usbmuxd and through it to a phone, by hand."""

import plistlib
import socket
import ssl
import struct
from contextlib import closing
from pathlib import Path
from typing import Any

from simulators.wire.ios.mux.frames import HEADER
from simulators.wire.ios.services.packets import HEADER as PACKET
from simulators.wire.ios.services.packets import MAGIC

PATIENCE_S = 20
Plist = dict[str, Any]


class Line:
    """One connection to usbmuxd, which may become one to a phone's port."""

    def __init__(self, path: Path) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(PATIENCE_S)
        try:
            self.socket.connect(str(path))
        except OSError:
            self.socket.close()
            raise

    def close(self) -> None:
        self.socket.close()

    def exactly(self, count: int) -> bytes:
        """So many bytes, or what came before the other side hung up."""
        taken = b""
        while len(taken) < count and (more := self.socket.recv(count - len(taken))):
            taken += more
        return taken

    def rest(self) -> bytes:
        """All until the other side hangs up."""
        return self.exactly(1 << 20)

    # usbmuxd

    def ask(self, message: str, **fields: object) -> Plist:
        body = plistlib.dumps({"MessageType": message, **fields})
        self.socket.sendall(HEADER.pack(HEADER.size + len(body), 1, 8, 7) + body)
        return self.heard()

    def heard(self) -> Plist:
        length, version, kind, _ = HEADER.unpack(self.exactly(HEADER.size))
        assert (version, kind) == (1, 8)
        found: Plist = plistlib.loads(self.exactly(length - HEADER.size))
        return found

    def connect(self, udid: str, port: int) -> "Line":
        """Become the phone's port."""
        number = next(one["DeviceID"] for one in self.devices() if one["Properties"]["SerialNumber"] == udid)
        swapped = int.from_bytes(port.to_bytes(2, "little"), "big")
        assert self.ask("Connect", DeviceID=number, PortNumber=swapped) == {
            "MessageType": "Result",
            "Number": 0,
        }
        return self

    def devices(self) -> list[Plist]:
        found: list[Plist] = self.ask("ListDevices")["DeviceList"]
        return found

    # lockdown and the services

    def send(self, plist: Plist, form: plistlib.PlistFormat = plistlib.FMT_BINARY) -> None:
        body = plistlib.dumps(plist, fmt=form)
        self.socket.sendall(struct.pack(">I", len(body)) + body)

    def receive(self) -> Plist:
        (length,) = struct.unpack(">I", self.exactly(4))
        found: Plist = plistlib.loads(self.exactly(length))
        return found

    def say(self, **plist: object) -> Plist:
        self.send(plist)
        return self.receive()

    def secure(self) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        self.socket = context.wrap_socket(self.socket)

    # AFC

    def packet(self, operation: int, arguments: bytes = b"", data: bytes = b"") -> tuple[int, bytes, bytes]:
        """The answer's operation, arguments and data."""
        head = PACKET.size + len(arguments)
        self.socket.sendall(PACKET.pack(MAGIC, head + len(data), head, 5, operation) + arguments + data)
        magic, whole, head, number, said = PACKET.unpack(self.exactly(PACKET.size))
        assert (magic, number) == (MAGIC, 5)
        rest = self.exactly(whole - PACKET.size)
        return said, rest[: head - PACKET.size], rest[head - PACKET.size :]


LOCKDOWN = 62_078


class Computer:
    """Opens lines, and ends them all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines: list[Line] = []

    def line(self) -> Line:
        self._lines.append(made := Line(self.path))
        return made

    def lockdown(self, udid: str) -> Line:
        return self.line().connect(udid, LOCKDOWN)

    def session(self, udid: str) -> Line:
        """Lockdown, with a session under TLS."""
        record = plistlib.loads(self.line().ask("ReadPairRecord", PairRecordID=udid)["PairRecordData"])
        line = self.lockdown(udid)
        began = line.say(Request="StartSession", HostID=record["HostID"], SystemBUID=record["SystemBUID"])
        assert began["EnableSessionSSL"] is True
        line.secure()
        return line

    def service(self, udid: str, name: str) -> Line:
        """A service of the phone, started as tools do."""
        with closing(self.session(udid)) as session:
            started = session.say(Request="StartService", Service=name)
        return self.line().connect(udid, started["Port"])

    def close(self) -> None:
        for line in self._lines:
            line.close()
