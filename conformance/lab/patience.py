"""A limit in wall time for what a target is asked before anything is judged, however it keeps us waiting."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from conformance.outcome import TransportLost
from reports.form import Text

T = TypeVar("T")


def within(limit_s: float, work: Callable[[], T], doing: Callable[[], Text]) -> T:
    """What `work` gives or raises; TransportLost once it has taken longer than `limit_s`. `doing` says at what it is then.

    A time-out on a socket counts from byte to byte, so one that dribbles would never end. Work that is given up goes on
    in its thread until the target is ended, and what becomes of it is of no interest.
    """
    ended: Future[T] = Future()
    threading.Thread(target=_do, args=(work, ended), name="examgate-preflight", daemon=True).start()
    try:
        return ended.result(limit_s)
    except TimeoutError as silence:
        if ended.done():
            raise
        at = doing()
        raise TransportLost(
            Text(
                f"the target was not looked over within {limit_s:g} s (`preflight.limit_s` in its file); "
                f"it does not answer: {at.en}",
                f"未能在{limit_s:g}秒内完成运行前检查（时限见对象文件中的 preflight.limit_s），被测对象没有应答：{at.zh}",
            )
        ) from silence


def _do(work: Callable[[], T], ended: Future[T]) -> None:
    try:
        ended.set_result(work())
    except BaseException as fault:  # noqa: BLE001 - raised where it is waited for
        ended.set_exception(fault)
