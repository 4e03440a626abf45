"""A platform that has no room for a moment: a limit on the size of files, set from outside on the process that a run started."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager

NO_FILES = 0


@contextmanager
def none_for(pid: int) -> Iterator[None]:
    """Within the block whatever the process writes to a file fails, as on a full disk."""
    soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (NO_FILES, hard))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (soft, hard))
