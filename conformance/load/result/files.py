"""Reading and writing ``load.json``, and the views beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from conformance.load.result.form import SCHEMA, Load
from conformance.load.result.junit import junit
from conformance.load.result.page import page
from reports.form import FormError, Language
from reports.form.files import encoded

NAME = "load.json"


def load(path: Path) -> Load:
    """The result in a run's folder or file; :class:`FormError` says why it is none."""
    file = path / NAME if path.is_dir() else path
    try:
        content = file.read_bytes()
        found = msgspec.json.decode(content, type=dict[str, Any]).get("schema")
        if found != SCHEMA:
            raise FormError(
                f"{file}: schema is {found!r}, this kit reads {SCHEMA!r}; use the kit that wrote it"
            )
        return msgspec.json.decode(content, type=Load)
    except (msgspec.ValidationError, msgspec.DecodeError) as fault:
        raise FormError(f"{file}: {fault}; run it again with this version of examgate") from fault
    except OSError as fault:
        raise FormError(f"{file}: cannot be read ({fault.strerror}); is it a load run's folder?") from fault


def dump(result: Load, path: Path) -> None:
    """Write it, readable and always in the same way."""
    path.write_bytes(msgspec.json.format(encoded(result), indent=1) + b"\n")


def schema() -> dict[str, Any]:
    """The JSON Schema of ``load.json``, made from the classes."""
    made = json.loads(json.dumps(msgspec.json.schema(Load)))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **made}


def write(result: Load, folder: Path, language: Language) -> list[Path]:
    """Write the result and its views into a run's folder; where they lie. OSError where there is no room."""
    made = {"index.html": page(result, language).encode(), "junit.xml": junit(result)}
    dump(result, folder / NAME)
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in ("index.html", NAME, "junit.xml")]
