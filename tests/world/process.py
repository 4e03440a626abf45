"""Starts `python -m simulators` for tests and sees to it that it ends."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import urllib3

COMMAND = [sys.executable, "-m", "simulators", "--json"]
ENDS_WITHIN_S = 20
ROOT = Path(__file__).parents[2]


@contextmanager
def simulators(
    *options: str, rooms: Path, before: str = ""
) -> Iterator[tuple["subprocess.Popen[str]", dict[str, Any]]]:
    """The process and the JSON line that it said; its worlds' directories are in `rooms`, `before` is shell."""
    process = subprocess.Popen(
        _limited(before, options),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(rooms)},
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, process.communicate()[1]
        yield process, json.loads(line)
    finally:
        process.terminate()
        process.wait(ENDS_WITHIN_S)
        for pipe in (process.stdin, process.stdout, process.stderr):
            assert pipe is not None
            pipe.close()


def refused(*options: str, rooms: Path, before: str = "") -> "subprocess.CompletedProcess[str]":
    """The end of a process that should not start; `before` is shell that sets its limits."""
    return subprocess.run(
        _limited(before, options),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "TMPDIR": str(rooms)},
    )


def _limited(before: str, options: tuple[str, ...]) -> list[str]:
    """The command, in a process of its own that sets its limits first."""
    return ["sh", "-c", f'{before} exec "$@"', "sh", *COMMAND, *options]


def status(url: str, **headers: str) -> int | None:
    """The HTTP status of a GET; None where nobody answers."""
    try:
        return urllib3.request("GET", url, headers=headers, retries=False, timeout=5).status
    except urllib3.exceptions.HTTPError:
        return None
