"""The scrap of Java in which UiSelectors are written: `new Name(arguments).method(arguments)...;`.

As Appium's server reads it: `new` may be left out, and so may the whole `new UiSelector()`. In a string, a backslash
before what Java gives no meaning to stays, so that a pattern may be written as in Java or as it is.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(
    r'\s*(?:(?P<string>"(?:[^"\\]|\\.)*")|(?P<word>[A-Za-z_]\w*)|(?P<number>-?\d{1,9}(?:\.\d{1,9})?)|(?P<mark>[().,;]))',
    re.DOTALL,
)
ESCAPE = re.compile(r"\\(u+[0-9a-fA-F]{4}|[\"'\\ntr])", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
WORDS = {"true": True, "false": False}
DEEPEST = 20
MAKERS = ("UiSelector", "UiScrollable")


class JavaError(ValueError):
    """The text is no chain of calls that a UiSelector could be."""


@dataclass(frozen=True, slots=True)
class Call:
    """`name(arguments)`; of a chain, the first is the constructor."""

    name: str
    arguments: tuple["str | int | float | bool | tuple[Call, ...]", ...]


Argument = str | int | float | bool | tuple[Call, ...]


@lru_cache(maxsize=512)
def parse(text: str) -> tuple[tuple[Call, ...], ...]:
    """The chains in `text`, split at semicolons."""
    reader = _Reader(_tokens(text))
    chains = [reader.chain(0)]
    while reader.take(";"):
        if not reader.done:
            chains.append(reader.chain(0))
    if not reader.done:
        raise JavaError(f"unexpected {reader.peek!r}")
    return tuple(chains)


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, place = [], 0
    text = text.rstrip()
    while place < len(text):
        match = TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            raise JavaError(f"cannot read {text[place : place + 20]!r} at character {place + 1}")
        tokens.append((match.lastgroup, match[match.lastgroup]))
        place = match.end()
    return tokens


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens, self._place = tokens, 0

    @property
    def done(self) -> bool:
        return self._place >= len(self._tokens)

    @property
    def peek(self) -> str:
        return "the end" if self.done else self._tokens[self._place][1]

    def take(self, mark: str) -> bool:
        """Step over `mark` if it comes next."""
        here = not self.done and self._tokens[self._place] == ("mark", mark)
        self._place += here
        return here

    def chain(self, depth: int) -> tuple[Call, ...]:
        if depth > DEEPEST:
            raise JavaError(f"selectors are nested deeper than {DEEPEST}")
        calls = [self._maker(depth)]
        if calls[0].name not in MAKERS:
            raise JavaError(f"cannot make a {calls[0].name}; make a UiSelector or a UiScrollable")
        while self.take("."):
            calls.append(self._call(depth))
        return tuple(calls)

    def _maker(self, depth: int) -> Call:
        """What is made; a chain that begins with a method is one of a new UiSelector."""
        if not self._is_next("word", "new"):
            if not self.done and self._tokens[self._place] in [("word", name) for name in MAKERS]:
                return self._call(depth)
            return self._left_out()
        self._place += 1
        return self._call(depth)

    def _left_out(self) -> Call:
        if not self.done and self._tokens[self._place][0] == "word":
            self._tokens.insert(self._place, ("mark", "."))
        if not self._is_next("mark", "."):
            raise JavaError(f"a selector begins with new UiSelector(), not with {self.peek!r}")
        return Call(MAKERS[0], ())

    def _is_next(self, group: str, text: str) -> bool:
        return not self.done and self._tokens[self._place] == (group, text)

    def _call(self, depth: int) -> Call:
        name = self._next("word")
        arguments: list[Argument] = []
        self._expect("(")
        while not self.take(")"):
            if arguments:
                self._expect(",")
            arguments.append(self._argument(depth))
        return Call(name, tuple(arguments))

    def _argument(self, depth: int) -> Argument:
        group, text = self._tokens[self._place] if not self.done else ("end", "the end")
        if text not in WORDS and (group == "word" or (group, text) == ("mark", ".")):
            return self.chain(depth + 1)
        self._place += 1
        if group == "string":
            return ESCAPE.sub(_unescaped, text[1:-1])
        if group == "number":
            return float(text) if "." in text else int(text)
        if text in WORDS:
            return WORDS[text]
        raise JavaError(f"expected a string, a number, true, false or a selector, not {text!r}")

    def _expect(self, mark: str) -> None:
        if not self.take(mark):
            raise JavaError(f"expected {mark!r}, not {self.peek!r}")

    def _next(self, group: str) -> str:
        if self.done or self._tokens[self._place][0] != group:
            raise JavaError(f"expected a name, not {self.peek!r}")
        self._place += 1
        return self._tokens[self._place - 1][1]


def _unescaped(match: re.Match[str]) -> str:
    escape = match[1]
    return chr(int(escape[-4:], 16)) if escape[0] == "u" and len(escape) > 1 else ESCAPES.get(escape, escape)
