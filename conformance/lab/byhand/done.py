"""What somebody did instead of a bench."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reports.form import Text


@dataclass(frozen=True, slots=True)
class Done:
    """A control that no bench did: whose hand it was, and when."""

    at: datetime
    control: str
    udid: str
    by: Literal["driver", "operator"]
    said: Text
