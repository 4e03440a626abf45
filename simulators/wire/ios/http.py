"""HTTP on a socket that listens already, in the loop where this is awaited."""

import asyncio
import re
import socket

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

IDLE_SECONDS = 3600
"""Wall seconds that an idle connection lives: a driver may be silent for as long as an exam lasts."""
LAST = re.compile(r"GET /status|DELETE /session/[^/]+")
"""After these a driver says no more on a connection, and does not hang up by itself."""
CLOSE = (b"connection", b"close")


def parting(app: ASGIApp) -> ASGIApp:
    """The application; where nothing more is to be said, the connection ends with the answer."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        last = LAST.fullmatch(f"{scope['method']} {scope['path']}") is not None

        async def sent(message: Message) -> None:
            if last and message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], CLOSE]}
            await send(message)

        await app(scope, receive, sent)

    return answer


async def serve(app: ASGIApp, listener: socket.socket) -> None:
    """Serve until cancelled; then nothing listens there, and no connection is left."""
    config = uvicorn.Config(
        parting(app),
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        timeout_keep_alive=IDLE_SECONDS,
        proxy_headers=False,
        server_header=False,
        date_header=False,
    )
    config.load()
    state = ServerState()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: H11Protocol(config=config, server_state=state, app_state={}), sock=listener
    )
    try:
        await loop.create_future()
    finally:
        server.close()
        for connection in list(state.connections):
            connection.shutdown()
