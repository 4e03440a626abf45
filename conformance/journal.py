"""The run journal: what is expected, what came, and that it ended; one JSON object a line (`journal.schema.json`).

Each line is one write to the file, so a run that is killed leaves every scenario that was finished before. Whoever writes
holds the file locked, and a line that finds no room is taken back, so that the run can go on in the same file.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import FileIO
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, cast

from jsonschema import Draft202012Validator

import contracts

SCHEMA = "examgate-journal/1"
Line = Mapping[str, Any]


class JournalError(ValueError):
    """A journal that cannot be trusted; names the file and the number of the line. `cut`: it is the last one, cut off."""

    def __init__(self, words: str, *, cut: bool = False) -> None:
        self.cut = cut
        super().__init__(words)


class StillGoingOn(Exception):
    """Somebody else writes this journal now."""


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
    def tries(self) -> dict[str, int]:
        """How often each scenario came to a result."""
        ids = [line["scenario"]["id"] for line in self.entries if line["entry"] == "scenario"]
        return {one: ids.count(one) for one in dict.fromkeys(ids)}

    @property
    def attempts(self) -> list[list[Line]]:
        """What was written in each start of the run, the line that begins it first."""
        found: list[list[Line]] = []
        for line in self.entries:
            if line["entry"] == "attempt":
                found.append([])
            if found:
                found[-1].append(line)
        return found

    @property
    def target(self) -> Line | None:
        """What the bench told of itself, the first time."""
        return next((line["controls"] for line in self.entries if line["entry"] == "target"), None)

    def notes(self, what: str) -> list[str]:
        """What was noted under a word."""
        return [line["text"] for line in self.entries if line["entry"] == "note" and line["what"] == what]

    @property
    def missing(self) -> list[str]:
        """The expected scenarios that have no result."""
        return [one for one in self.manifest["scenarios"] if one not in self.scenarios]


class Writer:
    """Writes a journal, the only one to do so as long as it is open."""

    def __init__(self, path: Path, mode: str) -> None:
        self._file = cast(FileIO, path.open(mode, buffering=0))
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            self._file.close()
            raise StillGoingOn(path) from held
        self._number = self._scenarios = 0

    @classmethod
    def begin(cls, path: Path, manifest: Line) -> Writer:
        """A new journal; the manifest is its first line."""
        writer = cls(path, "xb")
        writer._write("manifest", {"schema": SCHEMA, **manifest})
        return writer

    @classmethod
    def go_on(cls, path: Path, *, without_cut: bool = False) -> tuple[Writer, Read]:
        """A journal that is there, to be written on, and what it holds; `without_cut` takes a cut-off last line away."""
        writer = cls(path, "r+b")
        try:
            if without_cut:
                writer._take_back(path.read_bytes().rfind(b"\n") + 1)
            kept = read(path)
        except BaseException:
            writer.close()
            raise
        writer._file.seek(0, os.SEEK_END)
        writer._number = 1 + len(kept.entries) + kept.finished
        writer._scenarios = sum(kept.tries.values())
        return writer, kept

    def attempt(self, number: int, why: str, scenarios: int) -> None:
        """The run is started, to run so many scenarios."""
        self._write("attempt", {"attempt": number, "why": why, "scenarios": scenarios})

    def target(self, controls: Line) -> None:
        """What the bench tells of itself."""
        self._write("target", {"controls": controls})

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
        rest, before = memoryview(line.encode()), self._file.tell()
        try:
            while rest:
                rest = rest[self._file.write(rest) or 0 :]
        except OSError:
            self._number -= 1
            with suppress(OSError):
                self._take_back(before)
            raise

    def _take_back(self, end: int) -> None:
        self._file.truncate(end)
        self._file.seek(end)


def first(path: Path) -> Line:
    """The manifest of the journal at `path`, however it goes on."""
    with path.open("rb") as file:
        line = _line(path, 1, file.readline())
    return _manifest(path, [line])


def read(path: Path) -> Read:
    """The journal at `path`; JournalError for a line that is cut off, out of order or not what the schema says."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise JournalError(f"{path}: cannot be read ({fault.strerror})") from fault
    lines = [
        _line(path, number, text) for number, text in enumerate(content.splitlines(keepends=True), start=1)
    ]
    _manifest(path, lines)
    for number, line in enumerate(lines[1:], start=2):
        if line["entry"] == "manifest" or (line["entry"] == "footer" and number != len(lines)):
            raise JournalError(f"{path}: line {number}: found a {line['entry']} where the run goes on")
    footer = lines[-1] if lines[-1]["entry"] == "footer" else None
    return Read(lines[0], tuple(lines[1 : -1 if footer else None]), footer)


def _manifest(path: Path, lines: Sequence[Line]) -> Line:
    if not lines or lines[0]["entry"] != "manifest":
        raise JournalError(f"{path}: line 1: found no manifest; is this a run's journal?")
    return lines[0]


def _line(path: Path, number: int, text: bytes) -> Line:
    if not text.endswith(b"\n"):
        raise JournalError(
            f"{path}: line {number}: cut off after {len(text)} bytes; expected a whole line", cut=number > 1
        )
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
