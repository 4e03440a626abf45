"""What the clock decides, at the instants of the published season and for whom it must (WAIT-07, CONF-06)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from conformance.load.audit.case import OVER, Case, clock
from conformance.load.audit.forms import Breach, instant
from conformance.load.audit.interrupting import BEAT
from conformance.load.audit.limits import Limits
from conformance.load.told import Told
from reports.form import Text


def instants(limits: Limits) -> Mapping[str, datetime]:
    """When each fact of the clock is due."""
    at = limits.at
    due = {"started": at.starts, "photos_opened": limits.closing_from, "not_submitted": at.photos_end}
    due |= {"displayed": at.ends} if at.display_ends else {}
    due |= {"answering_opened": at.answering_begins} if at.answering_begins != at.starts else {}
    return due | ({} if limits.forfeits else {"forfeited": at.closes})


RULES = {
    "started": "WAIT-07",
    "forfeited": "WAIT-02",
    "not_submitted": "SUBM-02",
    "answering_opened": "VAR-03",
}


def on_time(case: Case) -> Iterator[Breach]:
    """Each of them happens at its instant, for everybody the same, and once."""
    for what, due in instants(case.limits).items():
        found = list(case.named(what))
        if len(found) > 1 or any(one.at != due for one in found):
            said = "、".join(clock(one.at) for one in found)
            yield Breach(
                RULES.get(what, "DISP-01"),
                Text(
                    f"{what} at {said.replace('、', ', ')}; it is due at {clock(due)}",
                    f"{what} 记录于 {said}，应为 {clock(due)}",
                ),
                tuple(found),
            )


def started(case: Case) -> Iterator[Breach]:
    """Whoever waits at the start begins, and nobody who waited is said to have given up."""
    way = [one for one in case.named("entered", "face_passed", "left") if one.at < case.limits.at.starts]
    waiting = bool(way) and way[-1].what == "face_passed"
    begun, gone = next(case.named("started"), None), next(case.named("forfeited"), None)
    if not waiting or begun is not None or not case.decided(case.limits.at.starts):
        return
    if gone is None:
        yield Breach(
            "WAIT-07",
            Text("waited, and the exam never started", "考生在候考室，考试却始终未开始"),
            tuple(way),
        )
    elif (beat := _last_beat(case)) is not None and beat[0] + case.allowance.silence > case.limits.at.starts:
        yield Breach(
            "WAIT-12",
            Text(
                f"counted as absent although the phone was heard at {clock(beat[0])}",
                f"{clock(beat[0])} 仍收到手机通信，却视为弃考",
            ),
            (*way, gone),
            (beat[1],),
        )


def ended(case: Case) -> Iterator[Breach]:
    """Whoever came in has one outcome, once the countdown is over."""
    if not any(case.named("started")) or not case.decided(case.limits.at.photos_end):
        return
    ends = list(case.named(*OVER))
    if len(ends) != 1:
        yield Breach(
            "SUBM-05",
            Text(
                f"{len(ends)} outcomes of one exam: {', '.join(one.what for one in ends) or 'none'}",
                f"一场考试产生了 {len(ends)} 个结果：{'、'.join(one.what for one in ends) or '无'}",
            ),
            tuple(ends),
        )


def _last_beat(case: Case) -> tuple[datetime, Told] | None:
    """The last beat that was heard before the start."""
    heard = ((instant(one.at), one) for one in case.accepted(BEAT))
    before = [(at, one) for at, one in heard if at is not None and at < case.limits.at.starts]
    return max(before, key=lambda beat: beat[0], default=None)
