"""What an audit starts from, kept beside a run's journals in `audit.json`, so that they can be audited again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from conformance.load.audit.forms import Allowance, Record, Seat

FILE = "audit.json"
RECORDS = "platform.jsonl"


class Given(msgspec.Struct, frozen=True):
    """`season` is a shipped id or a path; `seats` the sittings that the run registered. `silence_seconds` and
    `clock_ms` are exam time. `until`: the platform had written down all that its clock decided before; None where its
    records could not be read to their end. `since`: the record after which the run began."""

    season: str
    seats: tuple[Seat, ...]
    silence_seconds: float = 5.0
    clock_ms: float = 200.0
    whole: bool = True
    spoilt: tuple[str, ...] = ()
    until: datetime | None = None
    since: int = 0

    @property
    def allowance(self) -> Allowance:
        """What is granted."""
        return Allowance(
            clock=timedelta(milliseconds=self.clock_ms),
            silence=timedelta(seconds=self.silence_seconds),
            whole=self.whole,
            spoilt=frozenset(self.spoilt),
        )


def write(folder: Path, given: Given) -> None:
    """Put it beside the journals."""
    (folder / FILE).write_bytes(msgspec.json.encode(given))


def read(folder: Path) -> Given:
    """What was put there. OSError where there is none, msgspec.DecodeError where it is none."""
    return msgspec.json.decode((folder / FILE).read_bytes(), type=Given)


def records(folder: Path) -> Iterator[Record]:
    """The platform's records of a run; a line that is half written is left out."""
    decode = msgspec.json.Decoder(Record).decode
    with (folder / RECORDS).open("rb") as lines:
        yield from (decode(line) for line in lines if line.endswith(b"\n"))
