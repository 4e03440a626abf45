"""The pairing code: as many phones as the season says, none fewer, each counted once (PAIR)."""

from __future__ import annotations

from collections.abc import Iterator

from conformance.load.audit.case import OVER, Case
from conformance.load.audit.forms import Breach, Record
from conformance.load.told import Told
from reports.form import Text


def places(case: Case) -> Iterator[Breach]:
    """No phone more than the code admits, no phone twice, and the places counted from one on."""
    seen: dict[str | None, int] = {}
    for number, paired in enumerate(case.named("paired"), 1):
        if paired.device in seen:
            yield Breach(
                "PAIR-02",
                Text("the same phone took another place", "同一部手机再次占用名额"),
                tuple(one for one in case.named("paired") if one.device == paired.device),
                tuple(one for one in case.asked("pair") if one.device == paired.device),
            )
        seen[paired.device] = number
        if number > case.limits.phones:
            yield Breach(
                "PAIR-03",
                Text(
                    f"phone {number} was let in by a code that admits {case.limits.phones}",
                    f"该二维码仅供 {case.limits.phones} 部手机扫描，却接受了第 {number} 部",
                ),
                tuple(case.named("paired")),
                tuple(case.accepted("pair")),
            )
        if paired.detail.get("nth") != number:
            yield Breach(
                "PAIR-06",
                Text(
                    f"phone {number} is on record as phone {paired.detail.get('nth')}",
                    f"第 {number} 部手机在记录中为第 {paired.detail.get('nth')} 部",
                ),
                tuple(case.named("paired")),
                tuple(case.accepted("pair")),
            )


def turned_away(case: Case) -> Iterator[Breach]:
    """Nobody is turned away by a code with places left, nor by one that is shown and not over."""
    for refused in case.refused("pair", "code_full"):
        taken = case.before(refused, "paired")
        if len(taken) < case.limits.phones:
            yield Breach(
                "PAIR-01",
                Text(
                    f"turned away as full with {len(taken)} of {case.limits.phones} places taken",
                    f"{case.limits.phones} 个名额仅占用 {len(taken)} 个，却以名额已满为由被拒绝",
                ),
                (*taken, refused),
                _asked(case, refused),
            )
    for refused in case.refused("pair", "code_unknown"):
        if opened := case.before(refused, "opened"):
            yield Breach(
                "PAIR-08",
                Text(
                    "turned away as unknown although the exam page had shown the code",
                    "考试页面已显示该二维码，却以二维码无效为由被拒绝",
                ),
                (*opened[:1], refused),
                _asked(case, refused),
            )


def over(case: Case) -> Iterator[Breach]:
    """A code closes with its exam, and not before."""
    end = next(case.named(*OVER), None)
    for paired in case.named("paired"):
        after = end is not None and paired.at > end.at and paired.seq > end.seq
        if after or (case.limits.fixed and paired.at >= case.limits.at.photos_end):
            yield Breach(
                "PAIR-08",
                Text("let in by the code of an exam that was over", "考试已结束，二维码仍接受手机"),
                tuple(one for one in (end, paired) if one is not None),
                _asked(case, paired),
            )


def closed_early(case: Case) -> Iterator[Breach]:
    """Asked once all is known that the clock decides."""
    for refused in case.refused("pair", "code_closed"):
        end = next((one for one in case.named(*OVER) if one.at <= refused.at), None)
        if end is None and case.decided(refused.at):
            yield Breach(
                "PAIR-08",
                Text(
                    "turned away as over although the exam was not",
                    "考试尚未结束，却以二维码已失效为由被拒绝",
                ),
                (refused,),
                _asked(case, refused),
            )


def _asked(case: Case, record: Record) -> tuple[Told, ...]:
    """What the phone of a record asked of the code."""
    return tuple(one for one in case.asked("pair") if one.device == record.device)
