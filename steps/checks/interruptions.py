"""What the record and the phone say of an exam that was interrupted, failed, or left."""

from __future__ import annotations

from collections.abc import Sequence

from conformance.bench.forms import Record, Review
from reports.form import Text
from steps.checks.records import events, tell
from steps.checks.screens import SHOWS
from steps.findings import Behaviour, Finding, View, join, quoted

ENDS = ("failed", "terminated", "forfeited", "not_submitted")
"""How the record says that an exam ended before it was submitted."""


def goes_on(view: View, question: Sequence[str], records: Sequence[Record]) -> Finding:
    """The question is on the phone, and the record knows of no end."""
    ended = events(records, *ENDS)
    return Finding(
        view.shown and bool(question) and not ended,
        Text(
            "the page of the exam with its question, and no end in the record",
            "考试页面显示考题，且没有考试终结的记录",
        ),
        join(SHOWS, quoted(view.texts), Text("and in the record:", "，平台记录："), tell(ended)),
    )


def going_on_by_the_record(records: Sequence[Record]) -> Finding:
    """The record has a return after the last interruption, and no end."""
    course = [record.what for record in events(records, "interrupted", "returned", *ENDS)]
    return Finding(
        course[-2:] == ["interrupted", "returned"] and not events(records, *ENDS),
        Text("an interruption, then the return, and no end", "中断后返回，且没有考试终结的记录"),
        tell(events(records, "interrupted", "returned", *ENDS)),
    )


def interruptions_counted(number: int, records: Sequence[Record]) -> Finding:
    """The record has so many interruptions."""
    found = events(records, "interrupted")
    return Finding(
        len(found) == number,
        Text(f"{number} records “interrupted”", f"“interrupted”记录{number}条"),
        tell(found),
    )


def failed(records: Sequence[Record]) -> Finding:
    """The record says once that the exam failed, after an interruption, and has no other end and no return from it."""
    course = [record.what for record in events(records, "interrupted", "returned", *ENDS)]
    return Finding(
        course[-2:] == ["interrupted", "failed"] and len(events(records, *ENDS)) == 1,
        Text("an interruption and then one record “failed”", "中断之后有且仅有一条“failed”记录"),
        tell(events(records, "interrupted", "returned", *ENDS)),
    )


def terminated(records: Sequence[Record]) -> Finding:
    """The record says once that the exam was terminated, and has no other end."""
    return Finding(
        [record.what for record in events(records, *ENDS)] == ["terminated"],
        Text("one record “terminated” and no other end", "有且仅有一条“terminated”记录"),
        tell(events(records, *ENDS)),
    )


def capture_met(records: Sequence[Record], flags: Sequence[Review]) -> Behaviour:
    """What a capture of the screen led to: `shown` to the reviewer, `terminated`, or neither of them alone."""
    ends = [record.what for record in events(records, *ENDS)]
    shown = bool(events(records, "flagged")) and bool(flags) and not ends
    seen = join(
        tell(events(records, "flagged", *ENDS)),
        Text("; at the review desk:", "；待审核："),
        quoted(f"{one.kind} {one.detail.get('cause', '')}".strip() for one in flags),
    )
    return Behaviour("terminated" if ends == ["terminated"] else "shown" if shown else "", seen)


def told_of_the_end(view: View, question: Sequence[str], label: str) -> Finding:
    """The phone names the end, and nothing of the question is left on it."""
    told = any(label in text for text in view.texts)
    return Finding(
        told and not question,
        Text(f"“{label}” on the phone and no question", f"手机显示“{label}”，不再显示考题"),
        join(SHOWS, quoted(view.texts)),
    )
