"""The scrap of CSS that Appium's drivers translate: type, #id, .class, [attribute], :pseudo, descendants and children."""

import re
from dataclasses import dataclass
from functools import lru_cache

NAME = r"(?:[A-Za-z_\u0080-\U0010ffff-]|\\.)(?:[\w\u0080-\U0010ffff-]|\\.)*"
TEXT = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
TYPE = re.compile(rf"\*|{NAME}")
PART = re.compile(
    rf"""\#(?P<id>(?:[\w\u0080-\U0010ffff:/-]|\\.)+)
    |\.(?P<class>{NAME})
    |\[\s*(?P<attribute>{NAME})\s*(?:(?P<sign>[*^$~]?=)\s*(?P<value>{TEXT}|[\w\u0080-\U0010ffff-]+)\s*)?\]
    |:(?P<pseudo>{NAME})(?:\(\s*(?P<argument>{TEXT}|[^()'"]*?)\s*\))?""",
    re.VERBOSE | re.DOTALL,
)
JOIN = re.compile(r"\s*>\s*|\s+")
ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class CssError(ValueError):
    """The text is no CSS selector that a driver translates."""


@dataclass(frozen=True, slots=True)
class Trait:
    """`[name sign "value"]`, or `:name(value)` with the sign `=`; a value of None was not written."""

    name: str
    sign: str = "="
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Compound:
    """One element of a selector; `child` says that it stands right below the one before."""

    type: str = ""
    id: str = ""
    classes: tuple[str, ...] = ()
    traits: tuple[Trait, ...] = ()
    child: bool = False


@lru_cache(maxsize=512)
def compounds(text: str) -> tuple[Compound, ...]:
    """The elements in `text`, from the outermost. CssError names the character at which it breaks."""
    text = text.strip()
    found: list[Compound] = []
    place, child = 0, False
    while True:
        one, place = _compound(text, place, child)
        found.append(one)
        if place == len(text):
            return tuple(found)
        join = JOIN.match(text, place)
        if join is None:
            raise _broken(text, place)
        place, child = join.end(), ">" in join[0]


def _compound(text: str, start: int, child: bool) -> tuple[Compound, int]:
    kind = TYPE.match(text, start)
    place = kind.end() if kind else start
    parts = []
    while (part := PART.match(text, place)) is not None:
        parts.append(part)
        place = part.end()
    if place == start:
        raise _broken(text, place)
    ids = [_plain(part["id"]) for part in parts if part["id"]]
    if len(ids) > 1:
        raise CssError("an element has one id")
    classes = tuple(_plain(part["class"]) for part in parts if part["class"])
    traits = tuple(_trait(part) for part in parts if part["attribute"] or part["pseudo"])
    return Compound(_plain(kind[0]) if kind else "", ids[0] if ids else "", classes, traits, child), place


def _trait(part: re.Match[str]) -> Trait:
    if part["attribute"]:
        return Trait(_plain(part["attribute"]).lower(), part["sign"] or "=", _value(part["value"]))
    return Trait(_plain(part["pseudo"]).lower(), "=", _value(part["argument"]))


def _value(written: str | None) -> str | None:
    if written is None or written[:1] not in {'"', "'"}:
        return written
    return _plain(written[1:-1])


def _plain(written: str) -> str:
    return ESCAPE.sub(r"\1", written)


def _broken(text: str, place: int) -> CssError:
    rest = repr(text[place : place + 20]) if place < len(text) else "the end"
    return CssError(f"cannot go on with {rest} at character {place + 1}")
