"""What operators say, one JSON object a line in the run's folder, so that nothing is asked twice when a run goes on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import msgspec

from conformance.target.hand import Place

FILE = "operators.jsonl"
Deed = Literal["done", "not_done"]
Look = Literal["seen", "not_seen", "undecided"]
DEEDS, LOOKS = get_args(Deed), get_args(Look)
CHOICES: Mapping[str, tuple[str, ...]] = {"given": DEEDS, "when": DEEDS, "then": LOOKS}
"""What may be said of a sentence of each kind; what is not the first of them wants a note."""
LONGEST_NAME, LONGEST_NOTE, MOST_PHOTOS = 80, 2000, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Somebody stands at a place; `version` is that of what stands in front of them. `at` is a wall instant."""

    place: Place
    by: str
    at: str
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was said of a line of a case. `photos` are digests of what was handed in."""

    case: str
    line: int
    place: Place
    said: Literal["done", "not_done", "seen", "not_seen", "undecided"]
    by: str
    at: str
    note: str = ""
    photos: tuple[str, ...] = ()


class _Entry(msgspec.Struct, omit_defaults=True):
    joined: Joined | None = None
    answer: Answer | None = None


class Kept:
    """The file of a run; each line is one write, and on the disk before anybody is told that it was taken."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def read(self) -> Iterator[Joined | Answer]:
        """What was said so far; a last line that was cut off is nothing that anybody was told."""
        if not self._path.exists():
            return
        whole, _, cut = self._path.read_bytes().rpartition(b"\n")
        if cut:
            os.truncate(self._path, len(whole) + 1 if whole else 0)
        for line in whole.splitlines():
            entry = msgspec.json.decode(line, type=_Entry)
            yield from (one for one in (entry.joined, entry.answer) if one)

    def add(self, said: Joined | Answer) -> None:
        """One more line. OSError where there is no room."""
        entry = _Entry(joined=said) if isinstance(said, Joined) else _Entry(answer=said)
        with self._path.open("ab", buffering=0) as file:
            file.write(msgspec.json.encode(entry) + b"\n")
            os.fsync(file.fileno())
