"""Documents read back: pages, their size, their words; what is no document has no pages."""

from __future__ import annotations

import base64

import pytest

from conformance.paperwork import Page, pages
from conformance.season import load
from simulators.around import sheets

SEASON = load("zjcm-2023")


def test_a_document_is_read_as_it_was_printed() -> None:
    pdf = base64.b64encode(sheets.pdf(SEASON, SEASON.subject("song"))).decode()
    found = pages(pdf)
    assert [page.is_a4 for page in found] == [True] * 3
    assert ["草稿纸" in page.text for page in found] == [False, False, True]


@pytest.mark.parametrize("pdf", ["", "no base64 ÿ", base64.b64encode(b"no document").decode()])
def test_what_is_no_document_has_no_pages(pdf: str) -> None:
    assert pages(pdf) == []


@pytest.mark.parametrize(
    ("width", "height", "good"), [(595, 842, True), (598, 842, True), (599, 842, False), (842, 595, False)]
)
def test_a4_is_upright_and_to_the_millimetre(width: float, height: float, good: bool) -> None:
    assert Page(width, height, "").is_a4 is good
