"""The requests by which each control is tried (`trials.toml`), and what the fillings of their holes are."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

import msgspec

from conformance.bench import around_forms, forms
from conformance.bench.forms import World


@dataclass(frozen=True, slots=True)
class Trial:
    """One control. `answer` is the form that is answered, None where nothing is."""

    control: str
    method: str
    path: str
    body: str
    answer: type[Any] | None
    allows: tuple[int, ...]
    alters: bool

    def filled(self, holes: Mapping[str, str]) -> tuple[str, str, Any]:
        """Method, path and body of the request."""
        body = msgspec.json.decode(Template(self.body).substitute(holes)) if self.body else None
        return self.method, Template(self.path).substitute(holes), body


def holes(world: World, package: str) -> dict[str, str]:
    """What fills the holes: the first candidate of a world, with her phones and her sitting."""
    first = world.candidates[0]
    sitting = next(
        (
            one.sitting
            for one in first.sittings
            if (one.subject, one.session) == (world.subject, world.session)
        ),
        first.sittings[0].sitting if first.sittings else "",
    )
    return {
        "main": first.phones.main,
        "aux": first.phones.aux or first.phones.main,
        "account": first.account,
        "sitting": sitting,
        "major": first.major,
        "package": package,
    }


@cache
def trials() -> tuple[Trial, ...]:
    """All of them, in their order: what reads before what alters."""
    raw = tomllib.loads((files("conformance.benchcheck") / "trials.toml").read_text(encoding="utf-8"))
    return tuple(_trial(row) for row in raw["trials"])


def _trial(row: Mapping[str, Any]) -> Trial:
    method, _, path = row["ask"].partition(" ")
    name = row.get("answer", "")
    form = getattr(forms, name, None) or getattr(around_forms, name, None)
    return Trial(
        control=row["control"],
        method=method,
        path=path,
        body=row.get("body", ""),
        answer=form,
        allows=tuple(row.get("allows", ())),
        alters=row.get("alters", False),
    )
