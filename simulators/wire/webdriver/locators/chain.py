"""The steps of a class chain: `**/XCUIElementTypeCell[`label BEGINSWITH 'A'`][$name == 'x'$][-1]/*[2]`.

A step goes to the children, or with `**/` to everything below; its conditions stand in backticks for an element itself
and in dollars for one below it, in which the mark is written twice to mean itself; a position counts from 1, or from
the end where it is negative, and comes last.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from simulators.wire.webdriver.ios.views import PREFIX

Of = Literal["itself", "below"]
DEEPER = re.compile(r"\*\*/")
NAME = re.compile(r"\*(?!\*)|[A-Za-z]+")
POSITION = re.compile(r"\[(-?\d{1,9})\]")
CONDITION = re.compile(r"\[(?:`((?:[^`]|``)+)`|\$((?:[^$]|\$\$)+)\$)\]", re.DOTALL)
ANY = "*"


class ChainError(ValueError):
    """The text is no class chain."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A predicate, and of what it has to hold."""

    of: Of
    predicate: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `position` 0 means every element that fits."""

    type: str
    deep: bool = False
    conditions: tuple[Condition, ...] = ()
    position: int = 0


@lru_cache(maxsize=512)
def steps(text: str) -> tuple[Step, ...]:
    """The steps in `text`; ChainError names the character at which it breaks."""
    found, place = [], 0
    while True:
        step, place = _step(text, place)
        found.append(step)
        if place == len(text):
            return tuple(found)
        if text[place] != "/":
            raise _broken(text, place)
        place += 1


def _step(text: str, place: int) -> tuple[Step, int]:
    deep = DEEPER.match(text, place)
    place = deep.end() if deep else place
    name = NAME.match(text, place)
    if name is None:
        raise _broken(text, place)
    if name[0] != ANY and not name[0].startswith(PREFIX):
        raise ChainError(f"there is no type {name[0]!r}; it may be {PREFIX}{name[0]}")
    conditions, place = _conditions(text, name.end())
    position = POSITION.match(text, place)
    if position is None:
        return Step(name[0], bool(deep), conditions), place
    if int(position[1]) == 0:
        raise ChainError("a position is counted from 1, or from -1 backwards; it is 0")
    return Step(name[0], bool(deep), conditions, int(position[1])), position.end()


def _conditions(text: str, place: int) -> tuple[tuple[Condition, ...], int]:
    found = []
    while (match := CONDITION.match(text, place)) is not None:
        found.append(_condition(match))
        place = match.end()
    return tuple(found), place


def _condition(match: re.Match[str]) -> Condition:
    if match[1] is not None:
        return Condition("itself", match[1].replace("``", "`"))
    return Condition("below", match[2].replace("$$", "$"))


def _broken(text: str, place: int) -> ChainError:
    rest = repr(text[place : place + 20]) if place < len(text) else "the end"
    return ChainError(f"cannot go on with {rest} at character {place + 1}")
