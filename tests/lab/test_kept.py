"""What the lab starts ends with it, however it ends: with all that it has started in turn."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conformance.lab.appium.kept import kept
from conformance.outcome import TransportLost

ROOT = Path(__file__).resolve().parents[2]
HOLDS = """
import socket, subprocess, sys
line = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
if len(sys.argv) > 2:  # one that leaves its parent's session, as an adb server does
    subprocess.Popen([sys.executable, "-c", sys.argv[2], sys.argv[1]], start_new_session=True)
print("up", flush=True)
line.recv(1)
"""
PARENT = """
import os, sys
from conformance.lab.appium.kept import kept
with kept("it", [sys.executable, "-c", sys.argv[2], sys.argv[1], sys.argv[2]], dict(os.environ)) as it:
    it.until(lambda line: line.strip() == b"up", 60)
    print("up", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(60)
        yield server


def held(server: socket.socket) -> socket.socket:
    """The connection of a process that lives; it is at its end once that is gone."""
    line, _ = server.accept()
    line.settimeout(60)
    return line


def gone(lines: list[socket.socket]) -> bool:
    ends = [line.recv(1) for line in lines]
    for line in lines:
        line.close()
    return not any(ends)


def test_it_ends_with_its_block_and_so_does_what_left_its_session(listening: socket.socket) -> None:
    command = [sys.executable, "-c", HOLDS, str(listening.getsockname()[1]), HOLDS]
    with kept("it", command, dict(os.environ)) as it:
        it.until(lambda line: line.strip() == b"up", 60)
        lines = [held(listening), held(listening)]
    assert it.process.returncode is not None
    assert gone(lines)


def test_it_ends_with_whoever_started_it_also_after_kill_9(listening: socket.socket) -> None:
    port = str(listening.getsockname()[1])
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, port, HOLDS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    ) as parent:
        assert parent.stdout
        assert parent.stdout.readline().strip() == b"up"
        lines = [held(listening), held(listening)]
        os.killpg(parent.pid, signal.SIGKILL)
        assert gone(lines)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ([sys.executable, "-c", "print('no port left'); raise SystemExit(7)"], "no port left"),
        (["/nowhere/at/all"], "No such file or directory"),
    ],
)
def test_what_ends_before_it_is_up_says_its_last_words(command: list[str], said: str) -> None:
    with kept("it", command, dict(os.environ)) as it, pytest.raises(TransportLost) as lost:
        it.until(lambda line: b"up" in line, 60)
    assert "it ends before it is up" in str(lost.value)
    assert said in str(lost.value.seen)
