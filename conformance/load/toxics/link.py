"""One connection through a proxy: a lane for each direction, which passes on what its effects let through, when it is due."""

import socket
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from queue import Queue
from threading import Event, Lock, Thread
from time import monotonic

from conformance.load.toxics.kinds import Effect, Piece

SIZE = 64 * 1024
"""Bytes that are read at once."""
IN_FLIGHT = 64
"""Pieces that may be under way in one direction before its sender has to wait, as a window has it."""
NO_LINGER = struct.pack("ii", 1, 0)


class Link:
    """A client, the platform, and what passes between them. `upstream` and `downstream` are the effects on each way;
    `ended` is told once when all is over."""

    def __init__(
        self,
        client: socket.socket,
        server: socket.socket,
        upstream: Sequence[Effect],
        downstream: Sequence[Effect],
        ended: Callable[["Link"], None],
    ) -> None:
        self._client, self._server, self._ended = client, server, ended
        self._lanes, self._lock = 2, Lock()
        self.over = Event()
        for source, sink, effects in ((client, server, upstream), (server, client, downstream)):
            if effects:
                _Lane(self, source, sink, effects)
            else:
                _start(self._copy, source, sink)

    def end(self, *, reset: bool = False) -> None:
        """Close both sides; with a reset they are told that all is lost."""
        with self._lock:
            if self.over.is_set():
                return
            self.over.set()
        for one in (self._client, self._server):
            with suppress(OSError):
                if reset:
                    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
                # Whoever waits for bytes holds the socket; only then is it closed, and a reset sent.
                one.shutdown(socket.SHUT_RD if reset else socket.SHUT_RDWR)
            one.close()
        self._ended(self)

    def lane_ended(self, sink: socket.socket, *, told: bool) -> None:
        """One side sends no more, and the other is `told`; with the second lane the connection ends."""
        if told and not self.over.is_set():
            with suppress(OSError):
                sink.shutdown(socket.SHUT_WR)
        with self._lock:
            self._lanes -= 1
        if self._lanes == 0:
            self.end()

    def _copy(self, source: socket.socket, sink: socket.socket) -> None:
        for data in received(source):
            if not sent(sink, data):
                self.end()
                return
        self.lane_ended(sink, told=True)


class _Lane:
    """One direction under effects: one thread reads, another passes on."""

    def __init__(
        self, link: Link, source: socket.socket, sink: socket.socket, effects: Sequence[Effect]
    ) -> None:
        self._link, self._source, self._sink, self._effects = link, source, sink, effects
        self._pieces: Queue[Piece | None] = Queue(IN_FLIGHT)
        _start(self._read)
        _start(self._pass_on)

    def _read(self) -> None:
        for data in received(self._source):
            for piece in _through(self._effects, Piece(data, monotonic())):
                self._pieces.put(piece)
            if self._spent:
                break
        self._pieces.put(None)

    def _pass_on(self) -> None:
        lasting = [seconds for one in self._effects if (seconds := one.lasts()) is not None]
        if lasting:
            self._link.over.wait(min(lasting))
            self._link.end(reset=any(one.resets for one in self._effects))
            return
        for piece in iter(self._pieces.get, None):
            if self._link.over.wait(max(0.0, piece.due - monotonic())) or not sent(self._sink, piece.data):
                self._link.end()
                break
        else:
            self._end()
            return
        # The reading thread may wait for a place, and says when it has ended.
        for _ in iter(self._pieces.get, None):
            pass

    def _end(self) -> None:
        """The source has ended, or what may pass has passed."""
        if self._spent:
            self._link.end()
            return
        self._link.over.wait(sum(one.lingers() for one in self._effects))
        self._link.lane_ended(self._sink, told=all(one.passes_end for one in self._effects))

    @property
    def _spent(self) -> bool:
        return any(one.spent for one in self._effects)


def received(source: socket.socket) -> Iterator[bytes]:
    """What comes until the end, however it ends."""
    with suppress(OSError):
        while data := source.recv(SIZE):
            yield data


def sent(sink: socket.socket, data: bytes) -> bool:
    try:
        sink.sendall(data)
    except OSError:
        return False
    return True


def _through(effects: Iterable[Effect], piece: Piece) -> Iterator[Piece]:
    pieces: Iterator[Piece] = iter((piece,))
    for one in effects:
        pieces = chain.from_iterable(map(one.through, pieces))
    return pieces


def _start(work: Callable[..., None], *given: object) -> None:
    Thread(target=work, args=given, daemon=True).start()
