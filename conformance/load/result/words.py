"""The printers' words: ``words.toml``, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from reports.form import Text


@cache
def wording() -> dict[str, dict[str, Text]]:
    """All words, by group and key."""
    raw = tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))
    return {group: {key: Text(**said) for key, said in rows.items()} for group, rows in raw.items()}


def word(group: str, key: str) -> Text:
    """The word for a key; a key that the group lacks stands for itself, as the name of a step does."""
    return wording().get(group, {}).get(key) or Text(key, key)


def lasting(seconds: float) -> Text:
    """A length of exam time."""
    for unit, en, zh in ((3600, "h", "小时"), (60, "min", "分钟")):
        if seconds >= unit:
            return Text(f"{seconds / unit:g} {en}", f"{seconds / unit:g} {zh}")
    return (
        Text(f"{seconds:g} s", f"{seconds:g} 秒")
        if seconds >= 1
        else Text(f"{seconds * 1000:g} ms", f"{seconds * 1000:g} 毫秒")
    )
