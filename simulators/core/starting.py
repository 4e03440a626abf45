"""A process of the simulated world: its command line, its ports, its end with its parent, and why it cannot start.

Whatever is wrong is said in one sentence on stderr, with exit code 3.
"""

import argparse
import errno
import os
import socket
import sys
from collections.abc import Callable
from threading import Event, Thread
from typing import NoReturn

CANNOT_START, STUCK = 3, 4
GRACE_S = 10.0
"""Wall seconds that a process has to end by itself once its parent is gone."""
BACKLOG = 1024


class PortTaken(Exception):
    """Nothing can listen there; the sentence says where, why and what to do."""


class Parser(argparse.ArgumentParser):
    """A command line; a wrong one is bad input, and refused."""

    def error(self, message: str) -> NoReturn:
        self.refuse(f"{message}; see {self.prog} --help")

    def refuse(self, sentence: str) -> NoReturn:
        """Say why the process cannot start, and end it."""
        print(f"{self.prog.removeprefix('python -m ')}: {sentence}", file=sys.stderr)
        raise SystemExit(CANNOT_START)


def listen(host: str, port: int, name: str, option: str, *, shared: bool = False) -> socket.socket:
    """A listening socket for what is called `name`; `option` of the command line chooses its port. Where it is `shared`,
    other processes may listen there, too, and the system deals out who comes."""
    # Named as TCP, or asyncio does not switch off Nagle's delay on what it accepts: 40 ms for each answer.
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        sock.bind((host, port))
        sock.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        sock.close()
        taken = getattr(error, "errno", None) == errno.EADDRINUSE
        found = "is in use" if taken else f"cannot be listened on ({error})"
        advice = f"choose another with {option} (0 takes a free one)"
        raise PortTaken(f"port {port} of {host} for the {name} {found}; {advice}") from error
    return sock


def when_input_ends(end: Callable[[], None]) -> None:
    """Call `end` when stdin ends, as it does with the parent that holds its other side; a process that does not end by
    itself then is ended."""

    def read_to_the_end() -> None:
        # os.read holds no lock of Python's that the interpreter would wait for at its end.
        while os.read(0, 4096):
            pass
        end()
        Event().wait(GRACE_S)
        os._exit(STUCK)  # what is still running then would run for ever

    Thread(target=read_to_the_end, name="parent", daemon=True).start()
