"""The contracts between the rooms, as data: OpenAPI documents, JSON Schemas, the truth table, the clock."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


class ContractError(Exception):
    """A contract that was asked for does not exist; the text names those that do."""


@cache
def text(name: str) -> str:
    """The whole text of the contract file ``name`` (such as ``clock.md``)."""
    file = files(__name__) / name
    if not file.is_file():
        raise ContractError(f"no contract is named {name!r}; there are: {', '.join(names())}")
    return file.read_text(encoding="utf-8")


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema ``name`` (such as ``results.schema.json``, or just ``results``), parsed.

    The object is cached and shared: callers read it and change nothing.
    """
    full = name if name.endswith(".json") else f"{name}.schema.json"
    parsed: dict[str, Any] = json.loads(text(full))
    return parsed


def names() -> list[str]:
    """The contract files there are, sorted."""
    return sorted(file.name for file in files(__name__).iterdir() if not file.name.startswith("_"))
