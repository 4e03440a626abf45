"""Checks of what film and photos show hold and fail on what they are about."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from conformance.bench.forms import Record
from conformance.inspect.finding import Finding as Measured
from conformance.inspect.finding import finding
from reports.form import Text
from steps import checks
from steps.findings import Finding

START = datetime(2023, 1, 12, 10, tzinfo=UTC)


def pages(good: bool | None) -> Measured:
    return finding("pages", good, Text("pages 1 (2.5 s)", "页面：1（2.5 秒）"))


def photo(page: int, *poor: str) -> Record:
    return Record(1, START, "photo", "s1", "a1", "d1", {"page": page, "quality": {"poor": list(poor)}})


HOLDS: list[Finding] = [
    checks.pages_seen(pages(True)),
    checks.pages_amiss(pages(False)),
    checks.remarked("照片不清晰，建议重拍", "照片不清晰"),
    checks.not_remarked(""),
    checks.photos_packed(["a", "b"], ["a", "b"]),
    checks.photo_recorded_as_poor(1, [photo(1), photo(1, "sharpness"), photo(2)]),
]

FAILS: list[Finding] = [
    checks.pages_seen(pages(False)),
    checks.pages_seen(pages(None)),
    checks.pages_amiss(pages(True)),
    checks.pages_amiss(pages(None)),
    checks.remarked("", "照片不清晰"),
    checks.remarked("光线过暗或过亮", "照片不清晰"),
    checks.not_remarked("照片不清晰"),
    checks.photos_packed(["b", "a"], ["a", "b"]),
    checks.photos_packed(["a"], ["a", "b"]),
    checks.photos_packed([], []),
    checks.photo_recorded_as_poor(1, [photo(1, "sharpness"), photo(1)]),
    checks.photo_recorded_as_poor(1, [photo(2, "sharpness")]),
]


@pytest.mark.parametrize("finding", HOLDS)
def test_holds(finding: Finding) -> None:
    assert finding.holds


@pytest.mark.parametrize("finding", FAILS)
def test_fails_and_says_what_was_seen(finding: Finding) -> None:
    assert not finding.holds
    assert finding.expected.en
    assert finding.expected.zh
    assert finding.seen.en
    assert finding.seen.zh
