"""What a Then checks: a check that holds is kept for the report, one that does not ends the step as `NotMet`."""

from __future__ import annotations

from dataclasses import dataclass

from conformance.outcome import NotMet
from reports.form import NOTHING, Said, Text


@dataclass(frozen=True, slots=True)
class Held:
    """A check that held. `note` says which behaviour was seen, where the rule accepts several."""

    expected: Said = ""
    seen: Said = ""
    note: Text = NOTHING


_held: list[Held] = []  # a process runs one step at a time, and a step has one check


def check(condition: object, *, expected: Said, seen: Said, note: Text = NOTHING) -> None:
    """Raise `NotMet` unless `condition` holds. Every Then says what it expected and what it saw."""
    if not condition:
        raise NotMet(expected=expected, seen=seen)
    _held.append(Held(expected, seen, note))


def take() -> Held:
    """The check that held in this step; an empty one where none did. The next step begins without any."""
    held = _held[-1] if _held else Held()
    _held.clear()
    return held
