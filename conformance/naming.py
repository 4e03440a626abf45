"""Names that a user gives: one that nothing bears is answered with those that there are, the nearest last."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path

from conformance import season
from conformance.saying import Stopped
from conformance.season import Season
from reports.form import Text

LISTED = 40
"""So many names are offered; of more, a reader finds none."""


class UnknownName(Exception):
    """A name on the command line that nothing bears; `sentence` offers the names there are, the nearest last."""

    def __init__(self, what: Text, asked: str, there: Sequence[str]) -> None:
        near = difflib.get_close_matches(asked, there, n=1, cutoff=0.4)
        listed = Text(*(", ".join(there[:LISTED]) or none for none in ("none", "无")))
        more = len(there) - LISTED
        self.sentence = Text(
            f"no {what.en} {asked!r}; there are {listed.en}"
            + (f" and {more} more" if more > 0 else "")
            + (f"; did you mean {near[0]}?" if near else ""),
            f"没有{what.zh}“{asked}”；可选：{listed.zh}"
            + (f" 等 {len(there)} 项" if more > 0 else "")
            + (f"；是否指 {near[0]}？" if near else ""),
        )
        super().__init__(self.sentence.en)


def known(what: Text, asked: str, there: Iterable[str]) -> str:
    """The name, if something bears it; UnknownName."""
    names = list(there)
    if asked not in names:
        raise UnknownName(what, asked, names)
    return asked


def word_after(command: str, given: Sequence[str], known_words: Sequence[str]) -> str:
    """The first word after a command, if the command knows it; Stopped where none is given, else UnknownName."""
    if not given:
        listed = ", ".join(known_words)
        raise Stopped(Text(f"after {command} comes one of: {listed}", f"{command} 之后须写明命令：{listed}"))
    return known(Text(f"word after {command}", f" {command} 之后的命令"), given[0], known_words)


def address(asked: str, before: str = "") -> str:
    """An address of the web, if it is one; Stopped, where `before` names the option that it was given to."""
    if not asked.startswith(("http://", "https://")):
        raise Stopped(
            Text(
                f"{before}{asked}: an address begins with http:// or https://",
                f"{before}{asked}：地址须以 http:// 或 https:// 开头",
            )
        )
    return asked


def season_named(ref: str) -> Season:
    """The season with a shipped name, or in the file at a path; UnknownName, or SeasonError with every fault."""
    if ref not in season.names() and not Path(ref).is_file():
        raise UnknownName(Text("season or season file", "年度或年度文件"), ref, season.names())
    return season.load(ref)
