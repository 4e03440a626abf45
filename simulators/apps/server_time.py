"""The server's time as an app knows it: learnt from each answer, carried on by the phone's quartz.

The phone's clock, which anybody can set, is not asked: an anchor holds the server's time, and the phone's uptime,
at the same moment. After a restart of the phone the uptime begins anew, and the clock has to do until the next answer.
"""

from datetime import datetime, timedelta
from typing import Any

from simulators.core.instants import iso, parse
from simulators.phone.phone import Phone

Anchor = dict[str, Any]
MILLISECOND = timedelta(milliseconds=1)


def anchor(phone: Phone, server_time: str) -> Anchor:
    """What to write down when the server has just said its time."""
    return {
        "server": server_time,
        "uptime_ms": round(phone.uptime() / MILLISECOND),
        "boot": phone.boots,
        "clock": iso(phone.clock.now()),
    }


def server_now(phone: Phone, known: Anchor | None) -> datetime:
    """The server's time by the best estimate there is; the phone's own clock where none was ever heard."""
    if known is None:
        return phone.clock.now()
    server = parse(known["server"])
    if known["boot"] == phone.boots:
        uptime: int = known["uptime_ms"]
        return server + phone.uptime() - uptime * MILLISECOND
    return server + (phone.clock.now() - parse(known["clock"]))
