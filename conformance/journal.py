"""The run journal: what is expected, what came, and that it ended; one JSON object a line (`journal.schema.json`).

Each line is one write to the file, so a run that is killed leaves every scenario that was finished before.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any

from jsonschema import Draft202012Validator

import contracts

SCHEMA = "examgate-journal/1"
Line = Mapping[str, Any]


class JournalError(ValueError):
    """A journal that cannot be trusted; names the file and the number of the line."""


@dataclass(frozen=True, slots=True)
class Read:
    """A journal as it was found; `footer` is None if the run never ended."""

    manifest: Line
    entries: tuple[Line, ...]
    footer: Line | None

    @property
    def finished(self) -> bool:
        return self.footer is not None

    @property
    def scenarios(self) -> dict[str, Line]:
        """The scenarios that have a result, by id; the last result of an id counts."""
        return {
            line["scenario"]["id"]: line["scenario"] for line in self.entries if line["entry"] == "scenario"
        }

    @property
    def missing(self) -> list[str]:
        """The expected scenarios that have no result."""
        return [one for one in self.manifest["scenarios"] if one not in self.scenarios]


class Writer:
    """Writes a journal; the manifest is its first line, whoever opens it."""

    def __init__(self, path: Path, manifest: Line) -> None:
        self._file = path.open("xb", buffering=0)
        self._number = self._scenarios = 0
        self._write("manifest", {"schema": SCHEMA, **manifest})

    def scenario(self, scenario: Line) -> None:
        """A scenario as in `results.json`."""
        self._scenarios += 1
        self._write("scenario", {"scenario": scenario})

    def note(self, what: str, text: str) -> None:
        """Something that happened to the run itself."""
        self._write("note", {"what": what, "text": text})

    def footer(self, verdict: str, exit_code: int, files: Mapping[str, str] = MappingProxyType({})) -> None:
        """The run has ended; `files` are those that it leaves, by name, with their SHA-256."""
        ended = {"verdict": verdict, "exit_code": exit_code, "scenarios": self._scenarios}
        self._write("footer", {**ended, **({"files": dict(files)} if files else {})})

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def _write(self, entry: str, content: Line) -> None:
        self._number += 1
        head = {
            "entry": entry,
            "number": self._number,
            "at": datetime.now().astimezone().isoformat(timespec="milliseconds"),
        }
        line = json.dumps({**head, **content}, ensure_ascii=True, separators=(",", ":")) + "\n"
        rest = memoryview(line.encode())
        while rest:
            rest = rest[self._file.write(rest) or 0 :]


def read(path: Path) -> Read:
    """The journal at `path`; JournalError for a line that is cut off, out of order or not what the schema says."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise JournalError(f"{path}: cannot be read ({fault.strerror})") from fault
    lines = [
        _line(path, number, text) for number, text in enumerate(content.splitlines(keepends=True), start=1)
    ]
    if not lines or lines[0]["entry"] != "manifest":
        raise JournalError(f"{path}: line 1: found no manifest; is this a run's journal?")
    for number, line in enumerate(lines[1:], start=2):
        if line["entry"] == "manifest" or (line["entry"] == "footer" and number != len(lines)):
            raise JournalError(f"{path}: line {number}: found a {line['entry']} where the run goes on")
    footer = lines[-1] if lines[-1]["entry"] == "footer" else None
    return Read(lines[0], tuple(lines[1 : -1 if footer else None]), footer)


def _line(path: Path, number: int, text: bytes) -> Line:
    if not text.endswith(b"\n"):
        raise JournalError(f"{path}: line {number}: cut off after {len(text)} bytes; expected a whole line")
    try:
        line = json.loads(text)
    except ValueError as fault:
        raise JournalError(f"{path}: line {number}: no JSON ({fault})") from fault
    for error in Draft202012Validator(contracts.schema("journal")).iter_errors(line):
        raise JournalError(f"{path}: line {number}: {error.message[:200]}")
    if line["number"] != number:
        raise JournalError(
            f"{path}: line {number}: found number {line['number']}; a line is missing or twice there"
        )
    return dict(line)
