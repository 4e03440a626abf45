"""HTTP on a socket that listens already, in the loop where this is awaited."""

import asyncio
import socket

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

IDLE_SECONDS = 3600
"""Wall seconds that an idle connection lives: a driver may be silent for as long as an exam lasts."""


async def serve(app: ASGIApp, listener: socket.socket) -> None:
    """Serve until cancelled; then nothing listens there, and no connection is left."""
    config = uvicorn.Config(
        app,
        lifespan="off",
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
