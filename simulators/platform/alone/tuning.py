"""What a process that serves very many phones asks of its libraries; the figures are in docs/decisions/0041."""

import ctypes
import gc
from contextlib import suppress

import cv2

TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3
"""mallopt(3), of glibc."""
KEPT = 256 * 2**20
"""Bytes that may stay with the process when a picture has been measured, or the next one asks the kernel for them anew."""

COLLECTED = (20_000, 20, 100)
"""When the interpreter looks for garbage. To look at all that is remembered of ten thousand candidates takes most of a
second, in which nobody is stamped, and finds nothing."""


def tune() -> None:
    """Requests are what is done side by side, so a picture takes one thread; and its memory is used again."""
    gc.set_threshold(*COLLECTED)
    cv2.setNumThreads(1)
    with suppress(AttributeError, OSError):  # another C library has no such call
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(TRIM_THRESHOLD, KEPT)
        mallopt(MMAP_THRESHOLD, KEPT)
