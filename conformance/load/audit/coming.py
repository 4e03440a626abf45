"""Coming in: nobody early, nobody late, nobody locked out in time, and never before the aux phone records (WAIT)."""

from __future__ import annotations

from collections.abc import Iterator

from conformance.load.audit.case import Case, clock
from conformance.load.audit.forms import Breach, Record, instant
from conformance.load.audit.limits import Limits
from conformance.load.told import Told
from reports.form import Text


def window(case: Case) -> Iterator[Breach]:
    """Who was let in came between the opening and the start; the start itself is too late (C05, C06)."""
    at = case.limits.at
    for entered in case.named("entered"):
        if entered.at < at.waiting_opens:
            yield Breach(
                "WAIT-01",
                Text(
                    f"let in at {clock(entered.at)}; the waiting room opens at {clock(at.waiting_opens)}",
                    f"{clock(entered.at)} 即准予进入，而候考室 {clock(at.waiting_opens)} 才开放",
                ),
                (entered,),
            )
        if entered.at >= at.closes:
            yield Breach(
                "WAIT-02",
                Text(
                    f"let in at {clock(entered.at)}; from {clock(at.closes)} on nobody is",
                    f"{clock(entered.at)} 仍准予进入，而自 {clock(at.closes)} 起不得再进入",
                ),
                (entered,),
            )


def let_in(one: Told, limits: Limits) -> Breach | None:
    """An answer that lets somebody in bears a stamp inside the window, whatever is recorded of it."""
    at = instant(one.at) if one.op == "enter" and one.accepted else None
    if at is None or limits.at.waiting_opens <= at < limits.at.closes:
        return None
    return Breach(
        "WAIT-01" if at < limits.at.waiting_opens else "WAIT-02",
        Text(
            f"told to come in at {clock(at)}; one comes in from {clock(limits.at.waiting_opens)} to {clock(limits.at.closes)}",
            f"{clock(at)} 答复准予进入，规定时间为 {clock(limits.at.waiting_opens)} 至 {clock(limits.at.closes)}",
        ),
        (),
        (one,),
    )


def locked_out(case: Case) -> Iterator[Breach]:
    """Who was turned away for the time came at a wrong time, by the stamp of the request that was turned away."""
    at = case.limits.at
    for operation in ("enter", "face"):
        for late in case.refused(operation, "too_late"):
            if late.at < at.closes:
                yield Breach(
                    "WAIT-12",
                    Text(
                        f"turned away as too late at {clock(late.at)}, before {clock(at.closes)}",
                        f"{clock(late.at)} 到达，早于 {clock(at.closes)}，却以逾时为由被拒绝",
                    ),
                    (late,),
                )
    for early in case.refused("enter", "too_early"):
        if early.at >= at.waiting_opens:
            yield Breach(
                "WAIT-01",
                Text(
                    f"turned away as too early at {clock(early.at)}; the waiting room opens at {clock(at.waiting_opens)}",
                    f"{clock(early.at)} 到达，候考室 {clock(at.waiting_opens)} 已开放，却以未到时间为由被拒绝",
                ),
                (early,),
            )


def aux_first(case: Case) -> Iterator[Breach]:
    """The main phone comes in where an aux phone records, and where one does it is not turned away for want of it."""
    if not case.limits.phones:
        return
    for entered in case.named("entered"):
        if not recording(case, entered):
            yield Breach(
                "WAIT-09",
                Text("let in although no aux phone recorded", "没有辅机处于录制状态，却准予进入"),
                (entered,),
            )
    for refused in case.refused("enter", "aux_not_recording"):
        if running := recording(case, refused):
            yield Breach(
                "WAIT-09",
                Text(
                    "turned away for want of an aux phone, while one recorded",
                    "已有辅机处于录制状态，却以辅机未录制为由被拒绝",
                ),
                (*running, refused),
            )


def face_first(case: Case) -> Iterator[Breach]:
    """The exam starts for those who passed the face check and have not left the waiting room since."""
    for started in case.named("started"):
        way = case.before(started, "entered", "face_passed", "left")
        if not way or way[-1].what != "face_passed":
            yield Breach(
                "WAIT-11",
                Text("the exam started for somebody who does not wait", "考生不在候考室，考试却已开始"),
                (*way[-1:], started),
            )


def recording(case: Case, before: Record) -> list[Record]:
    """By what the aux phones that record just before a record began to do so."""
    running: dict[str, Record] = {}
    for one in case.before(before, "aux_recording", "aux_resumed", "aux_stopped", "aux_submitted"):
        binding = str(one.detail.get("binding"))
        if one.what in ("aux_recording", "aux_resumed"):
            running[binding] = one
        else:
            running.pop(binding, None)
    ends = case.limits.at.aux_ends
    return list(running.values()) if ends is None or before.at < ends else []
