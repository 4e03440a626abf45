"""A process that runs scenarios: the name by which its plugins find the examiner, and its end with its parent."""

from __future__ import annotations

import os
import threading

EXAMINER = "examgate-examiner"
WATCH_S = 0.5
"""Wall seconds between two looks at whether the run that this process belongs to is still there."""


def end_with(parent: int) -> None:
    """End this process as soon as its parent is gone, even by `kill -9`: then nothing it started outlives it."""
    pause = threading.Event()

    def watch() -> None:
        while os.getppid() == parent:
            pause.wait(WATCH_S)
        os._exit(3)

    threading.Thread(target=watch, name="examgate-watch", daemon=True).start()
