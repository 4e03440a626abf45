"""HTTP/1.1 over a socket, byte by byte: the phone decides what of a request reaches the wire, and when."""

import select
import socket
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import h11
import msgspec

TIMEOUT_S = 15.0
"""Wall seconds after which a server that says nothing is given up."""
CHUNK = 65536


class NetworkDown(Exception):
    """No answer: the network is away, the server is, or the connection broke on the way."""


class Cut(Exception):
    """The connection is to be cut here, by intention."""


Part = bytes | Callable[[], None]
"""A piece of the body, or something that happens between two pieces."""


@dataclass(slots=True)
class Meter:
    """Counts bytes on the wire. Where `left` are to be the last, `over` is called when they have passed."""

    over: Callable[[], None] = lambda: None
    sent: int = 0
    received: int = 0
    left: int | None = None

    def may(self, wanted: int) -> int:
        """How many of `wanted` bytes may pass. NetworkDown where none may."""
        if self.left is None:
            return wanted
        if self.left == 0:
            self.over()
            raise NetworkDown("the network went away in the midst of the traffic")
        return min(wanted, self.left)

    def count(self, sent: int, received: int) -> None:
        self.sent += sent
        self.received += received
        if self.left is not None:
            self.left -= sent + received


@dataclass(frozen=True, slots=True)
class Response:
    """Names of headers are in small letters."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def json(self) -> Any:
        """The body's JSON. msgspec.DecodeError where it holds none."""
        return msgspec.json.decode(self.body)


class Connection:
    """One connection to a server; good for one exchange after the other while `reusable`."""

    def __init__(self, host: str, port: int, meter: Meter) -> None:
        self._host, self._port, self._meter = host, port, meter
        try:
            self._socket = socket.create_connection((host, port), timeout=TIMEOUT_S)
        except OSError as error:
            raise NetworkDown(f"{host}:{port} does not answer: {error}") from error
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._protocol = h11.Connection(h11.CLIENT)

    @property
    def reusable(self) -> bool:
        return self._protocol.our_state is h11.IDLE

    def alive(self) -> bool:
        """Whether the server still keeps its end open: a closed one can be read, and gives nothing."""
        try:
            readable, _, _ = select.select([self._socket], [], [], 0)
        except (OSError, ValueError):
            return False
        return not readable

    def close(self) -> None:
        self._socket.close()

    def exchange(
        self, method: str, target: str, headers: Mapping[str, str], parts: Iterable[Part]
    ) -> Response:
        """Send, wait for the whole answer. NetworkDown where it does not come whole."""
        try:
            self._send_head(method, target, headers)
            if "Expect" in headers:
                self._wait_to_be_asked()
            for part in parts:
                if callable(part):
                    part()
                elif part:
                    self._write(self._protocol.send(h11.Data(data=part)))
            self._write(self._protocol.send(h11.EndOfMessage()))
            return self._answer()
        except (OSError, h11.ProtocolError) as error:
            self.close()
            raise NetworkDown(f"the connection to {self._host}:{self._port} broke: {error}") from error
        except BaseException:
            self.close()
            raise

    def _send_head(self, method: str, target: str, headers: Mapping[str, str]) -> None:
        fields = [("Host", f"{self._host}:{self._port}"), *headers.items()]
        self._write(self._protocol.send(h11.Request(method=method, target=target, headers=fields)))

    def _wait_to_be_asked(self) -> None:
        """Until the server has begun to work on the request and asks for its body (100 Continue)."""
        event = self._next_event()
        if not isinstance(event, h11.InformationalResponse):
            raise NetworkDown(f"the server did not ask for the body: {event}")

    def _write(self, data: bytes | None) -> None:
        while data:
            part = data[: self._meter.may(len(data))]
            self._socket.sendall(part)
            self._meter.count(len(part), 0)
            data = data[len(part) :]

    def _answer(self) -> Response:
        status, headers, body = 0, {}, bytearray()
        while True:
            event = self._next_event()
            if isinstance(event, h11.Response):
                status = event.status_code
                headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in event.headers}
            elif isinstance(event, h11.Data):
                body += event.data
            elif isinstance(event, h11.EndOfMessage):
                break
            elif isinstance(event, h11.ConnectionClosed):
                raise NetworkDown("the server closed the connection instead of answering")
        self._rest()
        return Response(status, headers, bytes(body))

    def _next_event(self) -> Any:
        while (event := self._protocol.next_event()) is h11.NEED_DATA:
            data = self._socket.recv(self._meter.may(CHUNK))
            self._meter.count(0, len(data))
            self._protocol.receive_data(data)
        return event

    def _rest(self) -> None:
        """Ready for the next exchange, or closed."""
        if self._protocol.our_state is h11.DONE and self._protocol.their_state is h11.DONE:
            self._protocol.start_next_cycle()
        else:
            self.close()
