"""The desk's own words in both languages: words.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES: Mapping[str, str] = {"zh": "中文", "en": "English"}


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    raw = files("simulators.platform.reviewing").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


def word(key: str, lang: str) -> str:
    """The word for a key; a key that has none, such as a vendor's own record, stands for itself."""
    return _words().get(key, {}).get(lang, key)
