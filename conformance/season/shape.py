"""Looks into a season file that may have any shape: what is not there, or is none, is empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Row = tuple[str, Mapping[str, Any]]
"""A table of the file with its key."""


def table(raw: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The table of that name."""
    found = raw.get(name)
    return found if isinstance(found, dict) else {}


def rows(raw: Mapping[str, Any], name: str, prefix: str = "") -> list[Row]:
    """The tables of an array of that name, each with its key."""
    found = raw.get(name)
    found = found if isinstance(found, list) else []
    return [(f"{prefix}{name}[{n}]", row) for n, row in enumerate(found) if isinstance(row, dict)]


def names(raw: Mapping[str, Any], name: str) -> list[str]:
    """The texts of a list of that name."""
    found = raw.get(name)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def number(raw: Mapping[str, Any], limit: str) -> int:
    """The value of a limit; 0 where there is none."""
    found = table(table(raw, "limits"), limit).get("value")
    return found if isinstance(found, int) else 0
