"""The words of a predicate. Keywords are read in any letters; `#` before one makes it a name."""

import re
from typing import Literal, NamedTuple

from simulators.wire.webdriver.predicates.tree import PredicateError

Group = Literal["string", "number", "options", "word", "mark", "end"]
TOKEN = re.compile(
    r"""\s*(?:
    (?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    |(?P<number>0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    |(?P<options>\[[cdnlCDNL]+\])
    |(?P<word>\#?[A-Za-z_]\w*)
    |(?P<mark>&&|\|\||==|!=|<>|<=|=<|>=|=>|\*\*|[!<>=(){},.+\-*/])
    )""",
    re.VERBOSE | re.DOTALL | re.ASCII,
)
ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0"}


class Token(NamedTuple):
    """`text` is that of a string without its quotes, that of a keyword in capitals; `place` counts from 1."""

    group: Group
    text: str
    place: int


KEYWORDS = frozenset({
    "AND", "OR", "NOT", "IN", "BETWEEN", "BEGINSWITH", "CONTAINS", "ENDSWITH", "LIKE", "MATCHES", "TRUE", "YES",
    "FALSE", "NO", "NULL", "NIL", "SELF", "TRUEPREDICATE", "FALSEPREDICATE", "ANY", "ALL", "SOME", "NONE",
})  # fmt: skip


def tokens(text: str) -> list[Token]:
    """The tokens of `text`, and an end. PredicateError names the place that cannot be read."""
    found, place, end = [], 0, len(text.rstrip())
    while place < end:
        match = TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            place += len(text[place:]) - len(text[place:].lstrip())
            raise PredicateError(f"cannot read {text[place : place + 20]!r} at character {place + 1}")
        found.append(_token(match))
        place = match.end()
    return [*found, Token("end", "the end", end + 1)]


def _token(match: re.Match[str]) -> Token:
    group, place = match.lastgroup, match.start(match.lastgroup or 0) + 1
    text = match[group or 0]
    if group == "string":
        return Token("string", ESCAPE.sub(_unescaped, text[1:-1]), place)
    if group == "word" and text.upper() in KEYWORDS:
        return Token("mark", text.upper(), place)
    if group == "word":
        return Token("word", text.removeprefix("#"), place)
    if group == "options":
        return Token("options", "".join(sorted(set(text[1:-1].lower()))), place)
    return Token("number" if group == "number" else "mark", text, place)


def _unescaped(match: re.Match[str]) -> str:
    escape = match[1]
    return chr(int(escape[1:], 16)) if len(escape) > 1 else ESCAPES.get(escape, escape)
