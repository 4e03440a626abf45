"""What the command line says, in the language that was chosen; foreign words are quoted as such."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import IO

from reports.form import Language, Said, Text
from reports.visible import visible


class Stopped(Exception):
    """The command cannot go on: a sentence for the user, and more about it, of ours or quoted."""

    def __init__(self, sentence: Text, quoted: Said = "") -> None:
        self.sentence, self.quoted = sentence, quoted
        super().__init__(sentence.en)


def language(environment: Mapping[str, str] | None = None) -> Language:
    """Chinese where the locale is Chinese, else English."""
    variables = os.environ if environment is None else environment
    locale = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := variables.get(key))), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def within(said: Said, lang: Language) -> str:
    """A sentence in a language; a foreign string is marked as a quotation in Chinese."""
    if isinstance(said, Text):
        return said.within(lang)
    return f"原文：{said}" if lang == "zh" and said else said


def complain(sentence: Said, lang: Language, quoted: Said = "", to: IO[str] | None = None) -> None:
    """An error on stderr: `examgate: ...`, and below it more of ours, or foreign words marked as a quotation in Chinese."""
    stream = to or sys.stderr
    text = within(sentence, lang)
    head = "examgate：" if lang == "zh" else "examgate: "
    print(f"{head}{visible(text)}", file=stream)
    below = within(quoted.strip() if isinstance(quoted, str) else quoted, lang)
    if below:
        print(visible(below), file=stream)
