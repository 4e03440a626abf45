"""Kills the platform at the plan's instants and starts it again, while phones and audit go on."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from conformance.load.arriving import anchor
from conformance.load.bench import Silent
from conformance.load.people import Crowd
from conformance.load.plan import Outage
from conformance.load.running.platform import Own, There
from reports.form import Text

LEAST_S, MOST_S = 0.01, 2.0
"""Wall seconds between two looks at the clock: half of the time that is left, within these."""
NOTICE = Text("outages of the platform, killed as the plan has it: {times}", "按方案强制结束平台 {times} 次")


@contextlib.contextmanager
def outages(there: There, crowd: Crowd) -> Iterator[None]:
    """What the plan has of them happens within the block; a platform that is not the run's own is left alone."""
    over, planned = threading.Event(), _planned(crowd)
    if there.own is None or not planned:
        yield
        return
    thread = threading.Thread(target=_happen, args=(there, there.own, planned, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def notice(there: There, crowd: Crowd) -> tuple[Text, ...]:
    """What the result says of outages."""
    times = len(crowd.plan.outages) if there.own else 0
    return (Text(*(said.format(times=times) for said in (NOTICE.en, NOTICE.zh))),) if times else ()


def _planned(crowd: Crowd) -> list[tuple[datetime, Outage]]:
    found = [
        (anchor(crowd.instants, one.after) + timedelta(seconds=one.seconds), one)
        for one in crowd.plan.outages
    ]
    return sorted(found, key=lambda one: one[0])


def _happen(
    there: There, own: Own, planned: Sequence[tuple[datetime, Outage]], over: threading.Event
) -> None:
    for at, outage in planned:
        while (left := _left(there, at)) > 0 and not over.wait(max(LEAST_S, min(left / 2, MOST_S))):
            pass
        if over.is_set():
            return
        own.kill()
        over.wait(outage.down_ms / 1000)
        own.again()


def _left(there: There, at: datetime) -> float:
    """Wall seconds until an exam instant."""
    try:
        shown = there.bench.clock()
    except Silent:
        return MOST_S
    return (at - shown.now).total_seconds() / shown.rate
