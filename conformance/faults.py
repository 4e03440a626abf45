"""What is wrong with a file, in both languages; a leaf, so that the season's parser may say it too."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Words:
    """What we say in English and in Chinese."""

    en: str
    zh: str


def value(text: object) -> Words:
    """What a file holds, or a key of it: the same in both languages."""
    return Words(str(text), str(text))


def quoted(text: object) -> Words:
    """A text as Python writes it; in Chinese quotation marks in Chinese."""
    return Words(repr(text), f"“{text}”")


def foreign(said: object) -> Words:
    """What a parser or the system said: ours in no language, so that the Chinese marks it as a quotation."""
    return Words(str(said), f"原文：{said}")


def one_of(there: Iterable[object]) -> Words:
    """A closed list of what is expected."""
    listed = [str(one) for one in there]
    return Words(f"one of {', '.join(listed)}", f"限填 {'、'.join(listed)}")


def times(count: int) -> Words:
    """How often something is there."""
    return Words(f"{count} times", f"出现 {count} 次")


WHOLE = "file"
"""The key of a fault that lies in no key of the file."""

NOTHING = Words("nothing", "未填写")
NO_FILE = Words("no such file", "该文件不存在")
ONE_OF = Words("one of", "限填 ")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend in a file; `line` is 0 where the key alone says where, as in TOML."""

    file: Path
    key: str
    found: Words
    expected: Words
    line: int = 0

    def __str__(self) -> str:
        where = (str(self.file), f"line {self.line}" if self.line else "", self.key)
        return f"{': '.join(filter(None, where))}: found {self.found.en}, expected {self.expected.en}"

    @property
    def zh(self) -> str:
        """The fault as a notice says it: where, what stands there, what is to stand there."""
        line = f"第 {self.line} 行" if self.line else ""
        key = f"“{self.key}”项" if self.key not in ("", WHOLE) else ""
        where = "，".join(filter(None, (f"文件 {self.file}", line, key)))
        return f"{where}。现为：{self.found.zh}；要求：{self.expected.zh}。"


class FileError(ValueError):
    """A file that cannot be used; `faults` lists all that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(listing(self.faults).en)


def listing(faults: Sequence[Fault]) -> Words:
    """All faults, one a line."""
    return Words("\n".join(str(fault) for fault in faults), "\n".join(fault.zh for fault in faults))


def did_you_mean(asked: str, there: Sequence[str], intro: Words = ONE_OF) -> Words:
    """What is expected in the place of `asked`: all there are, and the nearest."""
    near = difflib.get_close_matches(asked, there, n=1, cutoff=0.5)
    listed = Words(f"{intro.en} {', '.join(there)}", f"{intro.zh}{'、'.join(there)}")
    if not near:
        return listed
    return Words(f"{listed.en}; did you mean {near[0]}?", f"{listed.zh}（是否指 {near[0]}？）")
