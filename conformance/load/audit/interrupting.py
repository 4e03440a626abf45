"""Interruptions: who comes back in time goes on, who does not has failed, and each is counted once (INTR)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from conformance.load.audit.case import Case, clock
from conformance.load.audit.forms import Breach, Record, instant
from conformance.load.told import Told
from reports.form import Text

BEAT = "heartbeat"
REFUSED = range(400, 500)
"""Answers after which nothing has changed."""
TRYING = range(500, 600)
"""Answers to a phone that was there, while the platform was not."""


def pairs(case: Case) -> Iterator[tuple[Record, Record | None]]:
    """Each interruption with the return that ended it; None where nobody came back."""
    for one in case.named("interrupted"):
        after = next((back for back in case.named("returned", "interrupted") if back.seq > one.seq), None)
        yield one, after if after is not None and after.what == "returned" else None


def counted(case: Case) -> Iterator[Breach]:
    """One interruption is counted once, and only while something is answered."""
    at = case.limits.at
    for one, back in pairs(case):
        again = next((other for other in case.named("interrupted") if other.seq > one.seq), None)
        if again is not None and back is None:
            yield Breach(
                "INTR-04",
                Text("one interruption was counted twice", "同一次中断被重复计次"),
                (one, again),
            )
        if not at.starts <= one.at < at.ends:
            yield Breach(
                "INTR-04",
                Text(
                    f"an interruption was counted at {clock(one.at)}, while nothing was answered",
                    f"{clock(one.at)} 不在答题期间，却计入中断",
                ),
                (one,),
            )


def told_again(case: Case) -> Iterator[Breach]:
    """A return ends one interruption, however often its phone tells it."""
    facts = list(case.named("interrupted", "returned"))
    ended = sum(one.what == "returned" for one in facts)
    asked = [one for one in case.asked("return") if one.status not in REFUSED]
    returns = len({one.detail.get("key", one.sent) for one in asked})
    if case.allowance.whole and ended > returns:
        yield Breach(
            "INTR-04",
            Text(
                f"{ended} interruptions were counted for {returns} returns",
                f"返回考试 {returns} 次，却计为 {ended} 次中断",
            ),
            tuple(facts),
            tuple(asked[-4:]),
        )


def failed(case: Case) -> Iterator[Breach]:
    """An exam fails by an interruption that was too long, or one too many, or where a season says so a second login."""
    word = "forfeited" if case.limits.forfeits else "failed"
    cuts = list(pairs(case))
    for end in case.named(word):
        if end.detail.get("cause") == "second_device" and case.limits.second_login_fails:
            continue
        if word == "forfeited" and end.at == case.limits.at.closes:
            continue
        before = [cut for cut in cuts if cut[0].at <= end.at]
        if end.detail.get("cause") == "too_many_interruptions" and len(before) > case.limits.interruptions:
            continue
        last, back = before[-1] if before else (None, None)
        if (
            last is None
            or end.at - last.at < case.limits.interruption
            or (back and in_time(case, last, back))
        ):
            yield Breach(
                "INTR-01",
                Text(
                    "the exam failed although no interruption was too long and there were not too many",
                    "中断时长和次数均未超过规定，考试却判为失败",
                ),
                (*(one for pair in before for one in pair if one is not None), end),
            )


def too_long(case: Case) -> Iterator[Breach]:
    """Who came back after longer than is allowed does not go on."""
    for one, back in pairs(case):
        if back is not None and not in_time(case, one, back) and back.at < case.limits.at.ends:
            yield Breach(
                "INTR-03",
                Text(
                    f"let back after {(back.at - one.at).total_seconds():.3f} s; the limit is {seconds(case)} s",
                    f"中断 {(back.at - one.at).total_seconds():.3f} 秒后仍准予返回，规定时限为 {seconds(case)} 秒",
                ),
                (one, back),
            )


def too_many(case: Case) -> Iterator[Breach]:
    """One interruption more than is allowed ends the exam."""
    cuts = list(case.named("interrupted"))
    over = next(case.named("failed", "forfeited"), None)
    if len(cuts) > case.limits.interruptions and over is None and case.decided(cuts[-1].at):
        yield Breach(
            "INTR-04",
            Text(
                f"{len(cuts)} interruptions, and the exam went on; {case.limits.interruptions} are allowed",
                f"中断 {len(cuts)} 次，考试仍在继续；规定不得超过 {case.limits.interruptions} 次",
            ),
            tuple(cuts),
        )


def never_back(case: Case) -> Iterator[Breach]:
    """Who never came back has failed, unless the exam's end was nearer than the limit (C62)."""
    for one, back in pairs(case):
        limit = one.at + case.limits.interruption
        over = any(case.named("failed", "forfeited", "terminated"))
        if back is None and limit < case.limits.at.ends and case.decided(limit) and not over:
            yield Breach(
                "INTR-03",
                Text("nobody came back, and the exam did not fail", "考生未返回，考试却未判为失败"),
                (one,),
            )


def heard(case: Case) -> Iterator[Breach]:
    """No interruption is counted for silence while the phone was heard, or spoke to a platform that did not listen."""
    silence = case.allowance.silence
    for cut in case.named("interrupted"):
        if cut.detail.get("noticed") != "silence" or cut.at <= case.limits.at.starts:
            continue
        until = cut.at + silence
        between = [one for one in case.asked(BEAT) if (at := spoke(one)) and cut.at < at < until]
        if between:
            yield Breach(
                "INTR-04",
                Text(
                    f"interrupted for silence since {clock(cut.at)}, while the phone spoke",
                    f"自 {clock(cut.at)} 起因无响应计为中断，而手机在此期间仍有通信",
                ),
                (cut,),
                tuple(between[:4]),
            )


def spoke(beat: Told) -> datetime | None:
    """When the phone was heard, or spoke to a platform that did not listen; None where nothing came of it."""
    if beat.accepted:
        return instant(beat.at)
    return instant(beat.sent) if beat.status in TRYING else None


def in_time(case: Case, cut: Record, back: Record) -> bool:
    """Whether somebody came back within the limit, whose last instant still holds (C04)."""
    return back.at - cut.at <= case.limits.interruption


def seconds(case: Case) -> int:
    """The limit of one interruption."""
    return int(case.limits.interruption.total_seconds())
