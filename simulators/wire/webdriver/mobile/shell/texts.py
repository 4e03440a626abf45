"""Commands on text: what others print goes through these."""

import re
from collections.abc import Callable, Mapping

from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Wrong, letters, octets
from simulators.wire.webdriver.patterns import pattern

FOUND, NOTHING = 0, 1
ESCAPES = {r"\n": "\n", r"\t": "\t", r"\\": "\\"}


def echo(asked: Asked) -> str:
    words, end = asked.words, "\n"
    if words[:1] == ["-n"]:
        words, end = words[1:], ""
    return " ".join(words) + end


def printf(asked: Asked) -> str:
    """The format with its escapes; `%s` and `%d` take the words in turn."""
    form = re.sub(r"\\[nt\\]", lambda mark: ESCAPES[mark[0]], asked.words[0])
    words = iter(asked.words[1:])
    return re.sub(r"%[sd]", lambda _: next(words, ""), form)


def options(asked: Asked, known: str) -> tuple[set[str], list[str]]:
    """Single-letter options, joined or apart, and the words after them."""
    flags, words = set[str](), list(asked.words)
    while words and re.fullmatch(r"-[A-Za-z]+", words[0]):
        flags |= set(words.pop(0)[1:])
    if words[:1] == ["--"]:
        del words[0]
    if unknown := flags - set(known):
        raise Wrong(f"Unknown option '{min(unknown)}'")
    return flags, words


def lines_of(asked: Asked, files: list[str]) -> list[str]:
    """The lines of the files, or of what comes through the pipe."""
    texts = [letters(asked.disk.read(asked.disk.whole(name))) for name in files]
    return "".join(texts or [asked.feed]).splitlines()


def joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def grep(asked: Asked) -> Result:
    """Basic use: -i -v -c -o -q -n -E -F -w; exit code 1 where nothing is found."""
    flags, words = options(asked, "ivcoqnEFwe")
    sought = re.escape(words[0]) if "F" in flags else words[0].replace(r"\|", "|")
    try:
        wanted = pattern(
            rf"\b(?:{sought})\b" if "w" in flags else sought, re.IGNORECASE if "i" in flags else 0
        )
    except re.error as fault:
        raise Wrong(f"grep: bad regex {words[0]!r}: {fault}", 2) from fault
    numbered = list(enumerate(lines_of(asked, words[1:]), 1))
    hits = [(number, line) for number, line in numbered if bool(wanted.search(line)) != ("v" in flags)]
    if "o" in flags:
        hits = [(number, match[0]) for number, line in hits for match in wanted.finditer(line) if match[0]]
    code = FOUND if hits else NOTHING
    if "q" in flags:
        return Result(code=code)
    if "c" in flags:
        return Result(f"{len(hits)}\n", code=code)
    return Result(joined([f"{number}:{line}" if "n" in flags else line for number, line in hits]), code=code)


def _count(words: list[str]) -> tuple[int, list[str]]:
    """`-n 5`, `-5`, or the usual ten."""
    if words[:1] == ["-n"]:
        return int(words[1]), words[2:]
    if words and re.fullmatch(r"-\d+", words[0]):
        return int(words[0][1:]), words[1:]
    return 10, words


def head(asked: Asked) -> str:
    number, files = _count(asked.words)
    return joined(lines_of(asked, files)[:number])


def tail(asked: Asked) -> str:
    number, files = _count(asked.words)
    return joined(lines_of(asked, files)[-number:] if number else [])


def wc(asked: Asked) -> str:
    """Lines, words and bytes; with -l, -w or -c that one alone."""
    flags, files = options(asked, "lwc")
    text = joined(lines_of(asked, files))
    counts = {"l": text.count("\n"), "w": len(text.split()), "c": len(octets(text))}
    return " ".join(str(number) for name, number in counts.items() if not flags or name in flags) + "\n"


def sort(asked: Asked) -> str:
    flags, files = options(asked, "ru")
    lines = lines_of(asked, files)
    return joined(sorted(set(lines) if "u" in flags else lines, reverse="r" in flags))


def cut(asked: Asked) -> str:
    """`-d` delimiter, `-f` one field, each beside its value or apart."""
    words, given = list(asked.words), dict[str, str]()
    while words and words[0][:2] in ("-d", "-f"):
        name, value = words[0][:2], words.pop(0)[2:]
        given[name] = value or words.pop(0)
    parts = (line.split(given.get("-d", "\t")) for line in lines_of(asked, words))
    if "-f" not in given:
        raise Wrong("cut: say which field, as in cut -d : -f 2")
    field = int(given["-f"])
    return joined([row[field - 1] if field <= len(row) else "" for row in parts])


def _constant(code: int) -> Callable[[Asked], Result]:
    return lambda _: Result(code=code)


TABLE: Mapping[str, Run] = {
    "echo": echo,
    "printf": printf,
    "grep": grep,
    "head": head,
    "tail": tail,
    "wc": wc,
    "sort": sort,
    "cut": cut,
    "true": _constant(0),
    ":": _constant(0),
    "false": _constant(1),
    "export": lambda asked: asked.shell.export(asked.words),
}
