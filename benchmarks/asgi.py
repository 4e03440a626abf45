"""Compare ASGI frameworks on the platform's kind of request: `python -m benchmarks asgi`.

Each framework that is installed (starlette always is; falcon and litestar come by `pip install`) serves the
same handler under uvicorn with httptools on loopback: a POST with a path parameter, a bearer token and a
small JSON body, answered in JSON. `bare` is the handler with no framework: the floor. The servers live side
by side and take turns within each round, so that the ratios hold on a busy machine. One row each:
requests a second, milliseconds a request, the ratio to starlette, seconds to import.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks import Benchmark, Sizes, say
from benchmarks.measured import Figure, Findings, one, ratio

CONNECTIONS, REQUESTS = 8, 250
BODY = json.dumps({"code": "XYB1:s-0001:8f2c", "account": "wangfang"}).encode()
REQUEST = (
    b"POST /sittings/s-0001/enter HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n"
    b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)
)

APPS = {
    "bare": """
async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        while (await receive())["type"] != "lifespan.shutdown": await send({"type": "lifespan.startup.complete"})
        return await send({"type": "lifespan.shutdown.complete"})
    data = json.loads((await receive())["body"])
    body = json.dumps(answer(scope["path"].split("/")[2], dict(scope["headers"])[b"authorization"].decode(), data)).encode()
    head = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": head})
    await send({"type": "http.response.body", "body": body})
""",
    "starlette": """
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
async def enter(request):
    data = json.loads(await request.body())
    return JSONResponse(answer(request.path_params["sitting"], request.headers["authorization"], data))
app = Starlette(routes=[Route("/sittings/{sitting}/enter", enter, methods=["POST"])])
""",
    "falcon": """
import falcon.asgi
class Enter:
    async def on_post(self, req, resp, sitting):
        resp.media = answer(sitting, req.get_header("Authorization"), await req.get_media())
app = falcon.asgi.App()
app.add_route("/sittings/{sitting}/enter", Enter())
""",
    "litestar": """
from typing import Any
from litestar import Litestar, Request, post
@post("/sittings/{sitting:str}/enter", status_code=200)
async def enter(sitting: str, request: Request) -> dict[str, Any]:
    return answer(sitting, request.headers["authorization"], await request.json())
app = Litestar([enter], openapi_config=None)
""",
}

SERVER = """
import json, socket, sys, time
def answer(sitting, token, data):
    return {"sitting": sitting, "token": token, "code": data["code"], "state": "waiting", "refused": None}
begun = time.perf_counter()
%s
print(time.perf_counter() - begun, flush=True)
import uvicorn
config = uvicorn.Config(app, http="httptools", log_level="error", access_log=False)
uvicorn.Server(config).run(sockets=[socket.socket(fileno=int(sys.argv[1]))])
"""


@dataclass
class Served:
    name: str
    port: int
    import_s: float
    rates: list[float] = field(default_factory=list)
    waits_ms: list[float] = field(default_factory=list)


@contextlib.contextmanager
def serving(name: str) -> Iterator[Served]:
    """A server process on a port of its own, ended with the block; import_s is what the framework costs."""
    with socket.create_server(("127.0.0.1", 0), backlog=128) as door:
        command = [sys.executable, "-c", SERVER % APPS[name], str(door.fileno())]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, pass_fds=[door.fileno()]) as server:
            try:
                assert server.stdout is not None
                yield Served(name, door.getsockname()[1], float(server.stdout.readline()))
            finally:
                server.terminate()


async def _one_connection(port: int, waits_ms: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(REQUESTS):
        begun = time.perf_counter()
        writer.write(REQUEST)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        length = next(
            int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")
        )
        await reader.readexactly(length)
        waits_ms.append((time.perf_counter() - begun) * 1000)
    writer.close()
    await writer.wait_closed()


async def load(port: int, waits_ms: list[float]) -> float:
    """Requests a second over CONNECTIONS kept-alive connections; appends each wait in milliseconds."""
    begun = time.perf_counter()
    await asyncio.gather(*(_one_connection(port, waits_ms) for _ in range(CONNECTIONS)))
    return CONNECTIONS * REQUESTS / (time.perf_counter() - begun)


def measure(sizes: Sizes) -> Findings:
    names = [name for name in APPS if name == "bare" or importlib.util.find_spec(name)]
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(serving(name)) for name in names]
        for served in servers:
            asyncio.run(load(served.port, []))  # warm
        for number in range(sizes["rounds"]):
            say(f"asgi: round {number + 1} of {sizes['rounds']}")
            for served in servers:
                served.rates.append(asyncio.run(load(served.port, served.waits_ms)))
    rates = {served.name: Figure(tuple(served.rates), "/s") for served in servers}
    absent = ", ".join(name for name in APPS if name not in names)
    notes = [f"left out: {absent}; pip install {absent.replace(',', '')} brings them"] if absent else []
    return Findings(
        {
            served.name: {
                "requests": rates[served.name],
                "a request": Figure(tuple(served.waits_ms), "ms"),
                "ratio": ratio(rates[served.name], rates["starlette"]),
                "import": one(served.import_s, "s"),
            }
            for served in servers
        },
        notes=notes,
    )


BENCHMARK = Benchmark(
    "asgi",
    "what does an ASGI framework cost on the platform's kind of request?",
    measure,
    full={"rounds": 7},
    tiny={"rounds": 1},
)
