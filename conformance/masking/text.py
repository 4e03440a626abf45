"""Masks a text: what is known to be somebody's, and what has the form of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from reports.form import Said, Text

STAR = "*"
NOTHING_KEPT = STAR * 6
Keep = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Form:
    """What is recognised by its form, and how much of it stays at both ends."""

    id: str
    pattern: re.Pattern[str]
    keep: Keep
    masks: tuple[str, ...]
    leaves: tuple[str, ...]

    def masked(self, text: str) -> str:
        return self.pattern.sub(self._one, text)

    def _one(self, found: re.Match[str]) -> str:
        group = "v" if "v" in self.pattern.groupindex else 0
        start, end = (place - found.start() for place in found.span(group))
        return found[0][:start] + stars(found[group], self.keep) + found[0][end:]


@cache
def forms() -> tuple[Form, ...]:
    """The forms there are, in the order in which they are looked for."""
    return tuple(
        Form(
            one["id"],
            re.compile(one["pattern"], re.DOTALL),
            (one["keep"][0], one["keep"][1]),
            tuple(one["masks"]),
            tuple(one["leaves"]),
        )
        for one in _data()["forms"]
    )


@cache
def keys() -> Mapping[str, Keep]:
    """The names under which a record holds what is masked."""
    return {name: (first, last) for name, (first, last) in _data()["keys"].items()}


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((files("conformance.masking") / "forms.toml").read_text(encoding="utf-8"))


def stars(value: str, keep: Keep) -> str:
    """The value with a star for each letter and digit but those at its ends; spaces and hyphens stay."""
    if keep == (0, 0):
        return NOTHING_KEPT
    places = [place for place, sign in enumerate(value) if sign.isalnum()]
    first, last = keep
    hidden = set(places[first : len(places) - last] if len(places) > first + last else places)
    return "".join(STAR if place in hidden else sign for place, sign in enumerate(value))


@dataclass(frozen=True)
class Mask:
    """What is put in the place of what. `known`: values by what stands for them; `off` leaves everything as it is."""

    known: Mapping[str, str] | None = None
    off: bool = False

    def text(self, text: str) -> str:
        """The text with everything masked; masked twice, it is the same."""
        if self.off or not text:
            return text
        masked = self._known.sub(lambda found: (self.known or {})[found[0]], text) if self.known else text
        return _formless(masked)

    def said(self, said: Said) -> Said:
        """A sentence of ours, or a foreign string."""
        return self.sentence(said) if isinstance(said, Text) else self.text(said)

    def sentence(self, said: Text) -> Text:
        return Text(self.text(said.en), self.text(said.zh))

    def data(self, value: Any, key: str = "") -> Any:
        """Plain data; what stands under a name that tells what it is, is masked whatever its form."""
        if self.off:
            return value
        if isinstance(value, Mapping):
            return {self.text(name): self.data(one, name) for name, one in value.items()}
        if isinstance(value, list | tuple):
            return [self.data(one, key) for one in value]
        if not isinstance(value, str):
            return value
        masked = self.text(value)
        return stars(value, keys()[key]) if key in keys() and value and STAR not in masked else masked

    @cached_property
    def _known(self) -> re.Pattern[str]:
        """Longest first, so that none is found inside another; a number is found whole only."""
        return re.compile("|".join(map(_whole, sorted(self.known or {}, key=len, reverse=True))))


def _formless(text: str) -> str:
    """The text without anything of a known form. What one star covers may be the end of another form: hence again."""
    masked = text
    for form in forms():
        masked = form.masked(masked)
    return masked if masked == text else _formless(masked)


def _whole(value: str) -> str:
    before = "(?<![0-9A-Za-z])" if value[0].isascii() and value[0].isalnum() else ""
    after = "(?![0-9A-Za-z])" if value[-1].isascii() and value[-1].isalnum() else ""
    return f"{before}{re.escape(value)}{after}"
