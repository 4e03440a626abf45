"""The waiting time: how far the exam's resources have come, by the phone and by the record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conformance.bench.forms import Record
from reports.form import Text
from steps.checks.records import events
from steps.findings import Finding, View, join, quoted

WHOLE = 100


def resources_loaded(told: str, records: Sequence[Record]) -> Finding:
    """The platform has sent each part, and the phone says nothing less than all of them."""
    parts = events(records, "resource")
    sent = sorted(int(record.detail["part"]) for record in parts)
    all_sent = bool(sent) and sent == list(range(1, int(parts[0].detail["of"]) + 1))
    return Finding(
        all_sent and percent(told) in (None, WHOLE),
        Text("every part sent, and all of it on the phone", "各部分均已下载，主机显示下载完成"),
        join(quoted([told] if told else []), quoted(f"{part}" for part in sent)),
    )


def resources_to_come(exam: View, question: Sequence[str], told: str) -> Finding:
    """The question is there, and the phone says that less than all of the resources is."""
    share = percent(told)
    return Finding(
        exam.shown and bool(question) and share is not None and share < WHOLE,
        Text("the question, with less than all of the resources", "考题，以及未下载完的资源进度"),
        join(quoted(question), quoted([told] if told else [])),
    )


def percent(told: str) -> int | None:
    """The share that a text gives; None where it gives none."""
    found = re.search(r"(\d+) ?%", told)
    return int(found[1]) if found else None
