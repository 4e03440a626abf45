"""Photos, answers and submissions: inside their time, in their order, once, and the aux phone after the main phone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from conformance.load.audit.case import Case, clock
from conformance.load.audit.forms import Breach, Record, instant
from conformance.load.audit.limits import Limits
from conformance.load.told import Told
from reports.form import Text


def submitted_in_time(case: Case) -> Iterator[Breach]:
    """Photos and submission are taken from the end of the display until the countdown is over (C13)."""
    first, last = case.limits.closing_from, case.limits.at.photos_end
    rule = "SUBM-02" if case.limits.pages else "SUBM-07"
    for one in case.named("photo", "submitted"):
        if not first <= one.at < last:
            yield _outside(rule, one, first, last)


def answered_in_time(case: Case) -> Iterator[Breach]:
    """Answers are taken while answering lasts, and not in the time for reading."""
    at = case.limits.at
    for one in case.named("answer"):
        if not at.answering_begins <= one.at < at.ends:
            yield _outside("SUBM-07", one, at.answering_begins, at.ends)


def taken(one: Told, limits: Limits) -> Breach | None:
    """An answer that takes a photo or an answer bears a stamp inside its time, whatever is recorded of it."""
    spans = {
        "photo": ("SUBM-02", limits.closing_from, limits.at.photos_end),
        "answers": ("SUBM-07", limits.at.answering_begins, limits.at.ends),
    }
    at = instant(one.at) if one.op in spans and one.accepted else None
    if at is None:
        return None
    rule, first, last = spans[one.op]
    if first <= at < last:
        return None
    return Breach(
        rule,
        Text(
            f"{one.op} was taken at {clock(at)}; its time is {clock(first)} to {clock(last)}",
            f"{clock(at)} 接受了 {one.op}，规定时间为 {clock(first)} 至 {clock(last)}",
        ),
        (),
        (one,),
    )


def turned_away(case: Case) -> Iterator[Breach]:
    """Nobody is turned away for the time who came in it, by the stamp of the very request."""
    at, first = case.limits.at, case.limits.closing_from
    rule = "SUBM-02" if case.limits.pages else "SUBM-07"
    begins = datetime.min.replace(tzinfo=first.tzinfo)
    asked = [(rule, operation, "too_late", begins, at.photos_end) for operation in ("photo", "submit")]
    asked += [(rule, operation, "not_yet", first, at.photos_end) for operation in ("photo", "submit")]
    asked += [("SUBM-07", "answers", "too_late", begins, at.ends)]
    if at.aux_ends is not None:
        asked += [("REC-04", word, "too_late", begins, at.aux_ends) for word in ("aux_record", "aux_resume")]
    for broken, operation, cause, since, until in asked:
        for refused in case.refused(operation, cause):
            if since <= refused.at < until:
                yield _in_time(broken, refused, until)


def once(case: Case) -> Iterator[Breach]:
    """One submission of the main phone, and one of each aux phone."""
    done = list(case.named("submitted"))
    if len(done) > 1:
        yield Breach("SUBM-05", Text(f"{len(done)} submissions", f"产生了 {len(done)} 次提交"), tuple(done))
    of_aux: dict[str, list[Record]] = {}
    for one in case.named("aux_submitted"):
        of_aux.setdefault(str(one.detail.get("binding")), []).append(one)
    for several in of_aux.values():
        if len(several) > 1:
            yield Breach(
                "REC-12",
                Text(
                    f"{len(several)} submissions of one aux phone", f"同一部辅机产生了 {len(several)} 次提交"
                ),
                tuple(several),
            )


def pages(case: Case) -> Iterator[Breach]:
    """Page by page, and all of them before the submission."""
    seen: set[int] = set()
    for one in case.named("photo", "submitted"):
        if one.what == "photo":
            page = int(one.detail.get("page", 0))
            if page > len(seen) + 1:
                yield Breach(
                    "PHOT-03",
                    Text(
                        f"page {page} was taken before page {len(seen) + 1}",
                        f"第 {page} 页先于第 {len(seen) + 1} 页被接受",
                    ),
                    (*case.before(one, "photo"), one),
                )
            seen.add(page)
        elif len(seen) < case.limits.pages:
            yield Breach(
                "SUBM-01",
                Text(
                    f"submitted with {len(seen)} of {case.limits.pages} pages",
                    f"共 {case.limits.pages} 页，仅拍摄 {len(seen)} 页即接受提交",
                ),
                (*case.before(one, "photo"), one),
            )


def pages_there(case: Case) -> Iterator[Breach]:
    """Nobody is turned away for want of pages that the platform had accepted."""
    for refused in case.refused("submit", "pages_missing"):
        photos = case.before(refused, "photo")
        if len({one.detail.get("page") for one in photos}) >= case.limits.pages:
            yield Breach(
                "SUBM-01",
                Text(
                    "turned away for want of pages that had all been accepted",
                    "全部页面均已接受，却以缺页为由被拒绝",
                ),
                (*photos, refused),
            )


def unchanged(case: Case) -> Iterator[Breach]:
    """What has been submitted does not change."""
    done = case.submission
    for one in case.named("photo", "answer", "terminated", "failed", "not_submitted", "forfeited"):
        if done is not None and one.seq > done.seq:
            yield Breach(
                "SUBM-03",
                Text(f"{one.what} was recorded after the submission", f"提交之后又产生了 {one.what} 记录"),
                (done, one),
            )


def aux_after_main(case: Case) -> Iterator[Breach]:
    """The aux phone submits after the platform has accepted the main phone's submission, and is then let (C34)."""
    for one in case.named("aux_submitted"):
        if not case.before(one, "submitted"):
            yield Breach(
                "SUBM-04",
                Text("the aux phone submitted before the main phone", "辅机先于主机提交"),
                tuple(record for record in (one, case.submission) if record is not None),
            )
    for refused in case.refused("aux_submit", "main_not_submitted"):
        if done := case.before(refused, "submitted"):
            yield Breach(
                "SUBM-04",
                Text(
                    "the aux phone was turned away although the main phone had submitted",
                    "主机已提交，辅机却以主机尚未提交为由被拒绝",
                ),
                (*done, refused),
            )


def already(case: Case) -> Iterator[Breach]:
    """Who is told to have submitted has."""
    for refused in case.refused("submit", "already_submitted"):
        if not case.before(refused, "submitted"):
            yield Breach(
                "SUBM-09",
                Text("told to have submitted already, and had not", "尚未提交，却被告知已经提交"),
                (refused,),
            )


def _outside(rule: str, one: Record, first: datetime, last: datetime) -> Breach:
    return Breach(
        rule,
        Text(
            f"{one.what} was taken at {clock(one.at)}; its time is {clock(first)} to {clock(last)}",
            f"{clock(one.at)} 接受了 {one.what}，规定时间为 {clock(first)} 至 {clock(last)}",
        ),
        (one,),
    )


def _in_time(rule: str, one: Record, last: datetime) -> Breach:
    operation, cause = one.refusal
    return Breach(
        rule,
        Text(
            f"{operation} was turned away ({cause}) at {clock(one.at)}, in its time; that ends at {clock(last)}",
            f"{clock(one.at)} 的 {operation} 在规定时间内（截止 {clock(last)}），却被拒绝（{cause}）",
        ),
        (one,),
    )
