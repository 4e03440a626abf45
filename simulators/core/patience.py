"""How long a connection may take to say what it wants. Wall time: no exam's clock has a say in it.

A server that waits for ever for a request's head, or for a body that comes a byte a minute, can be held by a few thousand
sockets that cost their owner nothing. What counts is that bytes come, not how many there are: a slow uplink is no fault.
"""

from asyncio import TimerHandle, Transport

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from simulators.core.connections import Room

SILENT_S = 300.0
"""Before a connection's first byte: phones that mean to be quick connect early."""
HEAD_S = 20.0
"""From the first byte of a request to the end of its head."""
BODY_S = 20.0
"""How often it is looked whether enough of a body has come."""
LEAST_RATE = 256
"""Bytes a second, on the average of BODY_S. A phone whose line is slower cannot hand in a minute of film in a day."""
MOST_HEAD = 64 * 1024
"""Bytes of a request's head, give or take what is read at once."""


class Patient(HttpToolsProtocol):
    """uvicorn's protocol with limits. A request that comes at once costs no timer."""

    room = Room()
    silent_s, head_s, body_s, least_rate, most_head = SILENT_S, HEAD_S, BODY_S, LEAST_RATE, MOST_HEAD
    _timer: TimerHandle | None = None
    _in_head = _in_message = False
    _taken = 0

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.room.come(transport)
        self._look_in(self.silent_s)

    def connection_lost(self, exc: Exception | None) -> None:
        self._look_no_more()
        self.room.go(self.transport)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._taken += len(data)
        if not self._in_message or self.transport.is_closing():
            self._look_no_more()
        elif self._in_head and self._taken > self.most_head:
            self._give_up(b"431 Request Header Fields Too Large")
        elif self._timer is None:
            self._look_in(self.head_s if self._in_head else self.body_s)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.room.act(self.transport)
        self._in_head = self._in_message = True
        self._look_no_more()

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._look_no_more()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._in_message = False
        super().on_message_complete()

    def on_response_complete(self) -> None:
        more = bool(self.pipeline)
        super().on_response_complete()
        if not more and not self._in_message and not self.transport.is_closing():
            self.room.rest(self.transport)

    def _look_in(self, seconds: float) -> None:
        self._taken = 0
        self._timer = self.loop.call_later(seconds, self._look)

    def _look_no_more(self) -> None:
        self._taken = 0
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        """The time is over: whoever has said nothing whole by now is let go."""
        self._timer = None
        if self.transport.is_closing():
            return
        if self._in_head or not self._in_message:
            self._give_up(b"408 Request Timeout")
        elif self.cycle.response_complete:
            self.transport.close()  # answered long ago, and what still comes is read for nobody
        elif self.flow.read_paused or self._taken >= self.least_rate * self.body_s:
            self._look_in(self.body_s)  # a pause is ours
        else:
            self.transport.abort()

    def _give_up(self, status: bytes) -> None:
        self.transport.write(b"HTTP/1.1 " + status + b"\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        self.transport.close()
