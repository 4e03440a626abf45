"""Servers that a benchmark measures: processes of their own, ended with the block."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import urllib3

from benchmarks.measured import Missing

ROOT = Path(__file__).resolve().parent.parent
APPIUM = ROOT / "benchmarks" / "appium"
OLDEST_NODE = (20, 19)
"""What Appium 3 asks for."""
START_S = 60
LOOK_S = 0.1
"""How long a server that does not answer yet is waited for before it is asked again; one that ends is noticed at once."""


@contextmanager
def simulated(*words: str, environment: Mapping[str, str] | None = None) -> Iterator[dict[str, Any]]:
    """`python -m simulators` and what it says of itself; `pid` is its process."""
    command = [sys.executable, "-m", "simulators", "--json", "--until-eof", *words]
    own = {**os.environ, **(environment or {})}
    with subprocess.Popen(
        command, cwd=ROOT, env=own, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout is not None
            yield {"pid": process.pid, **json.loads(process.stdout.readline())}
        finally:
            process.communicate(b"")


@contextmanager
def appium() -> Iterator[str]:
    """Appium's own server with its fake driver; its URL. Missing where Node or the locked packages are not here."""
    node = shutil.which("node")
    if node is None or _version(node) < OLDEST_NODE:
        raise Missing(
            "Node 20.19 or newer is not here; apt-get install nodejs npm brings it from Debian 13 on, else see nodejs.org"
        )
    if not (APPIUM / "node_modules" / "appium").is_dir():
        raise Missing("Appium is not here; (cd benchmarks/appium && npm ci --ignore-scripts) brings it")
    port = _free_port()
    command = [node, "node_modules/appium/index.js", "server", "--address", "127.0.0.1", "--port", str(port)]
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(
            [*command, "--log-level", "error", "--log-no-colors"],
            cwd=APPIUM,
            env={**os.environ, "APPIUM_HOME": str(APPIUM)},
            stdout=log,
            stderr=log,
        ) as server,
    ):
        try:
            url = f"http://127.0.0.1:{port}"
            _until_it_answers(f"{url}/status", server, log)
            yield url
        finally:
            server.terminate()


def _version(node: str) -> tuple[int, ...]:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return tuple(int(part) for part in said.strip().removeprefix("v").split(".")[:2])


def _until_it_answers(url: str, server: subprocess.Popen[bytes], log: Any) -> None:
    end = time.monotonic() + START_S
    with urllib3.PoolManager(retries=False) as pool:
        while time.monotonic() < end and server.poll() is None:
            try:
                if pool.request("GET", url, timeout=1).status == 200:
                    return
            except urllib3.exceptions.HTTPError:
                with suppress(subprocess.TimeoutExpired):
                    server.wait(LOOK_S)
    log.seek(0)
    raise RuntimeError(f"{url} does not answer:\n{log.read().decode(errors='replace')}")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port: int = door.getsockname()[1]
        return port
