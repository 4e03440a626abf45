"""The two journals agree: what was acknowledged is on record, and what is on record was asked for or is the clock's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from conformance.load.audit.case import OVER, Case, clock
from conformance.load.audit.forms import Allowance, Breach, Record, instant
from conformance.load.told import Told
from reports.form import Text

FACTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "open": ("JOUR-01", ("opened",)),
    "enter": ("JOUR-01", ("entered",)),
    "face": ("JOUR-01", ("face_passed", "face_failed")),
    "photo": ("PHOT-06", ("photo",)),
    "answers": ("SUBM-07", ("answer",)),
    "submit": ("SUBM-09", ("submitted",)),
    "left": ("INTR-05", ("left", "flagged", *OVER)),
    "pair": ("PAIR-06", ("paired",)),
    "auxRecord": ("REC-02", ("aux_recording", "aux_resumed")),
    "auxResume": ("REC-06", ("aux_recording", "aux_resumed")),
    "auxStop": ("REC-05", ("aux_stopped",)),
    "auxSubmit": ("SUBM-09", ("aux_submitted",)),
    "uploadCreate": ("UPLD-11", ("upload_started",)),
}
"""What stands on record once an operation has been acknowledged, and the rule that is broken where it does not."""

ASKED: Mapping[str, tuple[str, ...]] = {
    "opened": ("open",),
    "entered": ("enter",),
    "face_passed": ("face",),
    "face_failed": ("face",),
    "left": ("left",),
    "terminated": ("left",),
    "returned": ("return",),
    "resource": ("resources",),
    "photo": ("photo",),
    "answer": ("answers",),
    "submitted": ("submit",),
    "paired": ("pair",),
    "aux_recording": ("auxRecord",),
    "aux_resumed": ("auxResume",),
    "aux_stopped": ("auxStop",),
    "aux_submitted": ("auxSubmit",),
    "upload_started": ("uploadCreate",),
    "upload_terminated": ("uploadTerminate",),
}
"""By what operations a fact comes about that is not the clock's."""
RULE_OF = {"submitted": "SUBM-05"} | {
    what: rule for rule, words in FACTS.values() for what in words if what not in OVER
}
KEYS = ("page", "sha256", "binding", "upload")


def lost(case: Case) -> Iterator[Breach]:
    """Nothing that was acknowledged is missing from the platform's records."""
    for one in case.told:
        rule, words = FACTS.get(one.op, ("", ()))
        if rule and one.accepted and not any(_same(fact, one) for fact in case.named(*words)):
            yield Breach(
                rule,
                Text(
                    f"{one.op} was acknowledged, and the platform has no record of it",
                    f"{one.op} 已获确认，平台却没有相应记录",
                ),
                (),
                (one,),
            )


def unasked(case: Case) -> Iterator[Breach]:
    """Nothing is on record that nobody asked for at that time."""
    if not case.allowance.whole:
        return
    ends = case.limits.at.aux_ends
    for fact in case.facts:
        operations = ASKED.get(fact.what, ())
        if not operations or (fact.what == "aux_stopped" and fact.at == ends):
            continue
        asked = [one for one in case.asked(*operations) if one.device == fact.device]
        if not any(_same(fact, one) and _within(fact, one, case) for one in asked):
            yield Breach(
                RULE_OF.get(fact.what, "JOUR-01"),
                Text(
                    f"{fact.what} is on record at {clock(fact.at)}, and nobody asked for it then",
                    f"{clock(fact.at)} 记录有 {fact.what}，而当时并无相应的请求",
                ),
                (fact,),
                tuple(asked[-3:]),
            )


def latest(case: Case) -> Iterator[Breach]:
    """The last photo of a page and the last answer that were acknowledged are the ones that stand."""
    groups: dict[tuple[str, Any], list[Told]] = {}
    for one in case.asked("photo", "answers"):
        groups.setdefault((one.op, one.detail.get("page")), []).append(one)
    for (operation, page), asked in groups.items():
        asked.sort(key=lambda one: one.sent)
        last = asked[-1]
        alone = all(other.answered is not None and other.answered < last.sent for other in asked[:-1])
        facts = [one for one in case.named("photo", "answer") if one.detail.get("page") == page]
        told = last.detail.get("sha256")
        if last.accepted and alone and told and facts and _digest(facts[-1]) != told:
            yield Breach(
                FACTS[operation][0],
                Text(
                    "what stands at the end is older than the last that was acknowledged",
                    "最终保留的内容早于最后一次获确认的内容",
                ),
                tuple(facts[-2:]),
                (last,),
            )


def stamped(one: Told, allowance: Allowance) -> Breach | None:
    """The instant that decided lies between the request and its answer, by the platform's clock as the load knows it."""
    at, sent, answered = instant(one.at), instant(one.sent), instant(one.answered)
    if at is None or sent is None or answered is None or one.op in NO_STAMP:
        return None
    if sent - allowance.clock <= at <= answered + allowance.clock:
        return None
    return Breach(
        "WAIT-05",
        Text(
            f"sent at {clock(sent)}, answered at {clock(answered)}, and stamped {clock(at)}",
            f"{clock(sent)} 发出、{clock(answered)} 收到答复的请求，平台记为 {clock(at)}",
        ),
        (),
        (one,),
    )


NO_STAMP = ("submit", "auxSubmit", "uploadBytes")
"""Whose answer tells when it was first accepted, or when its head had come."""


def _same(fact: Record, one: Told) -> bool:
    """Whether a fact is what was asked for, as far as both say what that is."""
    if fact.device != one.device and fact.what not in OVER:
        return False
    said = {**fact.detail, "sha256": _digest(fact)}
    return all(said.get(key) in (None, one.detail.get(key)) for key in KEYS if key in one.detail)


def _within(fact: Record, one: Told, case: Case) -> bool:
    """Whether a fact came about while the request was under way; one without an answer may have come late."""
    sent, answered, slack = instant(one.sent), instant(one.answered), case.allowance.clock
    if sent is None or fact.at < sent - slack:
        return False
    return answered is None or not one.status or fact.at <= answered + slack


def _digest(fact: Record) -> str | None:
    if fact.what == "answer":
        return hashlib.sha256(str(fact.detail.get("text", "")).encode()).hexdigest()
    return fact.detail.get("sha256")
