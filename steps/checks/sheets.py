"""Pages of an answer sheet, by the record."""

from __future__ import annotations

from collections.abc import Sequence

from conformance.bench.forms import Record
from reports.form import Text
from steps.checks.records import events
from steps.findings import Finding, quoted


def pages(records: Sequence[Record]) -> list[int]:
    """The pages recorded, in the order in which they came."""
    return [int(record.detail["page"]) for record in events(records, "photo")]


def pages_recorded(wanted: Sequence[int], records: Sequence[Record]) -> Finding:
    """These pages and no others, in this order, each with a picture of its own."""
    pictures = [record.detail.get("sha256") for record in events(records, "photo")]
    return Finding(
        pages(records) == list(wanted) and len(set(pictures)) == len(pictures),
        Text(f"photos of the pages {list(wanted)} in this order", f"依次记录第{list(wanted)}页的照片"),
        quoted(map(str, pages(records))),
    )


def no_page_changed(records: Sequence[Record]) -> Finding:
    """No photo was recorded."""
    return Finding(
        not pages(records),
        Text("no further photo in the record", "没有新的照片记录"),
        quoted(map(str, pages(records))),
    )


def page_taken_again(page: int, everything: Sequence[Record], latest: Sequence[Record]) -> Finding:
    """The latest records hold this page once, with another picture than before."""
    digests = [
        str(record.detail.get("sha256"))
        for record in events(everything, "photo")
        if record.detail["page"] == page
    ]
    return Finding(
        pages(latest) == [page] and len(set(digests)) == len(digests) == 2,
        Text(
            f"one more photo, of page {page}, that differs from the first",
            f"仅新增第{page}页的一张照片，与此前不同",
        ),
        quoted([*map(str, pages(latest)), *digests]),
    )
