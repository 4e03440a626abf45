"""What the platform's rules and its durability cost: `python -m benchmarks ceiling`.

locust's FastHttpUser against the platform alone, on a store that is flushed, and against an endpoint of the same server
stack (Starlette under uvicorn, one process) that does nothing but read the request and send bytes of the same length. Both
live side by side and take turns within each round. The ceiling is what no platform on this stack could exceed.

`heartbeats` are what a waiting room full of phones sends; `facts` write an event each, flushed; `day` is nine heartbeats of
the two phones, one view and one fact. The processor's time is the server's own, over all of its threads.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import Benchmark, Sizes, say
from benchmarks.measured import Aim, Figure, Findings, ratio
from benchmarks.processes import ROOT
from benchmarks.waiting import Pair, alone, people

Request = tuple[str, str, dict[str, str], str]
LEAST = 0.4
"""The part of the ceiling that is wanted."""
TICK = os.sysconf("SC_CLK_TCK")

NOTHING = """
import socket, sys
import uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
async def nothing(request):
    await request.body()
    return Response(ANSWER, media_type="application/json")
ANSWER = b"x" * int(sys.argv[2])
app = Starlette(routes=[Route("/{path:path}", nothing, methods=["GET", "POST"])])
config = uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off", ws="none", proxy_headers=False)
uvicorn.Server(config).run(sockets=[socket.socket(fileno=int(sys.argv[1]))])
"""


@dataclass
class Server:
    """What is shot at, and what was seen of it, by the kind of request."""

    name: str
    host: str
    base: str
    pid: int
    rates: dict[str, list[float]] = field(default_factory=dict)
    waits: dict[str, list[float]] = field(default_factory=dict)
    costs: dict[str, list[float]] = field(default_factory=dict)


@contextmanager
def nothing(length: int) -> Iterator[Server]:
    """An endpoint that does nothing and answers with so many bytes."""
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    with door:
        door.bind(("127.0.0.1", 0))
        door.listen(2048)
        command = [sys.executable, "-c", NOTHING, str(door.fileno()), str(length)]
        with subprocess.Popen(command, cwd=ROOT, pass_fds=[door.fileno()]) as process:
            try:
                yield Server("nothing", f"http://127.0.0.1:{door.getsockname()[1]}", "", process.pid)
            finally:
                process.terminate()


def beats(pairs: Sequence[Pair]) -> list[Request]:
    main = [("POST", f"/sittings/{one.sitting}/heartbeat", one.main, "") for one in pairs]
    aux = [("POST", f"/bindings/{one.binding}/heartbeat", one.aux, "") for one in pairs]
    return [row for both in zip(main, aux, strict=True) for row in both]


def facts(pairs: Sequence[Pair]) -> list[Request]:
    told = json.dumps({"cause": "screenshot"})
    return [("POST", f"/bindings/{one.binding}/flag", one.aux, told) for one in pairs]


def day(pairs: Sequence[Pair]) -> list[Request]:
    rows: list[Request] = []
    for one in pairs:
        again = beats([one])
        rows += [*again * 4, again[0], ("GET", f"/sittings/{one.sitting}", one.main, ""), *facts([one])]
    return rows


KINDS = {"heartbeats": beats, "facts": facts, "day": day}


def shoot(server: Server, kind: str, rows: Sequence[Request], sizes: Sizes) -> None:
    before = processor(server.pid)
    told = fire(server.name, server.host, server.base, rows, sizes)
    spent = processor(server.pid) - before
    server.rates.setdefault(kind, []).append(told["rate"])
    server.waits.setdefault(kind, []).append(told["p99"])
    sent = told["rate"] * sizes["seconds"] * 1.25  # a fifth of the time is for warming
    server.costs.setdefault(kind, []).append(1000 * spent / sent)


def fire(name: str, host: str, base: str, rows: Sequence[Request], sizes: Sizes) -> dict[str, Any]:
    """What the gun tells of these requests. RuntimeError where any of them failed."""
    plan = {
        "host": host,
        "users": sizes["users"],
        "seconds": sizes["seconds"],
        "requests": [(method, base + path, headers, body) for method, path, headers, body in rows],
    }
    command = [sys.executable, "-m", "benchmarks.gun"]
    done = subprocess.run(
        command, cwd=ROOT, input=json.dumps(plan), capture_output=True, text=True, check=True, timeout=600
    )
    told: dict[str, Any] = json.loads(done.stdout)
    if told["failed"]:
        raise RuntimeError(
            f"{name}: {told['failed']} of {told['requests']} requests failed: {done.stderr[-500:]}"
        )
    return told


def processor(pid: int) -> float:
    """Seconds of the processor that a process has used, its own and the system's for it."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def measure(sizes: Sizes) -> Findings:
    with alone() as platform:
        say(f"ceiling: {sizes['candidates']} candidates come into the waiting room")
        pairs = people(platform, sizes["candidates"])
        host, slash, base = platform.url.partition("/api/")
        own = Server("platform", host, slash + base, platform.pid)
        with nothing(sizes["bytes"]) as floor:
            for number in range(sizes["rounds"]):
                for kind, made in KINDS.items():
                    say(f"ceiling: round {number + 1} of {sizes['rounds']}, {kind}")
                    for server in (floor, own):
                        shoot(server, kind, made(pairs), sizes)
    return Findings(*_found(floor, own))


def _found(floor: Server, own: Server) -> tuple[dict[str, dict[str, Figure]], list[Aim]]:
    rows, aims = {}, []
    for kind in KINDS:
        rates = [Figure(tuple(server.rates[kind]), "/s") for server in (floor, own)]
        part = ratio(rates[1], rates[0])
        rows[kind] = {
            "ceiling": rates[0],
            "platform": rates[1],
            "part": part,
            "99th percentile": Figure(tuple(own.waits[kind]), "ms"),
            "processor, ceiling": Figure(tuple(floor.costs[kind]), "ms"),
            "processor, platform": Figure(tuple(own.costs[kind]), "ms"),
        }
        aims.append(Aim(f"{kind}, part of the ceiling", part, least=LEAST))
    return rows, aims


BENCHMARK = Benchmark(
    "ceiling",
    "how much of what this server stack can do at most does the platform do, rules and durability on?",
    measure,
    full={"rounds": 5, "seconds": 6, "users": 64, "candidates": 200, "bytes": 1800},
    tiny={"rounds": 1, "seconds": 1, "users": 4, "candidates": 4, "bytes": 1800},
)
