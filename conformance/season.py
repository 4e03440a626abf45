"""A season: what an exam board published for one year, and nothing derived from it.

The file is TOML and follows `contracts/season.schema.json`.  This module is a leaf: the platform and the
examiner both read the published values here and derive their instants each on their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeVar, cast

from conformance import seasonfile, tomlfile
from conformance.faults import NO_FILE, Fault, FileError, Words, did_you_mean

__all__ = [
    "Date",
    "Fault",
    "Limit",
    "Major",
    "Minimum",
    "Season",
    "SeasonError",
    "Subject",
    "Window",
    "load",
    "names",
]


class SeasonError(FileError):
    """A season file that cannot be used; `faults` lists all that is wrong with it."""


Origin = Literal["published", "read", "assumed"]
T = TypeVar("T")
PATH_OR = Words("a path to a season file or one of", "招考年度文件的路径，或下列名称之一：")


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of the season; `origin`: the board published it, a screen showed it, or we assume it."""

    name: str
    value: int
    origin: Origin
    source: str


@dataclass(frozen=True, slots=True)
class Date:
    """An instant of the season that belongs to no exam, as an aware instant in the season's zone."""

    name: str
    value: datetime
    origin: Origin
    source: str


@dataclass(frozen=True, slots=True)
class Minimum:
    """What a phone must at least be: a version, a number of years, or names of brands."""

    name: str
    value: str | int | tuple[str, ...]
    origin: Origin
    source: str


@dataclass(frozen=True, slots=True)
class Window:
    """The published answering time of one sitting, [start, end), as aware instants in the season's zone."""

    session: str
    start: datetime
    end: datetime

    @property
    def formal(self) -> bool:
        return self.session == "formal"


@dataclass(frozen=True, slots=True)
class Major:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Subject:
    """One paper of one major; `pages` is 0 where there is no answer sheet."""

    id: str
    major: str
    name: str
    has_sheet: bool
    pages: int
    windows: tuple[Window, ...]

    def window(self, session: str) -> Window:
        """The window of a session; KeyError names the sessions there are."""
        return _one({window.session: window for window in self.windows}, session, f"session of {self.id}")


@dataclass(frozen=True, slots=True)
class Season:
    id: str
    edition: str
    title: Mapping[str, str]
    zone: tzinfo
    majors: tuple[Major, ...]
    subjects: tuple[Subject, ...]
    limits: Mapping[str, Limit]
    path: Path
    dates: Mapping[str, Date] = field(default_factory=dict)
    minimums: Mapping[str, Minimum] = field(default_factory=dict)

    def subject(self, name: str) -> Subject:
        """The subject with this id; KeyError names the subjects there are."""
        return _one({subject.id: subject for subject in self.subjects}, name, "subject")

    def major(self, name: str) -> Major:
        """The major with this id; KeyError names the majors there are."""
        return _one({major.id: major for major in self.majors}, name, "major")

    def limit(self, name: str) -> int:
        """The value of a limit; KeyError names the limits there are."""
        return _one(self.limits, name, "limit").value

    def date(self, name: str) -> datetime | None:
        """The instant of a date; None where the season names no such date."""
        return self.dates[name].value if name in self.dates else None

    def minimum(self, name: str) -> str | int | tuple[str, ...] | None:
        """What a phone must at least be in one respect; None where the season does not say."""
        return self.minimums[name].value if name in self.minimums else None


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
        raw = tomlfile.read(path, "season", seasonfile.laws)
    except FileError as error:
        raise SeasonError(error.faults) from error
    zone = seasonfile.zone(raw["zone"])
    limits = {
        name: Limit(name, row["value"], cast(Origin, row["origin"]), row["source"])
        for name, row in raw["limits"].items()
    }
    return Season(
        id=raw["id"],
        edition=raw["edition"],
        title=raw["title"],
        zone=zone,
        majors=tuple(Major(row["id"], row["name"]) for row in raw["majors"]),
        subjects=tuple(_subject(row, limits, zone) for row in raw["subjects"]),
        limits=limits,
        path=path,
        dates={name: _date(name, row, zone) for name, row in raw.get("dates", {}).items()},
        minimums={name: _minimum(name, row) for name, row in raw.get("minimums", {}).items()},
    )


def _subject(row: Mapping[str, Any], limits: Mapping[str, Limit], zone: tzinfo) -> Subject:
    pages = row.get("pages", limits["sheet_pages"].value) if row["has_sheet"] else 0
    windows = (
        Window(w["session"], _instant(w["start"], zone), _instant(w["end"], zone)) for w in row["windows"]
    )
    return Subject(row["id"], row["major"], row["name"], row["has_sheet"], pages, tuple(windows))


def _date(name: str, row: Mapping[str, Any], zone: tzinfo) -> Date:
    return Date(name, _instant(row["value"], zone), row["origin"], row["source"])


def _minimum(name: str, row: Mapping[str, Any]) -> Minimum:
    value = tuple(row["value"]) if isinstance(row["value"], list) else row["value"]
    return Minimum(name, value, row["origin"], row["source"])


def _instant(text: str, zone: tzinfo) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def _shipped() -> Path:
    return Path(str(files("conformance") / "seasons"))


def _locate(ref: str) -> Path:
    shipped = _shipped() / f"{ref}.toml"
    path = shipped if shipped.is_file() else Path(ref)
    if not path.is_file():
        expected = did_you_mean(ref, names(), PATH_OR)
        raise SeasonError((Fault(path, "season", NO_FILE, expected),))
    return path


def _one(table: Mapping[str, T], key: str, kind: str) -> T:
    if key not in table:
        raise KeyError(f"no {kind} {key!r}; there are {', '.join(table)}")
    return table[key]
