"""What the header of a photographed answer sheet shows: which fields are filled in, and in which ink (R098 to R103).

The sheet is straightened first; where its fields are stands in `contracts/answer-sheet.toml`. Nothing is read: that
something is written can be measured, what it says is for a person.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

import contracts
from conformance.inspect.media import Picture
from conformance.inspect.pages import flattened

Ink = Literal["black", "blue", "pale", ""]
DARKER = 0.78
"""A dot is ink that has less than this part of the paper's brightness."""
FILLED = 0.03
"""The part of a field that has to be ink."""
BLUER = 14
"""By so many grey levels blue stands out in blue ink, beyond what the paper itself has."""
BLACK = 0.62
"""The darkest of black ink has at most this part of the paper's brightness; a pencil's is paler."""
INSET = 4
"""Dots of a field's edge that are left out: the line to write on is there."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its id, the part of it that is ink, and which (empty where it is not filled in)."""

    id: str
    written: float
    ink: Ink

    @property
    def filled(self) -> bool:
        return self.written >= FILLED


@cache
def layout() -> Mapping[str, Any]:
    """The school's paper, in its dots."""
    return tomllib.loads(contracts.text("answer-sheet.toml"))


def header(photo: Picture) -> list[Field]:
    """The fields of the header in the order in which the paper has them."""
    sheet = flattened(photo, (layout()["width"], layout()["height"]))
    return [_field(sheet, field) for field in layout()["fields"]]


def _field(sheet: Picture, field: Mapping[str, Any]) -> Field:
    rows = slice(field["top"] + INSET, field["base"] - INSET)
    box = sheet[rows, field["left"] : field["right"]].astype(np.float32)
    bright = box.mean(axis=2)
    paper = float(np.percentile(bright, 90))
    ink = bright < DARKER * paper
    written = float(ink.mean())
    return Field(field["id"], written, _ink(box, bright, ink, paper) if written >= FILLED else "")


def _ink(box: NDArray[np.float32], bright: NDArray[np.float32], ink: NDArray[np.bool_], paper: float) -> Ink:
    """Which ink, by the darkest of it: there the paper shines through least."""
    darkest = ink & (bright <= np.percentile(bright[ink], 25))
    blue, green, red = (box[..., colour] for colour in range(3))
    shade = blue - (green + red) / 2
    if float(shade[darkest].mean() - np.median(shade[~ink])) > BLUER:
        return "blue"
    return "black" if float(bright[darkest].mean()) <= BLACK * paper else "pale"
