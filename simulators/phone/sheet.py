"""An answer sheet as paper: header with the fields that a candidate fills in, page number, staves with notes. A4."""

from functools import lru_cache

import cv2
import numpy as np

from simulators.core.chance import Chance
from simulators.phone.lettering import FONT
from simulators.phone.scanner import Frame

FIELDS = (("专业", 110, 300), ("姓名", 410, 240), ("准考证号", 650, 480))
"""What the header asks for (R101 to R103): the label, where it begins, and how much room it has."""
WIDTH, HEIGHT = 1240, 1754
"""A4 at 150 dots an inch."""
WIDTH_CM = 21.0
MARGIN = 110
STAVES = 12
GAP = 14
"""Pixels between two lines of a staff; a note is as high as that."""
PAPER, LINE, PEN, FRAME = (212, 216, 217), (104, 96, 90), (46, 34, 30), (140, 130, 124)


@lru_cache(maxsize=6)
def face(page: int, hand: str) -> Frame:
    """Page `page` as `hand` has written it, read only, (HEIGHT, WIDTH, 3) in blue, green, red."""
    paper: Frame = np.full((HEIGHT, WIDTH, 3), PAPER, np.uint8)
    cv2.putText(paper, "答题纸", (MARGIN, 104), PEN, FONT, 58, 700)
    cv2.putText(paper, f"第 {page} 页", (WIDTH - MARGIN - 190, 104), PEN, FONT, 44, 600)
    cv2.rectangle(paper, (MARGIN - 30, 190), (WIDTH - MARGIN + 30, HEIGHT - 90), FRAME, 3, cv2.LINE_AA)
    for field, left, width in FIELDS:
        _field(paper, field, left, width, Chance(f"header {hand} {field}"))
    draws = Chance(f"sheet {hand} {page}").random
    for staff in range(STAVES):
        top = 250 + staff * 117
        _staff(paper, top)
        for left in range(MARGIN + 60, WIDTH - MARGIN - 60, 74):
            _note(paper, left + draws.randrange(22), top + draws.randrange(9) * GAP // 2)
    cv2.putText(paper, f"- {page} -", (WIDTH // 2 - 50, HEIGHT - 36), PEN, FONT, 40, 400)
    paper.setflags(write=False)
    return paper


def _field(paper: Frame, field: str, left: int, width: int, draws: Chance) -> None:
    """A label, and what is written behind it: strokes of a pen, the same on each page, that nobody can read."""
    cv2.putText(paper, field, (left, 166), PEN, FONT, 32, 400)
    begin = left + 34 * len(field) + 10
    for x in range(begin, left + width - 30, 30):
        points = [(x + draws.random.randrange(24), 140 + draws.random.randrange(26)) for _ in range(5)]
        cv2.polylines(paper, [np.array(points, np.int32)], False, PEN, 2, cv2.LINE_AA)
    cv2.line(paper, (begin, 174), (left + width - 20, 174), LINE, 2, cv2.LINE_AA)


def _staff(paper: Frame, top: int) -> None:
    for line in range(5):
        y = top + line * GAP
        cv2.line(paper, (MARGIN, y), (WIDTH - MARGIN, y), LINE, 2, cv2.LINE_AA)


def _note(paper: Frame, x: int, y: int) -> None:
    cv2.ellipse(paper, (x, y), (11, 8), -20, 0, 360, PEN, -1, cv2.LINE_AA)
    cv2.line(paper, (x + 10, y - 2), (x + 10, y - 46), PEN, 3, cv2.LINE_AA)
