"""What a world cannot do."""

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")


class WorldError(ValueError):
    """The world cannot do this now; the text says why."""


class NoSuch(LookupError):
    """There is no such phone, candidate or sitting in this world; the text names those there are."""


def one_of(table: Mapping[str, T], key: str, kind: str) -> T:
    """The one with this key. NoSuch where there is none."""
    if key not in table:
        raise NoSuch(f"there is no {kind} {key!r} in this world; there are {', '.join(table) or 'none'}")
    return table[key]
