"""May it go out? What several runs say together, held against a policy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from typing import Literal

from conformance.release.admission import refusals
from conformance.release.policy import Cell, Policy
from conformance.release.reading import Run
from conformance.release.weighing import Finding, findings, old
from reports.form import Results, Text

Answer = Literal["go", "no-go", "incomplete", "cannot-say"]
CODES: dict[Answer, int] = {"go": 0, "no-go": 1, "incomplete": 2, "cannot-say": 3}


@dataclass(frozen=True, slots=True)
class Weighed:
    """One run: why it says nothing, or else what it says. `fresh`: whether it may fill a cell."""

    run: Run
    refused: tuple[Text, ...]
    findings: tuple[Finding, ...]
    fresh: bool


@dataclass(frozen=True, slots=True)
class Covered:
    """A combination that the policy asks for, and the runs that have it."""

    cell: Cell
    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer and everything that it rests on."""

    policy: Policy
    runs: tuple[Weighed, ...]
    cells: tuple[Covered, ...]

    @property
    def answer(self) -> Answer:
        """A broken rule says no whatever else is missing; then what cannot be used, then what is open."""
        weights = {one.weight for weighed in self.runs for one in weighed.findings}
        if "stops" in weights:
            return "no-go"
        if "fault" in weights or any(weighed.refused for weighed in self.runs):
            return "cannot-say"
        if "open" in weights or any(not covered.runs for covered in self.cells):
            return "incomplete"
        return "go"

    @property
    def code(self) -> int:
        """The exit code."""
        return CODES[self.answer]


def decide(policy: Policy, runs: Sequence[Run], now: datetime) -> Decision:
    """Weigh these runs, at least one."""
    weighed = tuple(_weigh(run, policy, now) for run in runs)
    asked = (*(Cell(season=season) for season in policy.seasons), *policy.cells)
    cells = tuple(
        Covered(cell, tuple(one.run.name for one in weighed if one.fresh and covers(one.run.results, cell)))
        for cell in dict.fromkeys(asked)
    )
    return Decision(policy, weighed, cells)


def _weigh(run: Run, policy: Policy, now: datetime) -> Weighed:
    refused = tuple(refusals(run.results, policy, now))
    found = () if refused else tuple(findings(run.results, policy, now))
    return Weighed(run, refused, found, not refused and not old(run.results, policy, now))


def covers(results: Results, cell: Cell) -> bool:
    """Whether a run is of this combination."""
    there = place(results)
    return all(fnmatchcase(there[name], wanted) for name, wanted in cell.asks().items())


def place(results: Results) -> dict[str, str]:
    """Where a run stands in the matrix; the model is that of the main phone. Empty where the run does not tell."""
    parties = {one.party: one for one in results.subjects}
    main, aux = parties.get("main app"), parties.get("aux app")
    return {
        "main": main.version if main else "",
        "aux": aux.version if aux else "",
        "model": main.environment if main else "",
        "season": results.season.id,
    }
