"""Kinds of parameters: how each is written in English and in Chinese, and what it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from steps import phrases
from steps.moments import MOMENT_EN, MOMENT_ZH, SPAN_EN, SPAN_ZH, moment, moment_zh, span, span_zh


@dataclass(frozen=True, slots=True)
class Kind:
    """`read` takes the text of either language; `translate` gives the Chinese for an English text."""

    english: str
    chinese: str
    read: Callable[[str], Any]
    translate: Callable[[str], str]

    def pattern(self, language: str) -> str:
        return {"english": self.english, "chinese": self.chinese}[language]


def _same(text: str) -> str:
    return text


def _table(words: Mapping[str, tuple[str, Any]]) -> Kind:
    """A closed list of phrases: English to (Chinese, meaning)."""
    meanings = {**{en: value for en, (_, value) in words.items()}, **dict(words.values())}
    either = [sorted(group, key=len, reverse=True) for group in (words, [zh for zh, _ in words.values()])]
    english, chinese = ("|".join(re.escape(text) for text in group) for group in either)
    return Kind(english, chinese, meanings.__getitem__, lambda text: words[text][0])


HAN = r"(?:(?![\x00-\x7f])\w)"
"""A letter that is no ASCII; spelt as a range of code points it would take a millisecond to compile, each time."""
PERSON = rf"(?!本人){HAN}{{2,4}}"

KINDS: dict[str, Kind] = {
    "Person": Kind(PERSON, f"{PERSON}?", _same, _same),
    "Label": Kind(rf"{HAN}+", rf"“{HAN}+”", lambda text: text.strip("“”"), "“{}”".format),
    "Number": Kind(r"\d+", r"\d+", int, _same),
    "Moment": Kind(MOMENT_EN, MOMENT_ZH, moment, moment_zh),
    "Span": Kind(SPAN_EN, SPAN_ZH, span, span_zh),
    **{name: _table(table) for name, table in phrases.TABLES.items()},
}
