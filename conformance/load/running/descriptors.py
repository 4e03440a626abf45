"""Every phone has a connection of its own, and a process may have only so many files open: said before a day is lost to it."""

from __future__ import annotations

import resource
from math import ceil
from pathlib import Path

from conformance.load.people import Crowd
from conformance.saying import Stopped
from reports.form import Text

SPARE = 200
"""Descriptors for everything else that a process has open."""
SPOILT = 2
"""Further connections of a phone whose way leads through a proxy of ours: into it, and out of it."""
KERNELS = Path("/proc/sys/fs/nr_open")
"""How many files Linux lets any process have open; root may raise its own limit so far."""
ENOUGH = 15_000
"""Connections for which one process is taken where nobody asked for a number: with many more it is as busy as the platform."""


def raised() -> int:
    """How many files a process of this run may have open: as many as the system lets us. Those that we start have as many."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    kernels = [int(KERNELS.read_bytes())] if KERNELS.exists() else []
    for limit in (*kernels, hard):
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
        except (ValueError, OSError):  # not allowed
            continue
        return limit
    return hard


def processes(crowd: Crowd, asked: int, *, own: bool) -> int:
    """How many processes play: as many as were asked for, or as it takes where 0 were. Stopped where that is too few for the
    phones' connections; `own`: the platform is this machine's."""
    allowed = raised() - SPARE
    cameras = crowd.season.exam.cameras
    coming = [person for person in crowd if "no_show" not in person.traits]
    spoilt = {name for name, cohort in crowd.plan.cohorts.items() if cohort.toxics}
    connections = sum(cameras * (1 + SPOILT * (person.cohort in spoilt)) for person in coming)
    needed = max(ceil(connections / allowed), 1)
    if asked and needed > asked:
        raise Stopped(
            Text(
                f"{connections} connections are too many for {asked} process(es) that may each have {allowed};"
                f" give --processes {needed}, or raise the limit (ulimit -n)",
                f"共需 {connections} 个连接，而 {asked} 个进程各只能打开 {allowed} 个；"
                f"请使用 --processes {needed}，或提高系统限额（ulimit -n）",
            )
        )
    if own and cameras * len(coming) > allowed:
        raise Stopped(
            Text(
                f"{cameras * len(coming)} phones are too many for a platform that may have {allowed} connections open;"
                " raise the limit (ulimit -n)",
                f"平台最多只能打开 {allowed} 个连接，而手机共有 {cameras * len(coming)} 部；请提高系统限额（ulimit -n）",
            )
        )
    return asked or max(needed, ceil(connections / ENOUGH))
