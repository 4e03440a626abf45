"""What an operator is asked, and what of the answer counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from reports.form import Text


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one phone. `hint` says how it is answered; `read` gives None for what is no answer."""

    fact: str
    text: Text
    hint: Text
    read: Callable[[str], Any]


class Operator(Protocol):
    """Whoever answers."""

    def ask(self, udid: str, name: str, question: Question) -> str | None:
        """The answer as it was given, about the phone that the report calls `name`; None where none came in time."""
        ...


class Words:
    """Answers to choose from: words in both languages, and what they mean."""

    def __init__(self, choices: Mapping[tuple[str, str], Any]) -> None:
        self._meanings = {word.casefold(): value for words, value in choices.items() for word in words}
        self.hint = Text(
            " / ".join(dict.fromkeys(en for en, _ in choices)),
            " / ".join(dict.fromkeys(zh for _, zh in choices)),
        )

    def __call__(self, said: str) -> Any:
        return self._meanings.get(said.strip().casefold())
