"""A process of the lab that never outlives it: started under the keeper, ended with its block or with this process."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from conformance.outcome import TransportLost
from reports.form import Text

KEEPER = Path(__file__).with_name("keeper.py")
GRACE_S = 10.0
"""Wall seconds that the keeper has to end what it keeps."""
TAIL = 2000
"""Bytes of a process's last words that an error quotes."""
MOST = 1 << 22
"""Bytes of them that are kept; a long run says more."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A process that runs; `lines` are those of its standard output, None once it has ended."""

    name: str
    process: subprocess.Popen[bytes]
    lines: queue.Queue[bytes | None]
    words: IO[bytes]
    up: threading.Event
    """Set once nobody waits for lines any more."""

    def until(self, said: Callable[[bytes], bool], timeout_s: float) -> None:
        """Wait for a line of its output; TransportLost where it ends before, or says nothing for so long."""
        while True:
            try:
                line = self.lines.get(timeout=timeout_s)
            except queue.Empty as silence:
                raise self._lost(
                    f"does not come up within {timeout_s:g} s", f"在{timeout_s:g}秒内未就绪"
                ) from silence
            if line is None:
                raise self._lost("ends before it is up", "未就绪即已退出")
            if said(line):
                self.up.set()
                return

    def _lost(self, en: str, zh: str) -> TransportLost:
        return TransportLost(Text(f"{self.name} {en}", f"{self.name} {zh}"), seen=self.said())

    def said(self) -> str:
        """The end of what it has said."""
        size = os.fstat(self.words.fileno()).st_size
        return os.pread(self.words.fileno(), TAIL, max(0, size - TAIL)).decode(errors="replace").strip()


@contextlib.contextmanager
def kept(
    name: str, command: Sequence[str], environment: Mapping[str, str], handed: Sequence[int] = ()
) -> Iterator[Kept]:
    """The command's process for a block; `handed` are descriptors that it shall have."""
    with tempfile.TemporaryFile() as words:
        process = _start(name, command, environment, handed)
        made = Kept(name, process, queue.Queue(), words, threading.Event())
        reader = threading.Thread(target=_pump, args=(made,), name=f"examgate-{name}", daemon=True)
        reader.start()
        try:
            yield made
        finally:
            _end(process)
            reader.join(GRACE_S)
            if process.stdout:
                process.stdout.close()


def _start(
    name: str, command: Sequence[str], environment: Mapping[str, str], handed: Sequence[int]
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-S", str(KEEPER), *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=dict(environment),
            pass_fds=tuple(handed),
            start_new_session=True,
        )
    except OSError as fault:
        raise TransportLost(
            Text(f"{name} cannot be started: {command[0]}", f"无法启动 {name}：{command[0]}"), seen=str(fault)
        ) from fault


def _pump(made: Kept) -> None:
    """Take in every line, so that a process that goes on talking is never stopped by a full pipe."""
    for line in made.process.stdout or ():
        if made.words.tell() > MOST:
            made.words.seek(0)
            made.words.truncate()
        made.words.write(line)
        made.words.flush()
        if not made.up.is_set():
            made.lines.put(line)
    made.lines.put(None)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.stdin:
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
    try:
        process.wait(GRACE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
