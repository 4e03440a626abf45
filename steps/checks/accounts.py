"""Accounts: what the record says of them, and what the phone shows."""

from __future__ import annotations

from collections.abc import Sequence

from conformance.bench.forms import Record
from reports.form import Text
from steps.checks.records import events, tell
from steps.findings import Finding, View, join, quoted


def happened(word: str, records: Sequence[Record]) -> Finding:
    """The record has this word once."""
    found = events(records, word)
    return Finding(len(found) == 1, Text(f"one record “{word}”", f"有且仅有一条“{word}”记录"), tell(found))


def has_not_happened(word: str, records: Sequence[Record]) -> Finding:
    """The record does not have this word."""
    found = events(records, word)
    return Finding(not found, Text(f"no record “{word}”", f"没有“{word}”记录"), tell(found))


def refused_for(cause: str, records: Sequence[Record]) -> Finding:
    """The last thing that was refused was refused for this cause."""
    found = events(records, "refused")
    return Finding(
        bool(found) and found[-1].detail.get("cause") == cause,
        Text(f"a refusal with the cause “{cause}”", f"拒绝，原因为“{cause}”"),
        tell(found[-1:]),
    )


def not_offered(pending: bool, told: str = "") -> Finding:
    """Nothing is offered for confirmation."""
    return Finding(
        not pending,
        Text("no exam to confirm", "没有待确认的考试"),
        Text("an exam to confirm", "有待确认的考试") if pending else quoted([told] if told else []),
    )


def offered(pending: bool) -> Finding:
    """The candidate's major is offered for confirmation."""
    return Finding(
        pending, Text("an exam to confirm", "有待确认的考试"), quoted([]) if not pending else Text("it", "有")
    )


def practised(number: int, records: Sequence[Record]) -> Finding:
    """So many practices were begun and ended, none was refused, and nothing was submitted or sent."""
    course = [str(record.detail.get("event")) for record in events(records, "practised")]
    others = events(records, "refused", "submitted", "upload_started")
    return Finding(
        course == ["begun", "ended"] * number and not others,
        Text(
            f"{number} practices, nothing refused and nothing submitted",
            f"{number}次练习，没有拒绝，没有提交",
        ),
        tell([*events(records, "practised"), *others]),
    )


def listed_once(entries: Sequence[str]) -> Finding:
    """The list of exams has one entry of her major."""
    return Finding(
        len(entries) == 1, Text("one entry in the list", "列表中有且仅有一条记录"), quoted(entries)
    )


def number_shown(number: str, texts: Sequence[str]) -> Finding:
    """The admission number stands on the page."""
    return Finding(bool(number) and any(number in text for text in texts), quoted([number]), quoted(texts))


def numbers_differ(texts: Sequence[str]) -> Finding:
    """Each page gives an admission number, and no two the same."""
    return Finding(
        all(texts) and len(set(texts)) == len(texts),
        Text(f"{len(texts)} different numbers", f"{len(texts)}个不同的准考证号"),
        quoted(texts),
    )


def only_to_read(view: View, fields: Sequence[str]) -> Finding:
    """The page with the information is there, and none of it can be written into."""
    return Finding(
        view.shown and not fields,
        Text("the information, to be read only", "信息仅供查看"),
        join(quoted(view.texts), Text("; to be written into:", "，可填写："), quoted(fields)),
    )
