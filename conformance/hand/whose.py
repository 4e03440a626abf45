"""Whose sentence it is: which of the operators brings it about, does it, or looks (`whose.toml`)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from conformance.target.hand import Place

OTHERWISE: tuple[Place, ...] = ("main",)


def places(sentence: str) -> tuple[Place, ...]:
    """The places of a sentence in Chinese."""
    return next((found for pattern, found in _table() if pattern.search(sentence)), OTHERWISE)


@cache
def _table() -> tuple[tuple[re.Pattern[str], tuple[Place, ...]], ...]:
    raw = tomllib.loads((files("conformance.hand") / "whose.toml").read_text(encoding="utf-8"))
    return tuple((re.compile(row["pattern"]), tuple(row["places"])) for row in raw["whose"])
