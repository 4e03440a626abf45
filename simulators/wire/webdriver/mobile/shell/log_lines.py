"""logcat's command line: which lines it prints of what happened, and in which of its formats."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from simulators.wire.webdriver.logs import logcat
from simulators.wire.webdriver.mobile.shell.running import Wrong
from simulators.wire.webdriver.parts import Entry
from simulators.wire.webdriver.patterns import pattern

LINE = re.compile(r"(\S+) (\S+) +(\d+) +(\d+) (\w) (.*?): (.*)", re.DOTALL)
"""As the format threadtime has it: day, time, process, thread, priority, tag, words."""
PRIORITIES = "VDIWEFS"
FORMATS: Mapping[str, str] = {
    "threadtime": "{day} {time} {pid:>5} {tid:>5} {priority} {tag}: {text}",
    "time": "{day} {time} {priority}/{tag}({pid:>5}): {text}",
    "brief": "{priority}/{tag}({pid:>5}): {text}",
    "process": "{priority}({pid:>5}) {text}  ({tag})",
    "thread": "{priority}({pid:>5}:{tid:>5}) {text}",
    "tag": "{priority}/{tag}: {text}",
    "raw": "{text}",
    "long": "[ {day} {time} {pid:>5}:{tid:>5} {priority}/{tag} ]\n{text}\n",
}
MODIFIERS = {"color", "descriptive", "epoch", "monotonic", "printable", "uid", "usec", "UTC", "year", "zone"}
WITH_VALUE = {"-v", "-b", "-t", "-T", "-e", "-m", "--pid", "-f", "-r", "-n", "-G"}
OWN = {"-d", "-c", "-s", "-D", "-L", "-S", "-g", "-B", "--clear"}


@dataclass(slots=True)
class Wanted:
    """What a command line asks for. `last` is how many lines at most of those that there are, None for all."""

    format: str = "threadtime"
    last: int | None = None
    ends: bool = False
    clears: bool = False
    process: int | None = None
    expression: Callable[[str], object] | None = None
    least: dict[str, str] = field(default_factory=dict)
    """The lowest priority by tag; `*` is every other tag."""

    def lines(self, entries: Iterable[Entry]) -> list[str]:
        """The lines that tell of these entries and are asked for."""
        told = (LINE.fullmatch(line) for entry in entries for line in logcat(entry))
        return [self._written(match) for match in told if match is not None and self._fits(match)]

    def _fits(self, match: re.Match[str]) -> bool:
        _, _, process, _, priority, tag, text = match.groups()
        least = self.least.get(tag, self.least.get("*", "V"))
        if PRIORITIES.index(priority) < PRIORITIES.index(least) or least == "S":
            return False
        return self.process in (None, int(process)) and (
            self.expression is None or bool(self.expression(text))
        )

    def _written(self, match: re.Match[str]) -> str:
        names = ("day", "time", "pid", "tid", "priority", "tag", "text")
        return FORMATS[self.format].format(**dict(zip(names, match.groups(), strict=True)))


def wanted(words: list[str]) -> Wanted:
    """The command line, read. Wrong where a word is none of logcat's."""
    found, rest = Wanted(), list(words)
    while rest:
        word = rest.pop(0)
        name, joined, value = (
            word.partition("=") if word.startswith("--") else (word[:2], word[2:3], word[2:])
        )
        if name in WITH_VALUE:
            if not joined and not rest:
                raise Wrong(f"logcat: option requires an argument -- '{name}'")
            _take(found, name, value if joined else rest.pop(0))
        elif word in OWN:
            found.ends |= word in {"-d", "-g", "-S", "-L"}
            found.clears |= word in {"-c", "--clear"}
            if word == "-s":
                found.least["*"] = "S"
        elif word.startswith("-"):
            raise Wrong(f"logcat: unrecognized option '{word}'")
        else:
            _filter(found, word)
    return found


def _take(found: Wanted, name: str, value: str) -> None:
    if name == "-v":
        if value not in FORMATS and value not in MODIFIERS:
            raise Wrong(f'Invalid parameter "{value}" to -v')
        found.format = value if value in FORMATS else found.format
    elif name in {"-t", "-T"}:
        found.last, found.ends = int(value), found.ends or name == "-t"
    elif name == "--pid":
        found.process = int(value)
    elif name == "-e":
        found.expression = pattern(value).search


def _filter(found: Wanted, word: str) -> None:
    """`tag:priority`; a tag alone means all of it."""
    tag, _, priority = word.partition(":")
    least = (priority or "V").upper().replace("*", "V")
    if least not in PRIORITIES:
        raise Wrong(f"Invalid filter expression '{word}'")
    found.least[tag] = least
