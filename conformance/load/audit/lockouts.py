"""Who came in time and was kept out because the platform did not answer, or answered that it could not (WAIT-12, SUBM-02)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from conformance.load.audit.case import OVER, Case, clock
from conformance.load.audit.forms import Breach, instant
from conformance.load.told import Told
from reports.form import Text

NO_FAULT = ("too_late", "too_early")
"""Refusals that do not say that somebody did something wrong."""


def kept_out(case: Case) -> Iterator[Breach]:
    """Asked to come in before the start, was put off, and never came in."""
    at = case.limits.at
    if not any(case.named("entered")):
        yield from _put_off(case, "enter", at.waiting_opens, at.closes, "WAIT-12")


def kept_from_submitting(case: Case) -> Iterator[Breach]:
    """Asked to hand in before the countdown was over, was put off, and never handed in."""
    if any(case.named(*(word for word in OVER if word != "not_submitted"))):
        return
    rule = "SUBM-02" if case.limits.pages else "SUBM-07"
    for operation in ("photo", "submit") if case.limits.pages else ("submit",):
        yield from _put_off(case, operation, case.limits.closing_from, case.limits.at.photos_end, rule)


def _put_off(case: Case, operation: str, first: datetime, last: datetime, rule: str) -> Iterator[Breach]:
    asked = list(case.asked(operation))
    if any(one.accepted or _own_fault(one) for one in asked):
        return
    in_time = [one for one in asked if (sent := instant(one.sent)) and first <= sent < last]
    if put_off := [one for one in in_time if unanswered(one, case)]:
        yield Breach(
            rule,
            Text(
                f"asked at {clock(instant(put_off[0].sent))}, before {clock(last)}, was put off"
                f" {len(put_off)} times and never let",
                f"{clock(instant(put_off[0].sent))} 即已请求，早于 {clock(last)}，平台 {len(put_off)} 次未予受理，最终未获准许",
            ),
            (),
            tuple(put_off[:4]),
        )


def unanswered(one: Told, case: Case) -> bool:
    """Whether it was the platform that did not do its part; a phone on a spoilt network may have been cut off by that."""
    if one.status == 0:
        return one.cohort not in case.allowance.spoilt
    return one.status == 429 or one.status >= 500


def _own_fault(one: Told) -> bool:
    return 400 <= one.status < 500 and one.status != 429 and one.cause not in NO_FAULT
