"""Runs one command, and ends it with all its children once standard input ends.

Started by its path with `python -I -S`, so it stands on the standard library alone. It leads a session of its own and the
command leads another: what is sent to the run's process group reaches neither, and the end of the pipe, which comes also
after `kill -9` of the run, reaches both.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress

GRACE_S = 5.0
"""Wall seconds that the command has to end by itself."""


def main(command: list[str]) -> int:
    """The exit code of the command, or of its end. Descriptors that were handed on are handed on to the command."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    child = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, start_new_session=True, close_fds=False, restore_signals=True,
        preexec_fn=_as_usual,
    )  # fmt: skip
    threading.Thread(target=_end_with_input, args=(child,), daemon=True).start()
    code = child.wait()
    _send(child, signal.SIGKILL)  # children that it left behind
    return code if code >= 0 else 128 - code


def _as_usual() -> None:
    """What is ignored here would be ignored by the command, too."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
