"""Time that stands still for a test of date arithmetic, and for nothing else in its process."""

from __future__ import annotations

from contextlib import AbstractContextManager

from freezegun import freeze_time

SERVERS = ["asyncio", "anyio", "uvicorn"]
"""Whose timers go on: simulated servers may run in the same process, and one set while time stands would never come due."""


def frozen(instant: str) -> AbstractContextManager[object]:
    """Wall time stands at `instant`; those who serve HTTP meanwhile keep theirs, from the first moment on."""
    return freeze_time(instant, ignore=SERVERS)
