"""The core set: some scenarios of each chapter, for a run that is to be short, and under every seeded defect as the sentinel."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def scenarios() -> tuple[str, ...]:
    """Their ids."""
    text = (files("conformance") / "core.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["scenarios"])
