"""The Appium server of the lab: the locked one, with its two drivers, on a port of its own."""

from __future__ import annotations

import contextlib
import secrets
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conformance.lab.appium.kept import Kept, kept
from conformance.lab.appium.project import Project
from conformance.outcome import TransportLost

HOST = "127.0.0.1"
UP = b"REST http interface listener started"
TAKEN = "EADDRINUSE"
LISTENING = range(20_000, 32_768)
"""Below the ports that Linux gives to connections (net.ipv4.ip_local_port_range)."""
TRIED = 100
TRIES = 3
"""A free port may be taken by somebody else before the server has it."""
INSECURE = "uiautomator2:adb_shell,uiautomator2:emulator_console"
"""What the simulated phones' own endpoint allows, too: `mobile: shell` and `mobile: execEmuConsoleCommand`."""


@dataclass(frozen=True, slots=True)
class AppiumServer:
    """The server and where it answers."""

    url: str
    process: Kept


@contextlib.contextmanager
def serving(project: Project, environment: Mapping[str, str], timeout_s: float) -> Iterator[AppiumServer]:
    """A server for a block; TransportLost where it does not come up in so many wall seconds."""
    for left in reversed(range(TRIES)):
        port = free_port()
        with kept("Appium", _command(project, port), environment) as process:
            try:
                process.until(lambda line: UP in line, timeout_s)
            except TransportLost as fault:
                if left and TAKEN in str(fault.seen):
                    continue
                raise
            yield AppiumServer(f"http://{HOST}:{port}", process)
            return


def _command(project: Project, port: int) -> list[str]:
    return [
        project.node,
        str(project.server),
        "server",
        *("--address", HOST, "--port", str(port)),
        *("--allow-insecure", INSECURE),
        *("--log-level", "info", "--log-no-colors"),
    ]


def free_port() -> int:
    """A port that nobody has at this moment, of those that the system gives to nobody by itself: until it is opened, no
    connection that leaves this machine can come upon it. ConnectionError where all that were tried are taken."""
    for port in (secrets.choice(LISTENING) for _ in range(TRIED)):
        with socket.socket() as taken, contextlib.suppress(OSError):
            taken.bind((HOST, port))
            return port
    raise ConnectionError(f"no free port among {TRIED} of {LISTENING.start} to {LISTENING.stop - 1}")
