"""A row of the tables of `mobile:` commands: what it does, and the arguments that it must and may have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from simulators.wire.webdriver.errors import invalid
from simulators.wire.webdriver.fields import NAMES, Body, shown
from simulators.wire.webdriver.sessions import Session

Kind = type[Any] | tuple[type[Any], ...]
Kinds = Mapping[str, Kind]
NUMBER: Kind = (int, float)
WORD: Kind = (str, int)
WORDS: Kind = (str, list)
LARGEST = 2**53
"""What every client can carry as a whole number."""


@dataclass(frozen=True, slots=True)
class Verb:
    """`run` is given the session and the arguments that the row names, each of its kind; others are ignored."""

    run: Callable[[Session, Body], Any]
    needs: Kinds = field(default_factory=dict)
    takes: Kinds = field(default_factory=dict)


def arguments(name: str, verb: Verb, given: Body) -> Body:
    """What `verb` may see of the given arguments. `invalid argument` where one is missing or of another kind."""
    there = {key: value for key, value in given.items() if value is not None}
    missing = [key for key in verb.needs if key not in there]
    if missing:
        raise invalid(
            f"mobile: {name} needs {', '.join(verb.needs)}; missing: {', '.join(missing)}, given: {shown(given)}"
        )
    kinds = {**verb.takes, **verb.needs}
    for key in kinds.keys() & there.keys():
        if not is_a(there[key], kinds[key]):
            raise invalid(f"{key!r} of mobile: {name} must be {called(kinds[key])}, not {shown(there[key])}")
    return {key: there[key] for key in kinds if key in there}


def is_a(value: object, kind: Kind) -> bool:
    """Whether a JSON value is of that kind; true and false are no numbers, and a number has an end."""
    wanted = kind if isinstance(kind, tuple) else (kind,)
    if isinstance(value, bool):
        return bool in wanted or object in wanted
    return isinstance(value, kind) and (not isinstance(value, int | float) or abs(value) <= LARGEST)


def called(kind: Kind) -> str:
    """What a kind is called in a message."""
    if kind in NAMES:
        return NAMES[kind]
    names = [one for one in kind if one is not float] if isinstance(kind, tuple) else [kind]
    return " or ".join(NAMES.get(one, "a value") for one in names)
