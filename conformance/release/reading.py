"""A finished run as a release decision reads it: its results, held against the published schema first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import contracts
from conformance.saying import Stopped
from reports import form
from reports.form import Results, Text

FILE = "results.json"
SHOWN = 5
"""So many faults of a damaged file are shown."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run, and the folder in which its evidence lies."""

    folder: Path
    results: Results

    @property
    def name(self) -> str:
        """What to call it: its folder as it was given, because many a run lies in a folder `latest`."""
        return self.folder.as_posix()


def read(path: Path) -> Run:
    """The run in a folder, or of a results file; Stopped says what is wrong with it."""
    file = path / FILE if path.is_dir() else path
    if not file.is_file():
        raise Stopped(
            Text(
                f"{path} holds no results; name a run's folder or its {FILE}",
                f"{path} 中没有结果，请指定一次运行的目录或其中的 {FILE}",
            )
        )
    _validate(file, _parsed(file))
    return Run(file.parent, form.load(file))


def _parsed(file: Path) -> Any:
    try:
        return json.loads(file.read_bytes())
    except (ValueError, RecursionError) as fault:
        raise _damaged(file, str(fault)) from fault
    except OSError as fault:
        raise Stopped(Text(f"{file}: cannot be read", f"{file}：无法读取"), str(fault.strerror)) from fault


def _validate(file: Path, raw: Any) -> None:
    found = raw.get("schema") if isinstance(raw, Mapping) else None
    if isinstance(found, str) and found != form.SCHEMA:
        raise Stopped(
            Text(
                f"{file}: its form is {found[:80]!r}, and this kit reads {form.SCHEMA!r}; use the kit that wrote it",
                f"{file}：其格式为“{found[:80]}”，本工具只读取“{form.SCHEMA}”；请使用生成该文件的版本",
            )
        )
    errors = Draft202012Validator(contracts.schema("results")).iter_errors(raw)
    said = [f"{error.json_path}: {error.message[:200]}" for error in islice(errors, SHOWN)]
    if said:
        raise _damaged(file, "\n".join(said))


def _damaged(file: Path, why: str) -> Stopped:
    return Stopped(
        Text(
            f"{file}: these are no results as the published schema has them; take the run's own file, or run again",
            f"{file}：内容不符合已公布的结果格式；请使用运行时生成的原文件，或重新运行",
        ),
        why,
    )
