"""The words behind a command's name: marks, marks that have a value, and names."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Options:
    """What was said. Of several words that follow a mark, the last is its value."""

    marks: set[str] = field(default_factory=set)
    values: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)

    def value(self, *marks: str) -> str:
        """Of the first of these marks that has one; empty where none has."""
        return next((self.values[mark] for mark in marks if mark in self.values), "")


def options(words: list[str], following: Mapping[str, int]) -> Options:
    """`following` tells how many words follow a mark; those that are missing are empty."""
    found, rest = Options(), list(words)
    while rest:
        word = rest.pop(0)
        if word in following:
            taken = [rest.pop(0) if rest else "" for _ in range(following[word])]
            found.values[word] = taken[-1]
        elif word.startswith("-") and word != "-":
            found.marks.add(word)
        else:
            found.names.append(word)
    return found
