"""Answer sheets to be printed: one PDF for each subject, A4 upright, its pages and then its draft paper (R049 to R052).

The header is where contracts/answer-sheet.toml has it. The glyphs are those of the reader's own Chinese font.
"""

import io
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import contracts
from conformance.season import Season, Subject

POINTS_AN_INCH = 72
FONT = "STSong-Light"
STAVES = range(250, 1600, 117)
GAP = 14


@cache
def layout() -> Mapping[str, Any]:
    """The contract, in its dots."""
    return tomllib.loads(contracts.text("answer-sheet.toml"))


def pdf(season: Season, subject: Subject) -> bytes:
    """The whole document of a subject; the same bytes each time. ValueError for one without answer sheets."""
    if not subject.has_sheet:
        raise ValueError(f"{subject.id} has no answer sheet")
    file = io.BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    canvas = Canvas(file, pagesize=A4, invariant=1)
    canvas.setTitle(f"{season.major(subject.major).name} {subject.name} 答题纸")
    for page in range(1, subject.pages + 1):
        _answer_page(canvas, season, subject, page)
    for page in range(1, layout()["draft_pages"] + 1):
        _draft_page(canvas, season, subject, page)
    canvas.save()
    return file.getvalue()


def _answer_page(canvas: Canvas, season: Season, subject: Subject, page: int) -> None:
    _write(canvas, 110, 54, f"{season.title['zh']}", 26)
    _write(canvas, 110, 108, f"答题纸（{subject.name}）", 44)
    _write(canvas, 850, 108, f"第 {page} 页，共 {subject.pages} 页", 30)
    for field in layout()["fields"]:
        _write(canvas, field["label"], 166, field["name"], 32)
        _line(canvas, field["left"], field["right"], field["base"] + 2)
    for top in STAVES:
        for number in range(5):
            _line(canvas, 110, 1130, top + number * GAP)
    _finish(canvas)


def _draft_page(canvas: Canvas, season: Season, subject: Subject, page: int) -> None:
    _write(canvas, 110, 54, f"{season.title['zh']}", 26)
    _write(canvas, 110, 108, f"草稿纸（{subject.name}）", 44)
    _write(canvas, 850, 108, f"第 {page} 页", 30)
    _finish(canvas)


def _finish(canvas: Canvas) -> None:
    frame = layout()["frame"]
    left, top, right, bottom = (frame[edge] for edge in ("left", "top", "right", "bottom"))
    canvas.setLineWidth(1.4)
    canvas.rect(*_at(left, bottom), _points(right - left), _points(bottom - top))
    canvas.showPage()


def _write(canvas: Canvas, x: int, y: int, words: str, size: int) -> None:
    canvas.setFont(FONT, _points(size))
    canvas.drawString(*_at(x, y), words)


def _line(canvas: Canvas, left: int, right: int, y: int) -> None:
    canvas.setLineWidth(0.5)
    canvas.line(*_at(left, y), *_at(right, y))


def _at(x: int, y: int) -> tuple[float, float]:
    """Dots from the upper left as points from the lower left."""
    return _points(x), A4[1] - _points(y)


def _points(dots: int) -> float:
    return float(dots * POINTS_AN_INCH / layout()["dots_an_inch"])
