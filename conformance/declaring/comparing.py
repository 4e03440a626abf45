"""A declaration held against what was found: a row for whatever was declared or found, and what it comes to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from conformance import verdict
from conformance.declaring.abilities import ABILITIES
from conformance.declaring.controls import CONTROLS
from conformance.target import Target
from reports.form import Declarable, Declared, Text


@dataclass(frozen=True, slots=True)
class Found:
    """What a run found: the controls that the bench offers, whether it has each kind of phone, which abilities were
    seen. None: nobody looked."""

    controls: Collection[str] | None = None
    phones: Mapping[str, bool | None] | None = None
    abilities: Mapping[str, bool | None] | None = None


def compared(target: Target, found: Found) -> tuple[Declared, ...]:
    """A row for each feature that is declared or was found; what is neither needs no word."""
    return tuple(row for row in _rows(target, found) if row.declared or row.found)


def _rows(target: Target, found: Found) -> Iterator[Declared]:
    for name in CONTROLS:
        there = None if found.controls is None else name in found.controls
        yield _row("control", name, Text(name, name), name in target.features.controls, there)
    for kind in target.phones:
        yield _row("phone", kind, Text(kind, kind), True, (found.phones or {}).get(kind))
    for name, said in ABILITIES.items():
        there = (found.abilities or {}).get(name)
        yield _row("ability", name, said, name in target.features.abilities, there)


def _row(of: Declarable, feature: str, says: Text, declared: bool, found: bool | None) -> Declared:
    became, why = verdict.of_declared(of, declared, found)
    return Declared(
        of=of, feature=feature, says=says, declared=declared, found=found, verdict=became, reason=why
    )
