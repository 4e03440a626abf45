"""An address of our own at which one function answers every request, in a thread of each connection."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

OF_BROWSERS = ("GET", "POST")
OF_PROGRAMS = (*OF_BROWSERS, "PUT", "PATCH", "DELETE")
HERE = "127.0.0.1"
JSON, HTML = "application/json; charset=utf-8", "text/html; charset=utf-8"
SILENCE_S = 10
"""Wall seconds that a browser's connection may say nothing."""
DIGITS = 15
"""Of a length; more are no length of anything."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came. `path` has its query; `headers` are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def kind(self) -> str:
        """The type of its body, without what is said beside it."""
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True, slots=True)
class Answered:
    """What is said to it."""

    status: int
    content: bytes = b""
    kind: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)


class Listener:
    """Listens until it is closed; OSError, or OverflowError, where the address cannot be had.

    `most` tells how many bytes of a body are taken; who says that there are more is answered 413. A `lasting` connection
    carries one request after another, of any method, as programs like it. Where it is `patient`, whoever is being answered when it is
    closed is answered first.
    """

    def __init__(
        self,
        answer: Callable[[Asked], Answered],
        host: str = HERE,
        port: int = 0,
        *,
        lasting: bool = False,
        patient: bool = False,
        most: Callable[[Asked], int] | None = None,
    ) -> None:
        self._server = ThreadingHTTPServer((host, port), _handler(answer, most, lasting=lasting))
        self._server.daemon_threads = not patient
        self.port = self._server.server_port
        self.url = f"http://{host}:{self.port}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="listener", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Stop listening, and end the thread."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(
    answer: Callable[[Asked], Answered], most: Callable[[Asked], int] | None, *, lasting: bool
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1" if lasting else "HTTP/1.0"
        timeout = None if lasting else SILENCE_S
        wbufsize = -1
        disable_nagle_algorithm = True

        def answered(self) -> None:
            """Whatever the method."""
            asked = Asked(self.command, self.path, {key.lower(): said for key, said in self.headers.items()})
            length = asked.headers.get("content-length", "0")
            sound = length.isdecimal() and len(length) <= DIGITS
            if not sound or (most is not None and int(length) > most(asked)):
                self.close_connection = True
                return self._say(Answered(413))
            body = self.rfile.read(int(length))
            return self._say(answer(Asked(asked.method, asked.path, asked.headers, body)))

        def _say(self, said: Answered) -> None:
            head = {"Content-Type": said.kind, "Content-Length": str(len(said.content)), **said.headers}
            with suppress(OSError):  # whoever asked is gone
                self.send_response(said.status)
                for name, value in head.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(said.content)
                self.wfile.flush()

        def log_message(self, *_: object) -> None:
            """Nothing of it belongs on the terminal."""

    for method in OF_PROGRAMS if lasting else OF_BROWSERS:
        setattr(Handler, f"do_{method}", Handler.answered)
    return Handler
