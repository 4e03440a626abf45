"""A listening socket and whoever has come through it, in the loop of the cables."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass(slots=True, eq=False)
class Listener:
    """`serve` has each connection to itself; who comes while `open` says no is sent away."""

    listening: socket.socket
    serve: Serve
    open: Callable[[], bool]
    connections: set[asyncio.Task[None]] = field(default_factory=set)

    async def listen(self) -> None:
        """Serve until cancelled; connections and port go with it."""
        server = await asyncio.start_server(self._connected, sock=self.listening)
        try:
            await server.serve_forever()
        finally:
            server.close()
            left = list(self.connections)
            self.drop()
            await asyncio.gather(*left, return_exceptions=True)

    def drop(self) -> None:
        """End every connection; who comes anew is served."""
        for task in list(self.connections):
            task.cancel()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self.connections.add(task)
            task.add_done_callback(self.connections.discard)
        # A packet is a header and then its payload: with Nagle's delay each would cost 40 ms.
        writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            with suppress(asyncio.CancelledError):  # by drop: the connection is over, nothing else
                if self.open():
                    await self.serve(reader, writer)
        finally:
            writer.close()
