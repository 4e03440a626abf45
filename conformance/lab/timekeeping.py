"""Exam time where it is set too coarsely, or cannot be set at all."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from conformance.outcome import ControlMissing, PrecisionMissing, TransportLost
from reports.form import Text

WATCH_S = 0.05
"""Wall seconds between two looks at a clock that cannot be set."""


def must_be_precise(instant: datetime, limits: Mapping[str, datetime], resolution_ms: int) -> None:
    """Raise PrecisionMissing where `instant` is nearer to a limit than time is kept; 1 ms is as fine as time gets."""
    doubt = timedelta(milliseconds=resolution_ms - 1)
    for name, limit in limits.items():
        if abs(instant - limit) < doubt:
            raise PrecisionMissing(
                Text(
                    f"this target keeps time to {resolution_ms} ms, too coarse for an example so near to {name}",
                    f"该被测对象的时间精度为{resolution_ms}毫秒，不足以判定如此接近时限（{name}）的用例",
                )
            )


def moved(instant: datetime, now: datetime, resolution_ms: int) -> datetime:
    """`now`, as the bench tells it after it was moved to `instant`; TransportLost where it has not come there."""
    if instant - now >= timedelta(milliseconds=resolution_ms):
        raise TransportLost(
            Text("the bench's clock does not go where it is moved", "测试台时钟未按要求调整"),
            expected=instant.isoformat(timespec="milliseconds"),
            seen=now.isoformat(timespec="milliseconds"),
        )
    return now


def wait_until(instant: datetime, now: Callable[[], datetime], max_wait_s: float) -> datetime:
    """Let exam time come to `instant` by itself; ControlMissing where that takes longer than the target allows."""
    at = now()
    if (instant - at).total_seconds() > max_wait_s:
        raise ControlMissing("clock")
    pause = threading.Event()
    while at < instant:
        pause.wait(min(WATCH_S, (instant - at).total_seconds()))
        at = now()
    return at
