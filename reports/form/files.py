"""Reading and writing the form: ``results.json`` and the evidence files beside it."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import msgspec

from reports.form.run import Results
from reports.form.scenarios import Evidence
from reports.form.words import SCHEMA


class FormError(Exception):
    """A file is not the form it should be: says which file, where in it, what was found and what to do."""


def load(path: Path) -> Results:
    """Read ``results.json``; :class:`FormError` says where it does not fit the form."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=_version_checked(path))
    except (msgspec.ValidationError, msgspec.DecodeError) as fault:
        raise FormError(f"{path}: {fault}; write it again with this version of examgate") from fault
    except OSError as fault:
        raise FormError(f"{path}: cannot be read ({fault.strerror}); is it a run's directory?") from fault


def _version_checked(path: Path) -> type[Results]:
    head = msgspec.json.decode(path.read_bytes(), type=dict[str, msgspec.Raw])
    found = bytes(head.get("schema", msgspec.Raw(b"null"))).decode()
    if found != f'"{SCHEMA}"':
        raise FormError(f'{path}: schema is {found}, this kit reads "{SCHEMA}"; use the kit that wrote it')
    return Results


def dump(results: Results, path: Path) -> None:
    """Write ``results.json``, readable and always in the same way."""
    path.write_bytes(readable(results))


def load_evidence(path: Path) -> Evidence:
    """Read one scenario's evidence file (gzip, JSON)."""
    try:
        return msgspec.json.decode(gzip.decompress(path.read_bytes()), type=Evidence)
    except (msgspec.ValidationError, msgspec.DecodeError, OSError, EOFError) as fault:
        raise FormError(f"{path}: not an evidence file ({fault}); run the scenario again") from fault


def dump_evidence(evidence: Evidence, path: Path) -> None:
    """Write one scenario's evidence file; equal evidence gives equal bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(encoded(evidence), compresslevel=9, mtime=0))


def schema() -> dict[str, Any]:
    """The JSON Schema of ``results.json``, made from the classes above."""
    made = json.loads(json.dumps(msgspec.json.schema(Results)))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **made}


def readable(form: object) -> bytes:
    """A form as JSON for people, too: a line for each value."""
    return msgspec.json.format(encoded(form), indent=1) + b"\n"


def encoded(form: object) -> bytes:
    """A form as JSON."""
    try:
        return msgspec.json.encode(form)
    except UnicodeEncodeError:
        # A driver may hand over half of a surrogate pair, which no UTF-8 file can hold: keep it, spelt out.
        text = json.dumps(msgspec.to_builtins(form), ensure_ascii=False)
        return re.sub(r"[\ud800-\udfff]", lambda half: f"\\\\u{ord(half[0]):04x}", text).encode()
