"""What a Then checks: a check that holds is kept for the report, one that does not ends the step as `NotMet`."""

from __future__ import annotations

from collections.abc import Mapping
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


def observe(found: str, accepts: Mapping[str, Text], seen: Said) -> None:
    """Hold the behaviour that was found against those that a rule accepts, by their ids; the note says which it was."""
    met = accepts.get(found, NOTHING)
    check(
        met,
        expected=Text(
            f"one of these: {'; '.join(one.en for one in accepts.values())}",
            f"下列情形之一：{'；'.join(one.zh for one in accepts.values())}",
        ),
        seen=seen,
        note=Text(f"the rule leaves this open; seen here: {met.en}", f"规则对此未作限定，实际情形：{met.zh}"),
    )


def take() -> Held:
    """The check that held in this step; an empty one where none did. The next step begins without any."""
    held = _held[-1] if _held else Held()
    _held.clear()
    return held
