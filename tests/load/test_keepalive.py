"""Phones of a process with thousands of files open keep their connections."""

import subprocess
import sys

import pytest

from conformance.kit import environment

CHILD = """
import locust.env
import os, resource
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from geventhttpclient import HTTPClient
from conformance.load.play import keepalive

came, gone = [], Event()

class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def setup(self):
        super().setup()
        came.append(self)
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")
        self.close_connection = self.path == "/last"
    def finish(self):
        super().finish()
        gone.set()
    def log_message(self, *said): pass

keepalive.install()
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
held = [os.open(os.devnull, os.O_RDONLY) for _ in range({files})]
server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
Thread(target=server.serve_forever, daemon=True).start()
client = HTTPClient(*server.server_address, concurrency=1)
for path in ("/", "/", "/", "/last"):
    assert client.get(path).read() == b"ok"
assert len(came) == 1, len(came)
assert gone.wait(20)
assert client.get("/").read() == b"ok"
print(len(came), flush=True)
os._exit(0)
"""


@pytest.mark.parametrize("files", [0, 1500])
def test_one_connection_serves_until_the_server_ends_it(files: int) -> None:
    command = [sys.executable, "-c", CHILD.format(files=files)]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=environment())
    assert told.stdout == "2\n", told.stderr
