"""An append-only journal of what happened: in memory, and line by line in a file where one is named."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from simulators.core.instants import iso


@dataclass(frozen=True, slots=True)
class Entry:
    """Entry number `seq` (from 1): at that instant, `who` did or saw `what`."""

    seq: int
    at: datetime
    who: str
    what: str
    detail: Mapping[str, Any]

    def line(self) -> str:
        shape = {"seq": self.seq, "at": iso(self.at), "who": self.who, "what": self.what}
        return json.dumps({**shape, "detail": dict(self.detail)}, ensure_ascii=False)


class Journal:
    """Entries in the order in which they were appended; none is ever changed or removed."""

    def __init__(self, file: Path | None = None) -> None:
        self._entries: list[Entry] = []
        self._file = file

    def append(self, at: datetime, who: str, what: str, **detail: Any) -> Entry:
        entry = Entry(len(self._entries) + 1, at, who, what, detail)
        if self._file is not None:
            with self._file.open("a", encoding="utf-8") as out:
                out.write(entry.line() + "\n")
        self._entries.append(entry)
        return entry

    def entries(self, since: int = 0) -> tuple[Entry, ...]:
        """The entries after number `since`."""
        return tuple(self._entries[since:])

    def __len__(self) -> int:
        return len(self._entries)
