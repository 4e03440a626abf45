"""What a phone was told: one record for each request, written by whoever sent it, as JSON lines in `users-<n>.jsonl`.

Instants are exam time, ISO 8601 with milliseconds and the zone; `ms` is wall time. `status` 0: no answer came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

import msgspec

FILES = "users-*.jsonl"


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """One request of one phone, and its answer.

    `user` is the phone by its place in the run (`k000123/main`), `step` the part of the day that asked for it, `op` the
    operation of contracts/platform.openapi.yaml. `intended` is when it was to be sent, where an arrival was planned;
    `ms` counts from then, else from when it was `sent`. `cause` is the platform's refusal or the name of what the
    connection died of; `at` the instant that the answer names. `attempt` counts the same request from 1. `skew`: wall ms
    by which a planned request was sent too late though its phone had nothing else to do. `detail` holds what an audit
    needs: page, sha256, upload, offset (as acknowledged), length, binding, state, files.
    """

    user: str
    cohort: str
    account: str
    device: str
    step: str
    op: str
    sent: str
    ms: float
    status: int
    sitting: str | None = None
    intended: str | None = None
    answered: str | None = None
    cause: str | None = None
    at: str | None = None
    attempt: int = 1
    skew: float | None = None
    detail: dict[str, Any] = {}

    @property
    def accepted(self) -> bool:
        """Whether the platform did what was asked."""
        return 200 <= self.status < 300


class Sink(Protocol):
    """Where lines go."""

    def write(self, line: bytes, /) -> Any: ...

    def flush(self) -> None: ...

    def close(self) -> None: ...


class Nowhere:
    """The sink of who has nothing to tell."""

    def write(self, line: bytes, /) -> None:
        pass

    def flush(self) -> None:
        pass

    def close(self) -> None:
        pass


class Teller:
    """Writes records; what was told is on its way to the disk when `told` returns, and there when `close` does."""

    def __init__(self, file: Sink) -> None:
        self._file, self._encode = file, msgspec.json.Encoder().encode

    def told(self, record: Told) -> None:
        self._file.write(self._encode(record) + b"\n")

    def flush(self) -> None:
        """Hand over what is still held back, for whoever reads while the run goes on."""
        self._file.flush()

    def close(self) -> None:
        self._file.close()


def lines(file: Path, start: int = 0) -> tuple[list[Told], int]:
    """The whole records of a file from a byte on, and the byte after the last of them; a line half written is left."""
    with file.open("rb") as opened:
        opened.seek(start)
        content = opened.read()
    whole = content.rfind(b"\n") + 1
    decode = msgspec.json.Decoder(Told).decode
    return [decode(line) for line in content[:whole].splitlines()], start + whole


def merged(folder: Path) -> Iterator[Told]:
    """Every record of a run, file by file; within a file in the order in which the answers came."""
    decode = msgspec.json.Decoder(Told).decode
    for file in files(folder):
        with file.open("rb") as opened:
            yield from (decode(line) for line in _whole(opened))


def files(folder: Path) -> list[Path]:
    """The record files of a run, one for each process that played phones."""
    return sorted(folder.glob(FILES))


def _whole(opened: Iterable[bytes]) -> Iterator[bytes]:
    return (line for line in opened if line.endswith(b"\n"))
