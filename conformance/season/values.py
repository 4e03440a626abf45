"""One thing that a board publishes: a number, an instant, a paper, a window; each says where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeVar

Origin = Literal["published", "read", "assumed"]
Force = Literal["rule", "advice"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of the season; `origin`: the board published it, a screen showed it, or we assume it."""

    name: str
    value: int
    origin: Origin
    source: str


@dataclass(frozen=True, slots=True)
class Date:
    """An instant of the season that belongs to no exam, as an aware instant in the season's zone."""

    name: str
    value: datetime
    origin: Origin
    source: str


@dataclass(frozen=True, slots=True)
class Minimum:
    """What a phone must at least be: a version, a number of years, or names of brands or models.

    `force` of banned brands and models: a rule, or advice only.
    """

    name: str
    value: str | int | tuple[str, ...]
    origin: Origin
    source: str
    force: Force = "rule"


@dataclass(frozen=True, slots=True)
class Window:
    """The published answering time of one sitting, [start, end), as aware instants in the season's zone."""

    session: str
    start: datetime
    end: datetime

    @property
    def formal(self) -> bool:
        return self.session == "formal"


@dataclass(frozen=True, slots=True)
class Major:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Subject:
    """One paper of one major; `pages` is 0 where there is no answer sheet."""

    id: str
    major: str
    name: str
    has_sheet: bool
    pages: int
    windows: tuple[Window, ...]

    def window(self, session: str) -> Window:
        """The window of a session; KeyError names the sessions there are."""
        return named({window.session: window for window in self.windows}, session, f"session of {self.id}")


def named(table: Mapping[str, T], key: str, kind: str) -> T:
    """The entry of a table; KeyError names those there are."""
    if key not in table:
        raise KeyError(f"no {kind} {key!r}; there are {', '.join(table)}")
    return table[key]
