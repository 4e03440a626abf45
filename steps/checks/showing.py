"""What film and photos show of the answer sheets, and what the phone says of a photo."""

from __future__ import annotations

from collections.abc import Sequence

from conformance.bench.forms import Record
from conformance.inspect.finding import Finding as Measured
from reports.form import Text
from steps.checks.records import events
from steps.findings import Finding, quoted


def pages_seen(measured: Measured) -> Finding:
    """The film shows every page that was photographed, in their order, each as long as the notice wants it."""
    return Finding(
        measured.good is True,
        Text(
            "every photographed page in its order, each for its time",
            "所拍各页按页序展示，且停留时间符合规定",
        ),
        measured.seen,
    )


def pages_amiss(measured: Measured) -> Finding:
    """The film shows the pages otherwise than the photos have them, or not long enough, or too long."""
    return Finding(
        measured.good is False,
        Text("a remark on the pages that the film shows", "指出录像所示页面不符"),
        measured.seen,
    )


def remarked(told: str, label: str) -> Finding:
    """The phone says this of the photo."""
    return Finding(label in told, quoted([label]), quoted([told] if told else []))


def not_remarked(told: str) -> Finding:
    """The phone has nothing to say against the photo."""
    return Finding(not told, Text("no remark", "没有提示"), quoted([told] if told else []))


def photos_packed(inside: Sequence[str], last: Sequence[str]) -> Finding:
    """What was handed in as photos is the last photo of each page, in the order of the sheet."""
    return Finding(
        bool(last) and list(inside) == list(last),
        quoted(digest[:12] for digest in last),
        quoted(digest[:12] for digest in inside),
    )


def photo_recorded_as_poor(page: int, records: Sequence[Record]) -> Finding:
    """The record has a photo of the page, taken and said to be poor, with what was measured."""
    found = [one.detail.get("quality", {}) for one in events(records, "photo") if one.detail["page"] == page]
    return Finding(
        bool(found) and bool(found[-1].get("poor")),
        Text(f"a photo of page {page} that is recorded as poor", f"第{page}页照片记录为质量欠佳"),
        quoted(map(str, found)),
    )
