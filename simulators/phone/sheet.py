"""An answer sheet as paper: header with the fields that a candidate fills in, page number, staves with notes. A4."""

import tomllib
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any, Literal

import cv2
import numpy as np

import contracts
from simulators.core.chance import Chance
from simulators.phone.lettering import FONT
from simulators.phone.scanner import Frame

LAYOUT: Mapping[str, Any] = tomllib.loads(contracts.text("answer-sheet.toml"))
"""Where the school's paper has its header (R101 to R103)."""
Field = Literal["major", "name", "admission_number"]
Ink = Literal["black", "blue", "pencil"]
FIELDS: tuple[Field, ...] = ("major", "name", "admission_number")
WIDTH, HEIGHT = LAYOUT["width"], LAYOUT["height"]
"""A4 at 150 dots an inch."""
WIDTH_CM = 21.0
MARGIN = 110
STAVES = 12
GAP = 14
"""Pixels between two lines of a staff; a note is as high as that."""
PAPER, LINE, PEN, FRAME = (212, 216, 217), (104, 96, 90), (46, 34, 30), (140, 130, 124)


INKS: Mapping[Ink, tuple[int, int, int]] = {"black": PEN, "blue": (178, 62, 34), "pencil": (146, 142, 140)}


@lru_cache(maxsize=6)
def face(page: int, hand: str, header: Collection[Field] = FIELDS, ink: Ink = "black") -> Frame:
    """Page `page` as `hand` has written it, read only, (HEIGHT, WIDTH, 3) in blue, green, red.

    `header` has the fields that are filled in, `ink` is that of what they were written with.
    """
    paper: Frame = np.full((HEIGHT, WIDTH, 3), PAPER, np.uint8)
    cv2.putText(paper, "答题纸", (MARGIN, 104), PEN, FONT, 58, 700)
    cv2.putText(paper, f"第 {page} 页", (WIDTH - MARGIN - 190, 104), PEN, FONT, 44, 600)
    cv2.rectangle(paper, (MARGIN - 30, 190), (WIDTH - MARGIN + 30, HEIGHT - 90), FRAME, 3, cv2.LINE_AA)
    for field in LAYOUT["fields"]:
        _field(paper, field)
        if field["id"] in header:
            _fill(paper, field, Chance(f"header {hand} {field['name']}"), INKS[ink])
    draws = Chance(f"sheet {hand} {page}").random
    for staff in range(STAVES):
        top = 250 + staff * 117
        _staff(paper, top)
        for left in range(MARGIN + 60, WIDTH - MARGIN - 60, 74):
            _note(paper, left + draws.randrange(22), top + draws.randrange(9) * GAP // 2)
    cv2.putText(paper, f"- {page} -", (WIDTH // 2 - 50, HEIGHT - 36), PEN, FONT, 40, 400)
    paper.setflags(write=False)
    return paper


def _field(paper: Frame, field: Mapping[str, Any]) -> None:
    """A label, and the line to write on."""
    cv2.putText(paper, field["name"], (field["label"], 166), PEN, FONT, 32, 400)
    base = field["base"] + 2
    cv2.line(paper, (field["left"], base), (field["right"], base), LINE, 2, cv2.LINE_AA)


def _fill(paper: Frame, field: Mapping[str, Any], draws: Chance, ink: tuple[int, int, int]) -> None:
    """What is written there: strokes of a pen, the same on each page, that nobody can read."""
    for x in range(field["left"], field["right"] - 10, 30):
        points = [(x + draws.random.randrange(24), 140 + draws.random.randrange(26)) for _ in range(5)]
        cv2.polylines(paper, [np.array(points, np.int32)], False, ink, 2, cv2.LINE_AA)


def _staff(paper: Frame, top: int) -> None:
    for line in range(5):
        y = top + line * GAP
        cv2.line(paper, (MARGIN, y), (WIDTH - MARGIN, y), LINE, 2, cv2.LINE_AA)


def _note(paper: Frame, x: int, y: int) -> None:
    cv2.ellipse(paper, (x, y), (11, 8), -20, 0, 360, PEN, -1, cv2.LINE_AA)
    cv2.line(paper, (x + 10, y - 2), (x + 10, y - 46), PEN, 3, cv2.LINE_AA)
