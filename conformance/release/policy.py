"""A policy: what a release has to show before it may go out (TOML, `policy.schema.json`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

from conformance import tomlfile
from conformance.faults import Words, one_of, quoted
from conformance.tomlfile import Found

A_VERSION = Words("a version as pip reads them, such as 0.1.0", "符合 Python 打包规范的版本号，如 0.1.0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who must really have been exercised, and where one release alone will do, which."""

    party: str
    id: str = ""
    version: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A combination that must have a run; what is empty may be anything."""

    main: str = ""
    aux: str = ""
    model: str = ""
    season: str = ""

    def asks(self) -> dict[str, str]:
        """What it asks for, by name."""
        values = {"main": self.main, "aux": self.aux, "model": self.model, "season": self.season}
        return {name: value for name, value in values.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A policy file, read."""

    edition: str
    seasons: tuple[str, ...]
    max_age_days: float
    under_test: tuple[Party, ...]
    cells: tuple[Cell, ...] = ()
    tolerated_warnings: tuple[str, ...] = ()
    waivers: bool = False
    min_kit: str = ""
    path: Path = field(default=Path(), compare=False)

    def tolerates(self, rule: str) -> bool:
        """Whether a warning of this rule stops nothing."""
        return any(fnmatchcase(rule, glob) for glob in self.tolerated_warnings)


def load(path: Path) -> Policy:
    """The policy in a file; FileError with every fault at once."""
    raw = tomlfile.read(path, "policy", _laws)
    return Policy(
        edition=raw["edition"],
        seasons=tuple(raw["seasons"]),
        max_age_days=raw["max_age_days"],
        under_test=tuple(Party(**one) for one in raw["under_test"]),
        cells=tuple(Cell(**one) for one in raw.get("cells", ())),
        tolerated_warnings=tuple(raw.get("tolerated_warnings", ())),
        waivers=raw.get("waivers", False),
        min_kit=raw.get("min_kit", ""),
        path=path,
    )


def version(text: str) -> Version | None:
    """A version of the kit; None for what is none."""
    try:
        return Version(text)
    except InvalidVersion:
        return None


def _laws(raw: Mapping[str, Any]) -> Iterator[Found]:
    kit = raw.get("min_kit")
    if isinstance(kit, str) and kit and version(kit) is None:
        yield "min_kit", quoted(kit), A_VERSION
    seasons, cells = raw.get("seasons"), raw.get("cells")
    if not isinstance(seasons, list) or not isinstance(cells, list):
        return
    for number, cell in enumerate(cells):
        season = cell.get("season") if isinstance(cell, dict) else None
        if isinstance(season, str) and season not in seasons:
            yield f"cells[{number}].season", quoted(season), one_of(seasons)
