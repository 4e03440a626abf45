"""A listening socket of the cables."""

from __future__ import annotations

import asyncio
import socket

from simulators.wire.android.listener import Listener


def test_what_is_written_is_sent_at_once() -> None:
    """adb's packets are written in parts, each of which would wait 40 ms for the one before to be acknowledged."""

    async def asked() -> int:
        found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            sock = writer.get_extra_info("socket")
            found.set_result(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))

        listening = socket.create_server(("127.0.0.1", 0))
        task = asyncio.create_task(Listener(listening, serve, lambda: True).listen())
        _, writer = await asyncio.open_connection(*listening.getsockname())
        try:
            return await found
        finally:
            writer.close()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    assert asyncio.run(asked())
