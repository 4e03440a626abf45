"""What was measured, as columns: the lines of every user's own record, each read once.

A day of twenty thousand phones is some millions of lines; so of each only the numbers are kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import msgspec
import numpy as np

from conformance.load.result.percentiles import Floats

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TOO_MANY = 429
REFUSED, FAILED = 400, 500
GONE = (404, 410)
CREATE, ENTER = "uploadCreate", "enter"
LOOK, CONFIRM = "confirmations", "confirm"
CUT = "cut"
"""The cause that a phone tells which broke the connection off itself, because the plan has it so."""


class Detail(msgspec.Struct):
    """What of a line's detail is drawn: the upload that it is of, its length and the bytes that are acknowledged."""

    upload: str = ""
    offset: int | None = None
    length: int | None = None


class Line(msgspec.Struct):
    """What of a user's line is measured."""

    user: str
    step: str
    op: str
    sent: datetime
    ms: float
    status: int
    intended: datetime | None = None
    answered: datetime | None = None
    account: str = ""
    cohort: str = ""
    cause: str | None = None
    skew: float | None = None
    detail: Detail = msgspec.field(default_factory=Detail)


@dataclass(slots=True)
class Upload:
    """One upload: when it was created and how long it is, when how much of it was safe, and when it was gone, if it was."""

    length: int | None = None
    created: float = 0.0
    safe: list[tuple[float, int]] = field(default_factory=list)
    gone: float | None = None

    def left(self) -> list[tuple[float, int]]:
        """From which instant on how many bytes of it are still to come; nothing of one whose creation nobody was told of."""
        if self.length is None:
            return []
        told = [
            (self.created, self.length),
            *((at, max(0, self.length - safe)) for at, safe in sorted(self.safe)),
        ]
        return told if self.gone is None else [*(one for one in told if one[0] < self.gone), (self.gone, 0)]


@dataclass(slots=True)
class Measured:
    """Columns of equal length, one value a request; `steps` and `users` give their numbers names.

    `at` is exam time in seconds: the intended instant, else that of sending, and `lasted` the exam time from it to the answer.
    `skew` is how late it was sent, in milliseconds of the wall, NaN without an intended instant; `lasted` is NaN without an answer.
    """

    spoilt: frozenset[str] = frozenset()
    """Cohorts whose network the plan makes bad: where no answer came of them, that is the plan's doing."""
    zone: tzinfo = UTC
    at: array[float] = field(default_factory=lambda: array("d"))
    ms: array[float] = field(default_factory=lambda: array("d"))
    lasted: array[float] = field(default_factory=lambda: array("d"))
    skew: array[float] = field(default_factory=lambda: array("d"))
    lost: array[int] = field(default_factory=lambda: array("b"))
    failed: array[int] = field(default_factory=lambda: array("b"))
    refused: array[int] = field(default_factory=lambda: array("b"))
    step: array[int] = field(default_factory=lambda: array("l"))
    user: array[int] = field(default_factory=lambda: array("l"))
    steps: dict[str, int] = field(default_factory=dict)
    users: dict[str, int] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    entering: dict[str, float] = field(default_factory=dict)
    """By account: when it first asked to be let in."""
    entered: set[str] = field(default_factory=set)
    looked: set[str] = field(default_factory=set)
    """The accounts that asked what there is to be confirmed, and those that have confirmed something."""
    confirmed: set[str] = field(default_factory=set)

    def add(self, line: Line) -> None:
        """One request more."""
        sent = _seconds(line.sent)
        meant = sent if line.intended is None else _seconds(line.intended)
        self.at.append(meant)
        self.ms.append(line.ms)
        self.lasted.append(float("nan") if line.answered is None else _seconds(line.answered) - meant)
        self.skew.append(float("nan") if line.skew is None else line.skew)
        lost = line.status == 0 and (line.cause == CUT or line.cohort in self.spoilt)
        failed = not lost and (line.status == 0 or line.status == TOO_MANY or line.status >= FAILED)
        self.lost.append(lost)
        self.failed.append(failed)
        self.refused.append(not failed and line.status >= REFUSED)
        self.step.append(self.steps.setdefault(line.step, len(self.steps)))
        self.user.append(self.users.setdefault(line.user, len(self.users)))
        if line.detail.upload and line.status:
            self._upload(line)
        if line.op == ENTER and line.account:
            self._enter(line, sent)
        if line.op in (LOOK, CONFIRM) and line.account:
            self.looked.add(line.account)
            if line.op == CONFIRM and 0 < line.status < REFUSED:
                self.confirmed.add(line.account)

    def column(self, name: str) -> Floats:
        """A column as an array."""
        return np.array(getattr(self, name), dtype=np.float64)

    def instant(self, seconds: float) -> str:
        """Exam time as it is written."""
        return (EPOCH + timedelta(seconds=seconds)).astimezone(self.zone).isoformat(timespec="milliseconds")

    def _upload(self, line: Line) -> None:
        told, answer = self.uploads.setdefault(line.detail.upload, Upload()), line.detail
        at = _seconds(line.answered or line.sent)
        if line.status in GONE:
            told.gone = at
        elif line.status < REFUSED and line.op == CREATE and answer.length is not None:
            told.length, told.created = answer.length, at
        elif line.status < REFUSED and answer.offset is not None:
            told.safe.append((at, answer.offset))

    def _enter(self, line: Line, sent: float) -> None:
        self.entering[line.account] = min(sent, self.entering.get(line.account, sent))
        if 0 < line.status < REFUSED:
            self.entered.add(line.account)


def read(files: Iterable[Path], spoilt: Iterable[str] = ()) -> Measured:
    """All lines of these files; a last line that was cut off by a kill is left out. ValueError names a line that cannot be read."""
    found = Measured(frozenset(spoilt))
    for path in sorted(files):
        for line in lines(path):
            found.add(line)
            found.zone = found.zone if found.zone is not UTC else line.sent.tzinfo or UTC
    return found


def lines(path: Path) -> Iterator[Line]:
    """The lines of one file."""
    decoder = msgspec.json.Decoder(Line)
    with path.open("rb") as file:
        for number, raw in enumerate(file, start=1):
            try:
                yield decoder.decode(raw)
            except msgspec.DecodeError as fault:
                if raw.endswith(b"\n"):
                    raise ValueError(f"{path}: line {number}: {fault}") from fault


def _seconds(at: datetime) -> float:
    return (at - EPOCH).total_seconds()
