"""Reads a TOML file of the kit's and holds it against its JSON Schema; every fault names file, key, found, expected."""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

import contracts


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend in a file."""

    file: Path
    key: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: found {self.found}, expected {self.expected}"


class FileError(ValueError):
    """A file that cannot be used; `faults` lists all that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


Found = tuple[str, str, str]
"""Where a fault is, what was found there, and what is expected."""

Laws = Callable[[Mapping[str, Any]], Iterator[Found]]
"""What must hold beyond the shape; asked of ill-shaped content too, so that every fault comes at once."""


def _no_laws(_raw: Mapping[str, Any]) -> Iterator[Found]:
    return iter(())


def read(path: Path, schema: str, laws: Laws = _no_laws) -> dict[str, Any]:
    """The content of a file that fits the schema of that name and its laws; dates come as ISO text.

    Raises FileError with every fault at once.
    """
    raw = {key: _plain(value) for key, value in _parse(path).items()}
    found = [*_faults(raw, contracts.schema(schema)), *laws(raw)]
    faults = [Fault(path, *one) for one in found]
    if faults:
        raise FileError(faults)
    return raw


def did_you_mean(asked: str, there: Sequence[str], intro: str) -> str:
    """What is expected in the place of `asked`: the nearest first, then all there are."""
    near = difflib.get_close_matches(asked, there, n=1, cutoff=0.5)
    listed = f"{intro} {', '.join(there)}"
    return f"{listed}; did you mean {near[0]}?" if near else listed


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FileError([Fault(path, "file", str(error), "a TOML document in UTF-8")]) from error
    except OSError as error:
        raise FileError([Fault(path, "file", str(error.strerror), "a file that can be read")]) from error


def _plain(value: Any) -> Any:
    """TOML's dates as text, so that a JSON Schema can speak about them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime | date | time) else value


def _faults(raw: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[Found]:
    errors = Draft202012Validator(schema).iter_errors(raw)
    for error in sorted(errors, key=lambda error: [str(step) for step in error.absolute_path]):
        yield from _EXPLAIN.get(str(error.validator), _value)(error, schema)


def _value(error: ValidationError, _schema: Mapping[str, Any]) -> Iterator[Found]:
    expected = _part(error).get("description") or error.message
    yield (
        _key(error.absolute_path),
        json.dumps(error.instance, ensure_ascii=False, default=str),
        str(expected),
    )


def _missing(error: ValidationError, schema: Mapping[str, Any]) -> Iterator[Found]:
    part = _part(error)
    name = next(name for name in part["required"] if error.message.startswith(repr(name)))
    yield _key([*error.absolute_path, name]), "nothing", _wanted(part, name, schema)


def _unknown(error: ValidationError, _schema: Mapping[str, Any]) -> Iterator[Found]:
    known = list(_part(error)["properties"])
    instance = error.instance if isinstance(error.instance, dict) else {}
    for name in sorted(set(instance) - set(known)):
        expected = did_you_mean(name, known, "one of")
        yield _key([*error.absolute_path, name]), f"the unknown key {name!r}", expected


_EXPLAIN = {"required": _missing, "additionalProperties": _unknown}


def _part(error: ValidationError) -> dict[str, Any]:
    return error.schema if isinstance(error.schema, dict) else {}


def _wanted(schema: Mapping[str, Any], name: str, root: Mapping[str, Any]) -> str:
    """What the schema says of a key that is missing."""
    part = schema.get("properties", {}).get(name) or schema.get("additionalProperties") or {}
    part = root["$defs"][part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part
    return str(part.get("description", "a value"))


def _key(path: Iterable[object]) -> str:
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".") or "file"
