"""What the load's proxy costs: `python -m benchmarks toxics`.

A load process as it is (patched by gevent) sends requests over kept-alive connections to a server that does nothing, in
another process: straight, through a proxy without toxics, and through one with a toxic on each way that delays nothing.
The three take turns within each round. One row each: requests a second, and the load process's own processor time a request.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections import defaultdict

from benchmarks import Benchmark, Sizes, say
from benchmarks.asgi import REQUEST, serving
from benchmarks.measured import Figure, Findings, ratio

CONNECTIONS = 50
WAYS = ("straight", "proxy without toxics", "proxy with a toxic on each way")
LOADER = f"""
from gevent import monkey; monkey.patch_all()
import json, socket, sys, time
import gevent
from conformance.load.toxics.toxic import Toxic
from conformance.load.toxics import Proxy
REQUEST = {REQUEST!r}
server = ("127.0.0.1", int(sys.argv[1]))
idle = [Toxic(type="latency", stream=way, attributes={{"latency": 0}}) for way in ("upstream", "downstream")]
proxies = [Proxy("clean", server, ()), Proxy("idle", server, idle)]
ports = dict(zip({WAYS!r}, (server[1], *(proxy.port for proxy in proxies))))

def talk(port, requests):
    with socket.create_connection(("127.0.0.1", port)) as wire:
        for _ in range(requests):
            wire.sendall(REQUEST)
            answer = b""
            while answer.count(b"}}") < 1:
                answer += wire.recv(65536)

for line in sys.stdin:
    way, connections, requests = json.loads(line)
    wall, own = time.perf_counter(), time.process_time()
    gevent.joinall([gevent.spawn(talk, ports[way], requests) for _ in range(connections)], raise_error=True)
    count = connections * requests
    took = count / (time.perf_counter() - wall), (time.process_time() - own) * 1000 / count
    print(json.dumps(took), flush=True)
for proxy in proxies:
    proxy.close()
"""


def measure(sizes: Sizes) -> Findings:
    rates: dict[str, list[float]] = defaultdict(list)
    costs: dict[str, list[float]] = defaultdict(list)
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(serving("bare"))
        command = [sys.executable, "-c", LOADER, str(server.port)]
        loader = stack.enter_context(
            subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        )
        assert loader.stdin is not None
        assert loader.stdout is not None
        for number in range(sizes["rounds"]):
            say(f"toxics: round {number + 1} of {sizes['rounds']}")
            for way in WAYS:
                print(json.dumps((way, CONNECTIONS, sizes["requests"])), file=loader.stdin, flush=True)
                rate, cost = json.loads(loader.stdout.readline())
                rates[way].append(rate)
                costs[way].append(cost)
    cost = {way: Figure(tuple(costs[way]), "ms") for way in WAYS}
    return Findings(
        {
            way: {
                "requests": Figure(tuple(rates[way]), "/s"),
                "the load's own time a request": cost[way],
                "ratio": ratio(cost[way], cost["straight"]),
            }
            for way in WAYS
        }
    )


BENCHMARK = Benchmark(
    "toxics",
    "what does a proxy between the load and the platform cost?",
    measure,
    full={"rounds": 7, "requests": 60},
    tiny={"rounds": 1, "requests": 2},
)
