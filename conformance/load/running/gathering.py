"""Gathers both journals while a run goes on: the platform's records into a file, and what is new of both to the audit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec

from conformance.load import told
from conformance.load.audit.auditor import Auditor
from conformance.load.audit.forms import Breach, Record
from conformance.load.audit.given import RECORDS
from conformance.load.bench import Bench, Silent


@dataclass(slots=True)
class Gathering:
    """`folder` takes the platform's records, and has those of the users."""

    bench: Bench
    folder: Path
    auditor: Auditor
    last: int = 0
    _places: dict[Path, int] = field(default_factory=dict)

    def look(self) -> Sequence[Breach]:
        """What is new, and what the audit finds wrong in it. A platform that is away has nothing new."""
        self._told()  # first: what has been acknowledged by now is on record when the records are read
        try:
            self._records()
        except Silent:
            return ()
        return self.auditor.so_far()

    def finish(self) -> datetime | None:
        """All that is still to come, once the phones are done; until when the platform has then written everything down,
        None where it does not answer."""
        self._told()
        try:
            until = self.bench.clock().now
            self._records()
        except Silent:
            return None
        return until

    def _records(self) -> None:
        decode = msgspec.json.Decoder(Record).decode
        with (self.folder / RECORDS).open("ab") as file:
            while True:
                page, last = self.bench.records(self.last)
                file.writelines(line + b"\n" for line in page)
                self.auditor.recorded(map(decode, page))
                if last == self.last:
                    return
                self.last = last

    def _told(self) -> None:
        for file in told.files(self.folder):
            found, self._places[file] = told.lines(file, self._places.get(file, 0))
            self.auditor.told(found)
