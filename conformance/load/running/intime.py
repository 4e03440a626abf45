"""Whether a platform's clock stands where a day can begin."""

from __future__ import annotations

from conformance.load.bench import Bench, Silent
from conformance.load.pace import Part
from conformance.saying import Stopped
from reports.form import Text

LONGEST_S = 900.0
"""Wall seconds for which a run waits for its day to begin."""
NO_CLOCK = Text("the bench does not tell the platform's time", "测试台未能给出平台时间")


def in_time(bench: Bench, parts: tuple[Part, ...]) -> None:
    """Stopped where the first part of the day is over already, or is too far away."""
    try:
        shown = bench.clock()
    except Silent as fault:
        raise Stopped(NO_CLOCK, str(fault)) from fault
    first = parts[0]
    early = (first.begins - shown.now).total_seconds() / shown.rate
    if shown.now < first.ends and early <= LONGEST_S:
        return
    now, begins = (at.isoformat(timespec="seconds") for at in (shown.now, first.begins))
    raise Stopped(
        Text(
            f"the platform's clock stands at {now}; the day of this plan begins at {begins}",
            f"平台时间为 {now}，而本方案的演练自 {begins} 开始",
        )
    )
