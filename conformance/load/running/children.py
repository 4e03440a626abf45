"""Processes that a load run starts: each has a session of its own, and ends with the pipe that the run holds."""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from conformance.kit import environment
from conformance.saying import Stopped
from reports.form import Text

GRACE_S = 15.0
"""Wall seconds that a process has to end by itself before it is ended."""
TAIL = 1500
END = b""


@dataclass(slots=True)
class Child:
    """A process of Python's that says JSON lines. `log`: where its standard error goes."""

    process: subprocess.Popen[bytes]
    log: Path
    lines: queue.Queue[bytes]

    def next(self, timeout_s: float) -> Mapping[str, Any] | None:
        """Its next line; None where there is none within so many wall seconds. EOFError once it has said its last."""
        try:
            line = self.lines.get(timeout=timeout_s)
        except queue.Empty:
            return None
        if line == END:
            self.lines.put(END)
            raise EOFError
        found: Mapping[str, Any] = msgspec.json.decode(line)
        return found

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def last_words(self) -> str:
        """The end of what it wrote to its standard error."""
        with contextlib.suppress(OSError):
            return self.log.read_bytes()[-TAIL:].decode(errors="replace").strip()
        return ""

    def end(self) -> None:
        """Close its pipe and see it end."""
        if self.process.stdin:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()
        for push in (None, self.process.terminate, self.process.kill):
            if push:
                push()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(GRACE_S)
                break


def start(module: str, words: Sequence[str], log: Path, more: Mapping[str, str] | None = None) -> Child:
    """`python -m module words`; Stopped where it cannot be started."""
    command = [sys.executable, "-m", module, *words]
    with log.open("ab") as errors:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**environment(), **(more or {})},
            # An interrupt at the terminal is the run's; it ends what it has started, in order.
            start_new_session=True,
        )
    child = Child(process, log, queue.Queue())
    threading.Thread(target=_pump, args=(child,), daemon=True).start()
    return child


@contextlib.contextmanager
def running(child: Child) -> Iterator[Child]:
    """The process, ended with the block."""
    try:
        yield child
    finally:
        child.end()


def first_line(child: Child, what: Text, timeout_s: float) -> Mapping[str, Any]:
    """What it says once it is ready; Stopped with its last words where it does not come to that."""
    with contextlib.suppress(EOFError):
        line = child.next(timeout_s)
        if line is not None:
            return line
    raise Stopped(
        Text(f"{what.en} does not start", f"{what.zh}未能启动"), child.last_words() or f"{timeout_s:g} s"
    )


def _pump(child: Child) -> None:
    if child.process.stdout is not None:
        with child.process.stdout as lines:
            for line in lines:
                child.lines.put(line)
    child.lines.put(END)
