"""An adb server of the lab's own, on a port of its own: the one that the user runs is never spoken to.

Requests to it are what adb's own client would send (the host services of adb's SERVICES.TXT): four hex digits of length and a
word, answered by OKAY or FAIL.
"""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock

from conformance.lab.appium.kept import Kept, kept
from conformance.outcome import TransportLost
from reports.form import Text

HOST = "127.0.0.1"
PATIENCE_S = 10.0
"""Wall seconds that one answer may take."""
NO_EMULATORS = {"ADB_LOCAL_TRANSPORT_MAX_PORT": "5553"}
"""Keeps the server from reaching for emulators that somebody else runs on this machine."""
FINE = b"OKAY"


class AdbLost(TransportLost):
    """The adb server, or a phone behind it, does not answer."""


@dataclass(frozen=True, slots=True)
class AdbServer:
    """The server at a port of the loopback."""

    port: int
    process: Kept
    turn: Lock = field(default_factory=Lock)
    """One phone is connected at a time: a phone that is just coming must not be taken for one that was lost."""

    def connect(self, serial: str) -> None:
        """Have the phone at host:port at hand, anew if it had been lost; AdbLost where it does not come."""
        with self.turn:
            if self.state(serial) == "device" and self._answers(serial):
                return
            for gone in (serial, *self.lost()):
                self.disconnect(gone)
            said = self.ask(f"host:connect:{serial}")
            if not self._comes(serial):
                raise self._lost(serial, said)

    def _comes(self, serial: str) -> bool:
        """Whether the phone is at hand before patience ends: the server says that it is connected before it has greeted it."""
        end = time.monotonic() + PATIENCE_S
        while self.state(serial) != "device":
            if time.monotonic() > end:
                return False
        return True

    def _answers(self, serial: str) -> bool:
        """Whether the phone's shell does: for a moment the server still lists a phone that was lost."""
        with contextlib.suppress(AdbLost), self._line(f"host:transport:{serial}") as line:
            _send(line, "shell:true")
            return _read(line, 4) == FINE
        return False

    def disconnect(self, serial: str) -> None:
        """Forget a phone; one that is not known is no error."""
        with contextlib.suppress(AdbLost):
            self.ask(f"host:disconnect:{serial}")

    def state(self, serial: str) -> str:
        """`device` where it is at hand; empty where it is not known."""
        return self.devices().get(serial, "")

    def lost(self) -> tuple[str, ...]:
        """The phones that were connected and no longer answer."""
        return tuple(serial for serial, state in self.devices().items() if state != "device")

    def devices(self) -> Mapping[str, str]:
        """The state of every phone that it knows, by serial."""
        lines = self.ask("host:devices").splitlines()
        return dict(line.split("\t", 1) for line in lines if "\t" in line)

    def ask(self, request: str) -> str:
        """What the server answers; AdbLost where that is a refusal, or nothing."""
        with self._line(request) as line:
            return _text(line)

    @contextlib.contextmanager
    def _line(self, request: str) -> Iterator[socket.socket]:
        """A connection on which the server has said that it does as it was asked; AdbLost else, and where it breaks."""
        try:
            with socket.create_connection((HOST, self.port), PATIENCE_S) as line:
                _send(line, request)
                if _read(line, 4) != FINE:
                    raise self._lost(request, _text(line))
                yield line
        except (OSError, ValueError) as fault:
            raise self._lost(request, str(fault)) from fault

    def _lost(self, what: str, seen: str) -> AdbLost:
        return AdbLost(
            Text(f"the lab's adb server does not reach {what}", f"测试环境的 adb 服务无法访问 {what}"),
            seen=seen,
        )


def _send(line: socket.socket, request: str) -> None:
    line.sendall(f"{len(request):04x}{request}".encode())


def _text(line: socket.socket) -> str:
    return _read(line, int(_read(line, 4), 16)).decode(errors="replace")


def _read(line: socket.socket, count: int) -> bytes:
    taken = b""
    while len(taken) < count:
        more = line.recv(count - len(taken))
        if not more:
            raise ConnectionError("the adb server hung up")
        taken += more
    return taken


@contextlib.contextmanager
def serving(adb: str, environment: Mapping[str, str]) -> Iterator[AdbServer]:
    """A server for a block. The socket is opened here and handed on, so that no port is ever taken by two."""
    with contextlib.ExitStack() as stack:
        with socket.socket() as listening:
            listening.bind((HOST, 0))
            listening.listen()
            port: int = listening.getsockname()[1]
            number = listening.fileno()
            command = [adb, "-L", f"acceptfd:{number}", "nodaemon", "server"]
            process = stack.enter_context(
                kept("adb", command, {**environment, **NO_EMULATORS}, handed=[number])
            )
        server = AdbServer(port, process)
        server.ask("host:version")
        yield server
