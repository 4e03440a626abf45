"""What the audit reads: the platform's records, whose sitting is which, and what is granted to clocks and silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import msgspec

from conformance.load.told import Told
from reports.form import Text


class Record(msgspec.Struct, frozen=True):
    """One record of the platform, as `GET /records` tells it; `seq` counts from 1 without a gap."""

    seq: int
    at: datetime
    what: str
    sitting: str | None = None
    account: str | None = None
    device: str | None = None
    detail: Mapping[str, Any] = {}

    @property
    def refusal(self) -> tuple[str, str]:
        """What was asked for and why not; two empty words where nothing was refused."""
        if self.what != "refused":
            return "", ""
        return str(self.detail.get("operation", "")), str(self.detail.get("cause", ""))


class Seat(msgspec.Struct, frozen=True):
    """One sitting as the run has registered it: whose it is, and of which paper and session."""

    sitting: str
    account: str
    subject: str
    session: str


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is granted, in exam time. `clock`: how far the load's idea of the platform's clock may be off. `silence`: how
    long a main phone may be silent before it counts as gone, which no document says and the platform's operator tells.
    `whole`: every phone that spoke to the platform has a record here. `spoilt`: cohorts whose own
    network was made bad on purpose."""

    clock: timedelta = timedelta(milliseconds=200)
    silence: timedelta = timedelta(seconds=5)
    whole: bool = True
    spoilt: frozenset[str] = frozenset()


GRANTED = Allowance()


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule broken in one sitting, with the lines of both journals that show it."""

    rule: str
    says: Text
    records: tuple[Record, ...] = ()
    told: tuple[Told, ...] = field(default=())


def instant(text: str | None) -> datetime | None:
    """An instant of a user's record."""
    return datetime.fromisoformat(text) if text else None
