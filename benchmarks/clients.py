"""What a request costs the examiner: `python -m benchmarks clients`.

The HTTP clients that the lock already holds, each sending the same request again and again over one kept
connection to the same server: requests a second and the ratio to urllib3, round by round.
"""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable
from contextlib import closing

import requests
import urllib3

from benchmarks import Benchmark, Sizes
from benchmarks.asgi import BODY, serving
from benchmarks.measured import Figure, Findings, ratio

REQUESTS = 500
HEADERS = {"Authorization": "Bearer t", "Content-Type": "application/json"}
PATH = "/sittings/s-0001/enter"


def by_urllib3(port: int) -> None:
    with urllib3.PoolManager() as pool:
        for _ in range(REQUESTS):
            pool.request("POST", f"http://127.0.0.1:{port}{PATH}", body=BODY, headers=HEADERS).json()


def by_requests(port: int) -> None:
    with requests.Session() as session:
        for _ in range(REQUESTS):
            session.post(f"http://127.0.0.1:{port}{PATH}", data=BODY, headers=HEADERS, timeout=5).json()


def by_http_client(port: int) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", port)) as door:
        for _ in range(REQUESTS):
            door.request("POST", PATH, BODY, HEADERS)
            door.getresponse().read()


CLIENTS: dict[str, Callable[[int], None]] = {
    "urllib3": by_urllib3,
    "requests": by_requests,
    "http.client": by_http_client,
}


def rate(send: Callable[[int], None], port: int) -> float:
    begun = time.perf_counter()
    send(port)
    return REQUESTS / (time.perf_counter() - begun)


def measure(sizes: Sizes) -> Findings:
    with serving("starlette") as server:
        turns = [
            {name: rate(send, server.port) for name, send in CLIENTS.items()}
            for _ in range(sizes["rounds"] + 1)
        ]
    rates = {
        name: Figure(tuple(turn[name] for turn in turns[1:]), "/s") for name in CLIENTS
    }  # one turn warms
    return Findings(
        {name: {"requests": seen, "ratio": ratio(seen, rates["urllib3"])} for name, seen in rates.items()}
    )


BENCHMARK = Benchmark(
    "clients", "what does a request cost the examiner?", measure, full={"rounds": 7}, tiny={"rounds": 1}
)
