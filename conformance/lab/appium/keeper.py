"""Runs one command, and ends it with all that it has started once standard input ends.

Started by its path with `python -I -S`, so it stands on the standard library alone. It leads a session of its own and the
command leads another: what is sent to the run's process group reaches neither, and the end of the pipe, which comes also
after `kill -9` of the run, reaches both. On Linux it adopts whatever the command's children leave behind: an adb client that
finds no server starts one, in a session of its own, and that ends here, too.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

GRACE_S = 5.0
"""Wall seconds that the command has to end by itself."""
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
ROOM = "EXAMGATE_LAB_ROOM"
"""The variable that names the lab's folder: who is killed cannot take it away."""
ADOPT = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2)."""


def main(command: list[str]) -> int:
    """The exit code of the command, or of its end. Descriptors that were handed on are handed on to the command."""
    parent = os.getppid()
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    _adopt()
    child = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, start_new_session=True, close_fds=False, preexec_fn=_as_usual
    )
    threading.Thread(target=_end_with_input, args=(child,), daemon=True).start()
    code = child.wait()
    _send(child, signal.SIGKILL)
    while left := _children():
        for one in left:
            _end(one)
    if os.getppid() != parent and os.environ.get(ROOM):
        shutil.rmtree(os.environ[ROOM], ignore_errors=True)
    return code if code >= 0 else 128 - code


def _adopt() -> None:
    with suppress(OSError, AttributeError):  # elsewhere than on Linux
        ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)


def _as_usual() -> None:
    """What is ignored here would be ignored by the command, too."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)


def _end_with_input(child: subprocess.Popen[bytes]) -> None:
    while os.read(0, 4096):
        pass
    _send(child, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        child.wait(GRACE_S)
    _send(child, signal.SIGKILL)


def _send(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, number)


def _children() -> list[int]:
    """Whom this process has to see to their end; none where the system has no /proc."""
    return [int(one.parent.name) for one in Path("/proc").glob("[0-9]*/stat") if _parent(one) == os.getpid()]


def _parent(stat: Path) -> int:
    """0 where the process has gone meanwhile."""
    try:
        return int(stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def _end(pid: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.kill(pid, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(pid, 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
