"""A platform, and its bench where there is one, served on a socket."""

import signal
import socket
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from simulators.core.connections import room
from simulators.core.patience import Patient
from simulators.core.starting import when_input_ends
from simulators.door.doorway import BASE
from simulators.platform.alone.bench import Alone, bench
from simulators.platform.alone.tuning import tune

IDLE_SECONDS = 75
"""Wall seconds that an idle connection lives, as at common gateways."""
BACKLOG = 4096
"""Connections that may wait to be accepted where everybody comes at one instant."""
AT_ONCE = 64
"""So many of them are accepted before those are let go for which there is no room beside them."""


class _Server(uvicorn.Server):
    """Calls `ready` once it serves."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for one in sockets or ():
            one.listen(BACKLOG)  # asyncio has one number for what may wait and for what it accepts at once
        self._ready()


def doors(alone: Alone, token: str) -> ASGIApp:
    """The platform and its bench behind one address; no bench where there is no token."""
    platform = alone.platform.asgi
    if not token:
        return platform
    beside = bench(alone, token)

    async def both(scope: Scope, receive: Receive, send: Send) -> None:
        chosen = beside if str(scope.get("path", "")).startswith(BASE) else platform
        await chosen(scope, receive, send)

    return both


def observed(app: ASGIApp, otlp: str | None, share: float) -> AbstractContextManager[ASGIApp]:
    """The app, watched by OpenTelemetry where that is asked for; its libraries are those of an extra."""
    if not otlp:
        return nullcontext(app)
    from simulators.platform.alone import telemetry

    return telemetry.observed(app, otlp.rstrip("/"), share)


def serve(app: ASGIApp, listener: socket.socket, ready: Callable[[], None], *, until_eof: bool) -> None:
    """Until SIGINT, SIGTERM, or the end of the standard input."""
    tune()
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        http=type("Roomy", (Patient,), {"room": room()}),
        lifespan="off",
        ws="none",
        proxy_headers=False,
        backlog=AT_ONCE,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=5,
    )
    server = _Server(config, ready)

    def end() -> None:
        server.should_exit = True

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)  # uvicorn hears them, and raises them once more at its end
    if until_eof:
        when_input_ends(end)
    server.run(sockets=[listener])
