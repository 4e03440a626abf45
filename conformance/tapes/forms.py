"""What a tape is: one scenario's requests and answers, in the order in which they went through either door."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path
from typing import Any, Literal

import msgspec

from conformance.saying import Stopped
from reports.form import Text

Door = Literal["phone", "bench"]
FOLDER, SUFFIX = "tapes", ".json.gz"
LAB = "the lab"
"""The tape of what goes on before the first scenario, when the target is looked over."""


class Exchange(msgspec.Struct, frozen=True, omit_defaults=True):
    """One request and its answer.

    `session`: which WebDriver session of the scenario, by the order in which they were opened; then `path` is what follows
    it. Bodies and answers are JSON; `raw` is an answer that is none, in base64. What may not leave the lab is left out and
    `left_out` says so. `step`: how many steps had been run.
    """

    door: Door
    method: str
    path: str
    status: int
    session: str = ""
    step: int = 0
    body: Any = None
    answer: Any = None
    raw: str = ""
    kind: str = ""
    left_out: str = ""


class Tape(msgspec.Struct, frozen=True, omit_defaults=True):
    """One scenario's exchanges."""

    scenario: str
    target: str
    exchanges: tuple[Exchange, ...] = ()
    schema: str = "examgate-tape/1"


def gaps(tape: Tape) -> str:
    """Why a tape does not hold all that its scenario was answered; empty where it does."""
    return next((one.left_out for one in tape.exchanges if one.left_out), "")


def file_of(scenario: str) -> str:
    """Where a scenario's tape lies in the run's folder: a name that every file system takes."""
    return f"{FOLDER}/{hashlib.sha256(scenario.encode()).hexdigest()[:20]}{SUFFIX}"


def dump(tape: Tape, folder: Path) -> None:
    """Write a tape where it belongs in a run's folder. OSError."""
    path = folder / file_of(tape.scenario)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.compress(msgspec.json.encode(tape), mtime=0))


def load(folder: Path) -> dict[str, Tape]:
    """The tapes in a run's folder by scenario; Stopped where there are none, or one of them cannot be read."""
    found = [_read(path) for path in sorted((folder / FOLDER).glob(f"*{SUFFIX}"))]
    if not found:
        raise Stopped(
            Text(
                f"{folder}: this run has no tapes; `./examgate record` makes a run that has",
                f"{folder}：该次运行没有录制通信记录，请用 ./examgate record 运行",
            )
        )
    return {tape.scenario: tape for tape in found}


def _read(path: Path) -> Tape:
    try:
        return msgspec.json.decode(gzip.decompress(path.read_bytes()), type=Tape)
    except (OSError, EOFError, ValueError) as fault:
        raise Stopped(
            Text(f"{path}: this tape cannot be read", f"{path}：通信记录无法读取"), str(fault)
        ) from fault
