"""Who is on the platform from the start: lists in files, held against the season."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from conformance.season import Season
from simulators.platform.past import Candidate
from simulators.platform.platform import Platform
from simulators.platform.roster import Entry

T = TypeVar("T")


class UnknownMajor(Exception):
    """Somebody applies for what the season does not have."""


class BadList(Exception):
    """A file does not hold the list that it should."""


def candidates(file: Path | None) -> list[Candidate]:
    wanted = "account, password, name and majors"
    return _read("--candidates", file, list[Candidate], wanted) if file else []


def roster(file: Path | None) -> list[Entry]:
    return _read("--roster", file, list[Entry], "id_number and name") if file else []


def known_majors(season: Season, people: Sequence[Candidate | Entry]) -> None:
    """UnknownMajor where somebody applies for what the season does not have."""
    known = {major.id for major in season.majors}
    for person in people:
        for major in set(person.majors) - known:
            there = ", ".join(sorted(known))
            raise UnknownMajor(f"{person.name} applies for {major!r}; the season has {there}")


def admit(platform: Platform, candidates: Sequence[Candidate], roster: Sequence[Entry]) -> None:
    """Register whom the platform does not know yet."""
    platform.register_all([one for one in candidates if not platform.knows(one.account)])
    for entry in roster:
        if not platform.has_enrolled(entry.id_number):
            platform.enrol(entry)


def _read(option: str, file: Path, kind: type[T], wanted: str) -> T:
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        expected = f"a JSON list of objects with {wanted}"
        raise BadList(f"{option} {file}: {error}; expected {expected}") from error
