"""Candidates in the waiting room of a platform that runs alone, for who measures what a platform costs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import urllib3

from benchmarks.processes import ROOT
from conformance.load.pictures import picture

NOW, SUBJECT, SESSION = "2023-01-12T09:46:00.000+08:00", "song", "formal"
"""A minute after the waiting room has opened; the start is 14 minutes of the wall away."""
PASSWORD, TOKEN = "secret-1", "measured"


@dataclass(frozen=True)
class Alone:
    """A platform in a process of its own."""

    pid: int
    url: str
    bench: str


@dataclass(frozen=True)
class Pair:
    """One candidate who waits: the main phone's address and headers, and the auxiliary phone's."""

    sitting: str
    main: dict[str, str]
    binding: str
    aux: dict[str, str]


@contextmanager
def alone(*words: str) -> Iterator[Alone]:
    """`python -m simulators.platform` on a store of its own, durable, on the wall's clock."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "simulators.platform", "--db", str(Path(folder) / "exam.sqlite")]
        command += ["--now", NOW, "--password-cost", "4", "--bench", "--until-eof"]
        command += ["--token-from-env", "EXAMGATE_BENCH_TOKEN", *words]
        with subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "EXAMGATE_BENCH_TOKEN": TOKEN},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process:
            try:
                assert process.stdout is not None
                told = json.loads(process.stdout.readline())
                yield Alone(process.pid, told["platform"], told["bench"])
            finally:
                process.communicate(b"")


def people(platform: Alone, number: int) -> list[Pair]:
    """That many candidates, both phones of each, checked in and waiting."""
    accounts = [f"139{one:08d}" for one in range(number)]
    majors = ["composition"]
    rows = [{"account": one, "password": PASSWORD, "name": "王芳", "majors": majors} for one in accounts]
    with urllib3.PoolManager(maxsize=8) as pool, ThreadPoolExecutor(8) as workers:
        _send(pool, "POST", f"{platform.bench}/candidates", {"Authorization": f"Bearer {TOKEN}"}, rows)
        return list(workers.map(lambda account: _into_the_room(pool, platform.url, account), accounts))


def _into_the_room(pool: urllib3.PoolManager, url: str, account: str) -> Pair:
    main = {"X-Device": f"main-{account}", "Content-Type": "application/json"}
    login = {"account": account, "password": PASSWORD}
    main["Authorization"] = f"Bearer {_send(pool, 'POST', f'{url}/login', main, login)['token']}"
    sitting = _the_sitting(_send(pool, "GET", f"{url}/exams", main))
    place = f"{url}/sittings/{sitting}"
    code = _send(pool, "POST", f"{place}/open", main)["code"]["payload"]
    aux = {"X-Device": f"aux-{account}", "Content-Type": "application/json"}
    paired = _send(pool, "POST", f"{url}/pair", aux, {"code": code})
    aux["Authorization"] = f"Bearer {paired['token']}"
    _send(pool, "POST", f"{url}/bindings/{paired['binding']}/record", aux)
    _send(pool, "POST", f"{place}/enter", main)
    shown = {**main, "Content-Type": "image/jpeg"}
    found = pool.request("POST", f"{place}/face", body=picture("face", account), headers=shown).json()
    assert found["passed"], found
    return Pair(sitting, main, paired["binding"], aux)


def _the_sitting(exams: Any) -> str:
    rows = (row for exam in exams["exams"] for row in exam["sittings"])
    return next(
        str(row["sitting"]) for row in rows if (row["subject"]["id"], row["session"]) == (SUBJECT, SESSION)
    )


def _send(pool: urllib3.PoolManager, method: str, url: str, headers: dict[str, str], body: Any = None) -> Any:
    data = b"" if body is None else json.dumps(body).encode()
    reply = pool.request(method, url, body=data, headers=headers, timeout=60)
    if reply.status >= 300:
        raise RuntimeError(f"{method} {url}: {reply.status} {reply.data.decode(errors='replace')[:300]}")
    return reply.json()
