"""Phones by the code that they tell: what the maker sells them as, and since when. Phones themselves know no such day."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Model:
    """A model as it is sold: its maker's name for it, and the day on which it came to market."""

    brand: str
    name: str
    released: date


@cache
def models() -> dict[str, Model]:
    """By `ro.product.model` on Android and HarmonyOS, by Apple's product type on iPhones."""
    text = (files("conformance.readiness") / "market.toml").read_text(encoding="utf-8")
    return {code: Model(**row) for code, row in tomllib.loads(text).items()}


def name(code: str) -> str | None:
    """What the model is sold as; None for a code that is not listed."""
    found = models().get(code.strip())
    return found.name if found else None


def released(code: str) -> str | None:
    """The day on which the model came to market (ISO); None for a code that is not listed."""
    found = models().get(code.strip())
    return found.released.isoformat() if found else None
