"""What it costs to share a store, and what it gains: `python -m benchmarks sharing`.

The same requests as those of `ceiling` to the platform alone on a file, on a PostgreSQL database, and as two processes on
such a database; all three live side by side and take turns within each round. The database is a server of the benchmark's
own on the same machine, flushed, so that platform, database and gun share its cores.
"""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field

from benchmarks import Benchmark, Sizes, say
from benchmarks.ceiling import KINDS, fire
from benchmarks.measured import Figure, Findings, Missing, ratio
from benchmarks.waiting import Pair, alone, people
from tests.platform import server

PROCESSES = {"file": 0, "database": 1, "database, two processes": 2}
"""Of each platform; 0 has a file."""


@dataclass
class Seen:
    """One platform, who waits there, and what was seen of it by the kind of request."""

    host: str
    base: str
    pairs: list[Pair]
    rates: dict[str, list[float]] = field(default_factory=dict)
    waits: dict[str, list[float]] = field(default_factory=dict)


def measure(sizes: Sizes) -> Findings:
    if not server.there():
        raise Missing("PostgreSQL is not here (apt-get install postgresql)")
    with ExitStack() as until:
        running = until.enter_context(server.server(flushed=True))
        seen: dict[str, Seen] = {}
        for name, processes in PROCESSES.items():
            words: list[str] = []
            if processes:
                files = until.enter_context(tempfile.TemporaryDirectory())
                words = ["--db", running.database(), "--files", files, "--processes", str(processes)]
            platform = until.enter_context(alone(*words))
            say(f"sharing: {name}: {sizes['candidates']} candidates come into the waiting room")
            host, slash, base = platform.url.partition("/api/")
            seen[name] = Seen(host, slash + base, people(platform, sizes["candidates"]))
        for number in range(sizes["rounds"]):
            for kind, made in KINDS.items():
                say(f"sharing: round {number + 1} of {sizes['rounds']}, {kind}")
                for name, one in seen.items():
                    told = fire(name, one.host, one.base, made(one.pairs), sizes)
                    one.rates.setdefault(kind, []).append(told["rate"])
                    one.waits.setdefault(kind, []).append(told["p99"])
    return Findings({kind: _row(seen, kind) for kind in KINDS}, [])


def _row(seen: dict[str, Seen], kind: str) -> dict[str, Figure]:
    row: dict[str, Figure] = {}
    usual = Figure(tuple(seen["file"].rates[kind]), "/s")
    for name, one in seen.items():
        row[name] = Figure(tuple(one.rates[kind]), "/s")
        row[f"{name}, 99th percentile"] = Figure(tuple(one.waits[kind]), "ms")
        if name != "file":
            row[f"{name}, to a file"] = ratio(row[name], usual)
    return row


BENCHMARK = Benchmark(
    "sharing",
    "what does a database that processes share cost and gain, beside a file of one process?",
    measure,
    full={"rounds": 5, "seconds": 6, "users": 32, "candidates": 200},
    tiny={"rounds": 1, "seconds": 1, "users": 4, "candidates": 4},
)
