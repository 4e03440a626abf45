"""The rows of seeded defects, read and checked."""

from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Layer = Literal["platform", "main app", "aux app", "phone", "upload"]
"""Where the mistake is made."""
CaughtBy = Literal["scenarios", "load"]


class DefectError(Exception):
    """A defect that is not there, or a row that cannot be used: where, what was found, what is expected."""


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """In this module of the simulated world, the text `was` stands once; the release with the defect has `now` there."""

    module: Annotated[str, Meta(pattern=r"^simulators(\.[a-z_]+)+$")]
    was: Annotated[str, Meta(min_length=1)]
    now: str


class Defect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One seeded defect.

    `breaks` maps the id of each rule that it breaks to words of the sentence (a Then, in English) that has to notice;
    `also` are rules, or globs of them, whose scenarios may meet the same mistake on their way; `source` is the public report of the same
    mistake elsewhere, where there is one; `season` one in which it can be noticed. What is caught by `load` needs many
    phones at one instant: then no scenario has to notice, and `breaks` has words of what the audit says.
    """

    id: Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    breaks: Annotated[dict[str, str], Meta(min_length=1)]
    layer: Layer
    en: str
    zh: str
    change: Annotated[tuple[Change, ...], Meta(min_length=1)]
    also: tuple[str, ...] = ()
    source: str = ""
    season: str = ""
    caught_by: CaughtBy = "scenarios"


class _File(msgspec.Struct, forbid_unknown_fields=True):
    defect: tuple[Defect, ...]


def shipped() -> tuple[Defect, ...]:
    """Every row that is shipped, by file and place."""
    folder = files("simulators") / "defects"
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name)
    return tuple(row for one in found for row in _read(one))


def every(further: Sequence[str] = ()) -> tuple[Defect, ...]:
    """Those that are shipped, and those of further files."""
    rows = (*shipped(), *(row for name in further for row in _read(Path(name))))
    twice = [name for name, count in Counter(row.id for row in rows).items() if count > 1]
    if twice:
        raise DefectError(f"defects with the same id: {', '.join(twice)}; give each an id of its own")
    return rows


def chosen(ids: Sequence[str], further: Sequence[str] = ()) -> tuple[Defect, ...]:
    """The rows with these ids, among those shipped and those of `further` files. DefectError for what is not there."""
    if not ids:
        return ()
    rows = {one.id: one for one in every(further)}
    unknown = [one for one in ids if one not in rows]
    if unknown:
        raise DefectError(
            f"no defect {', '.join(map(repr, unknown))}; python -m simulators.defects lists them"
        )
    return tuple(rows[one] for one in ids)


def _read(place: Traversable) -> tuple[Defect, ...]:
    try:
        return msgspec.toml.decode(place.read_bytes(), type=_File).defect
    except msgspec.DecodeError as fault:
        raise DefectError(f"{place}: {fault}") from fault
    except OSError as fault:
        raise DefectError(f"{place}: cannot be read ({fault.strerror})") from fault
