"""Where a command prints: the terminal, as long as somebody reads it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import rich.console


class Console(rich.console.Console):
    """Goes on without its reader, as in `examgate run | head -1`: the report and the exit code are for others too."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())


TERMINAL = Path("/dev/tty")
_ERRORS = os.dup(2)
"""Where errors went when the command was started, whatever pytest does with its own streams later."""


def aside(line: str) -> None:
    """Say something while a run keeps its own streams: on the terminal, where there is one, else among the errors."""
    try:
        with TERMINAL.open("w", encoding="utf-8") as terminal:
            terminal.write(f"{line}\n")
    except OSError:
        os.write(_ERRORS, f"{line}\n".encode())
