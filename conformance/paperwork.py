"""A document that was downloaded, read back: how many pages, how large, and what is printed on them."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.errors import PyPdfError

A4 = (595, 842)
"""Points: 210 by 297 mm."""
TOLERANCE = 3
"""Points by which a page may differ, as printers do: a millimetre."""


@dataclass(frozen=True, slots=True)
class Page:
    """Width and height in points, and the words on it."""

    width: float
    height: float
    text: str

    @property
    def is_a4(self) -> bool:
        """Upright A4, to the millimetre."""
        return abs(self.width - A4[0]) <= TOLERANCE and abs(self.height - A4[1]) <= TOLERANCE


def pages(pdf: str) -> list[Page]:
    """The pages of a PDF in base64, in order; none where it is no PDF."""
    try:
        read = PdfReader(io.BytesIO(base64.b64decode(pdf))).pages
        return [
            Page(float(one.mediabox.width), float(one.mediabox.height), one.extract_text()) for one in read
        ]
    except (PyPdfError, ValueError):
        return []
