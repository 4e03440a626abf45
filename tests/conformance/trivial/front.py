"""A target of its own kind of uselessness: it stands before the simulated world and lets through what its mischief allows.

`front.py MISCHIEF words...` starts `python -m simulators words...`, and prints the line of that world with its own doors.
It lives as long as its pipe, as the world behind it does.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import urllib3

from tests.conformance.trivial.asking import Answer, Ask, Mischief
from tests.conformance.trivial.mischief import MISCHIEFS

FOREVER = threading.Event()
HOP = {"connection", "content-length", "host", "keep-alive", "transfer-encoding"}


class Nowhere:
    """No world at all: whatever is answered comes from the mischief alone."""

    line: ClassVar[dict[str, Any]] = {"token": "none"}

    def forward(self, ask: Ask) -> Answer:
        raise LookupError(f"there is nothing behind to ask: {ask.method} {ask.path}")


class World:
    """The world behind, and how it is asked."""

    def __init__(self, words: list[str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "simulators", *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdout
        self.line: dict[str, Any] = json.loads(self._process.stdout.readline())
        self._http = urllib3.PoolManager(retries=False, maxsize=8)

    def forward(self, ask: Ask) -> Answer:
        door = self.line["bench" if ask.bench else "webdriver"]
        reply = self._http.request(ask.method, door + ask.path, body=ask.body, headers=ask.headers)
        return Answer(reply.status, reply.data, reply.headers.get("Content-Type", "application/json"))


class Door(BaseHTTPRequestHandler):
    """Hands every request to the mischief, and writes down what that answers."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    mischief: ClassVar[Mischief]

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""

    def handle_any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        bench = self.path.startswith("/bench/v1")
        headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP}
        path = self.path.removeprefix("/bench/v1") if bench else self.path
        answer = self.mischief.answer(Ask(self.command, path, bench, body, headers))
        if answer is None:
            self.dribble()
            return
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        self.wfile.write(answer.content)

    def dribble(self) -> None:
        """Begin an answer that never ends; a byte comes before anybody's patience with a socket is over."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        with contextlib.suppress(OSError):
            while not FOREVER.wait(0.2):
                self.wfile.write(b"." if self.mischief.dribbles else b"")
                self.wfile.flush()

    do_GET = do_POST = do_PUT = do_DELETE = handle_any  # noqa: N815


def main() -> None:
    mischief = MISCHIEFS[sys.argv[1]]
    world = Nowhere() if mischief.alone else World(sys.argv[2:])
    Door.mischief = mischief(world.forward)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    server.daemon_threads = True
    url = f"http://127.0.0.1:{server.server_address[1]}"
    if mischief.gone:
        server.server_close()
    print(json.dumps({**world.line, "webdriver": url, "bench": f"{url}/bench/v1"}), flush=True)
    if not mischief.gone:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    while os.read(0, 1024):
        pass
    os._exit(0)


main()
