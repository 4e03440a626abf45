"""A season: what an exam board published for one year, and nothing derived from it.

The file is TOML and follows `contracts/season.schema.json`.  This package is a leaf: the platform and the
examiner both read the published values here and derive their instants each on their own.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from conformance import tomlfile
from conformance.faults import NO_FILE, Fault, FileError, Words, did_you_mean
from conformance.season import answers, lawbook, parsing
from conformance.season.answers import Answer, Which
from conformance.season.contacts import Addresses, Support
from conformance.season.published import Season
from conformance.season.terms import App, Display, Exam, Interruption, Recording, Shown, Term, Waiting
from conformance.season.values import Date, Force, Limit, Major, Minimum, Origin, Subject, Window

__all__ = [
    "Addresses",
    "Answer",
    "App",
    "Date",
    "Display",
    "Exam",
    "Fault",
    "Force",
    "Interruption",
    "Limit",
    "Major",
    "Minimum",
    "Origin",
    "Recording",
    "Season",
    "SeasonError",
    "Shown",
    "Subject",
    "Support",
    "Term",
    "Waiting",
    "Which",
    "Window",
    "load",
    "names",
]


class SeasonError(FileError):
    """A season file that cannot be used; `faults` lists all that is wrong with it."""


PATH_OR = Words("a path to a season file or one of", "招考年度文件的路径，或下列名称之一：")


def names() -> list[str]:
    """The ids of the seasons that are shipped."""
    shipped = (entry.name for entry in _shipped().iterdir())
    return sorted(
        name.removesuffix(".toml") for name in shipped if name.endswith(".toml") and name.count(".") == 1
    )


def load(ref: str | Path) -> Season:
    """The season with a shipped id, or in the file at a path.

    Raises SeasonError with every fault of the file at once; a season that is not there is a fault too.
    """
    path = _locate(str(ref))
    try:
        state = path.stat()
    except OSError:
        return _read(path)
    return _unchanged(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _unchanged(path: Path, _mtime_ns: int, _size: int) -> Season:
    """Read once, for as long as the file stays as it is: every world asks for its season anew."""
    return _read(path)


def _read(path: Path) -> Season:
    try:
        raw = tomlfile.read(path, "season", lawbook.laws)
    except FileError as error:
        raise SeasonError(error.faults) from error
    return parsing.season(answers.settled(raw), path)


def _shipped() -> Path:
    return Path(str(files("conformance") / "seasons"))


def _locate(ref: str) -> Path:
    shipped = _shipped() / f"{ref}.toml"
    path = shipped if shipped.is_file() else Path(ref)
    if not path.is_file():
        expected = did_you_mean(ref, names(), PATH_OR)
        raise SeasonError((Fault(path, "season", NO_FILE, expected),))
    return path
