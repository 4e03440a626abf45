"""Reading a line of the shell: words with their quotes, pipes, `;`, `&&`, `||`, redirections.

    line     = pipeline { (";" | "&&" | "||" | "&" | newline) pipeline }
    pipeline = command { "|" command }
    command  = { NAME=word } { word | redirection }

There are no loops, no functions and no substitution of commands; what needs them is told so.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"""
    (?P<gap>[ \t\r]+|\\\n|(?<![^\s;&|])\#[^\n]*)
  | (?P<redirection>[0-9]?(?:>>|>&[0-9]|>|<))
  | (?P<mark>&&|\|\||[;|&\n])
  | (?P<word>(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\;&|<>()])+)
    """,
    re.VERBOSE | re.DOTALL,
)
PART = re.compile(
    r"""'(?P<raw>[^']*)'|"(?P<soft>(?:[^"\\]|\\.)*)"|\\(?P<escaped>.)|(?P<bare>[^'"\\]+)""", re.DOTALL
)
SOFT_ESCAPE = re.compile(r'\\(["\\$`\n])')
VARIABLE = re.compile(r"\$(?:\{(\w+)\}|(\w+)|(\?))")
ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")
SUBSTITUTION = re.compile(r"\$\(|`")
LONGEST = 100_000


class ShellSyntax(ValueError):
    """The text is no line of a shell, or of more of a shell than there is here."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was written, quotes and all."""

    text: str

    def value(self, variables: Mapping[str, str]) -> str:
        """Without its quotes, variables filled in; a name without a value is empty."""
        return "".join(_part(match, variables) for match in PART.finditer(self.text))


@dataclass(frozen=True, slots=True)
class Redirection:
    """`mark` (such as `2>`) and where to."""

    mark: str
    target: Word | None


@dataclass(slots=True)
class Command:
    """Words, and where their output goes."""

    words: list[Word] = field(default_factory=list)
    redirections: list[Redirection] = field(default_factory=list)


@dataclass(slots=True)
class Step:
    """A pipeline, and what connects it with the one before: `;`, `&&` or `||`."""

    joint: str
    commands: list[Command]


def read(text: str) -> list[Step]:
    """The line's pipelines. ShellSyntax says what cannot be read."""
    steps, joint, commands, command = list[Step](), ";", list[Command](), Command()
    tokens = _tokens(text)
    for kind, token in tokens:
        if kind == "word":
            command.words.append(Word(token))
        elif kind == "redirection":
            command.redirections.append(_redirection(token, tokens))
        elif token == "|":
            commands, command = [*commands, _some(command, token)], Command()
        else:
            if command.words or command.redirections or commands:
                steps.append(Step(joint, [*commands, _some(command, token)]))
            elif token in {"&&", "||"}:
                raise ShellSyntax(f"syntax error: unexpected '{token}'")
            joint, commands, command = token if token in {"&&", "||"} else ";", [], Command()
    if command.words or command.redirections or commands or joint != ";":
        steps.append(Step(joint, [*commands, _some(command, "the end")]))
    return steps


def _some(command: Command, before: str) -> Command:
    if not command.words and not command.redirections:
        raise ShellSyntax(f"syntax error: unexpected {before!r}")
    return command


def _redirection(mark: str, tokens: Iterator[tuple[str, str]]) -> Redirection:
    if "&" in mark:
        return Redirection(mark, None)
    kind, token = next(tokens, ("end", "the end"))
    if kind != "word":
        raise ShellSyntax(f"syntax error: unexpected {token!r} after {mark}")
    return Redirection(mark, Word(token))


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    if len(text) > LONGEST:
        raise ShellSyntax(f"the line has {len(text)} characters; a shell takes {LONGEST}")
    place = 0
    while place < len(text):
        match = TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            raise ShellSyntax(_fault(text[place:]))
        place = match.end()
        if match.lastgroup != "gap":
            yield match.lastgroup, match[0]


def _fault(rest: str) -> str:
    if rest[0] in "'\"":
        return f"no closing quote: {rest[:20]}"
    return f"syntax error: unexpected {rest[0]!r}"


def _part(match: re.Match[str], variables: Mapping[str, str]) -> str:
    if match["raw"] is not None:
        return match["raw"]
    if match["escaped"] is not None:
        return match["escaped"]
    soft = match["soft"]
    text = match["bare"] if soft is None else soft
    if SUBSTITUTION.search(text):
        raise ShellSyntax("this shell runs no commands inside of words")
    filled = VARIABLE.sub(lambda name: variables.get(name[1] or name[2] or name[3], ""), text)
    return filled if soft is None else SOFT_ESCAPE.sub(r"\1", filled)
