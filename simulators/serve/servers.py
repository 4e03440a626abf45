"""HTTP servers on the loopback, each in a thread of its own, ended together with their connections."""

import socket
from contextlib import suppress
from threading import Event, Thread

import uvicorn
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from simulators.core.patience import Patient
from simulators.core.starting import listen

HOST = "127.0.0.1"
IDLE_SECONDS = 3600
"""Wall seconds that an idle connection lives: longer than any exam in a test, as a phone may be silent for long."""
STARTED_SECONDS = 20


class Switch:
    """An ASGI application behind a stable address; what stands behind it may change."""

    def __init__(self) -> None:
        self.app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self.app or JSONResponse({"error": {"message": "there is no world now"}}, 503)
        await app(scope, receive, send)


def forbearing(app: ASGIApp) -> ASGIApp:
    """The application; a client that breaks off in the midst of a request is no fault of anybody here."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        with suppress(ClientDisconnect):
            await app(scope, receive, send)

    return serve


class _Server(uvicorn.Server):
    """Says when it has started."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()


class Served:
    """One application on one port of the loopback."""

    def __init__(self, name: str, app: ASGIApp, port: int = 0) -> None:
        self._socket = listen(HOST, port, name, f"--port-{name}")
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://{HOST}:{self.port}"
        config = uvicorn.Config(
            forbearing(app),
            lifespan="off",
            log_level="error",
            access_log=False,
            http=Patient,
            timeout_keep_alive=IDLE_SECONDS,
            timeout_graceful_shutdown=1,
            proxy_headers=False,
            server_header=False,
            date_header=False,
        )
        self._server = _Server(config)
        self._thread = Thread(target=self._server.run, args=([self._socket],), name=name, daemon=True)
        self._thread.start()
        if not self._server.up.wait(STARTED_SECONDS):
            self._socket.close()
            raise RuntimeError(f"the {name} server did not start within {STARTED_SECONDS} s")

    def close(self) -> None:
        """Stop listening, end the connections, end the thread."""
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()
