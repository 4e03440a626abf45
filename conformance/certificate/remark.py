"""One thing that was looked at when a certificate was checked, or was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reports.form import Text

Standing = Literal["holds", "changed", "unchecked"]


@dataclass(frozen=True, slots=True)
class Remark:
    """What was found of it."""

    standing: Standing
    said: Text
