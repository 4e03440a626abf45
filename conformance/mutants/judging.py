"""From the scenarios run under a defect to what became of it: pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from conformance.mutants.forms import Cell, Defect, Finding, State, Witness
from reports.form import Said, Scenario, Step, Text

UNDECIDED = {"INCONCLUSIVE", "REVIEW"}


def finding(defect: Defect, scenarios: Sequence[Scenario], complaint: str = "") -> Finding:
    """What became of a defect. `complaint`: why the release could not be judged, or what it wrote when it crashed."""
    cells = {rule: cell for rule in _rules(defect, scenarios) if (cell := _cell(rule, defect, scenarios))}
    crash = complaint or _error(scenarios)
    return Finding(
        defect=defect.id,
        state="broken" if crash else _state(cells.values()),
        cells=cells,
        witnesses={rule: seen for rule in cells if (seen := _witness(rule, defect, scenarios))},
        ran=len(scenarios),
        why=crash or _why(cells),
    )


def again(defect: Defect, found: Finding) -> Finding:
    """What was found of the same release, which could be judged, by what its row says now of the rules that meet it on their way."""
    cells: dict[str, Cell] = {
        rule: _failing_cell(rule, defect) if cell in ("also", "blamed") else cell
        for rule, cell in found.cells.items()
    }
    return msgspec.structs.replace(found, cells=cells, state=_state(cells.values()), why=_why(cells))


def _rules(defect: Defect, scenarios: Iterable[Scenario]) -> list[str]:
    return sorted({*defect.breaks, *(rule for scenario in scenarios for rule in scenario.rules)})


def _cell(rule: str, defect: Defect, scenarios: Iterable[Scenario]) -> Cell | None:
    """None: it passed, and it should."""
    mine = [one for one in scenarios if rule in one.rules]
    failed = [one for one in mine if one.verdict in ("FAIL", "WARN")]
    if rule in defect.breaks:
        if any(_expected(one, defect.breaks[rule]) for one in failed):
            return "caught"
        return "other reason" if failed or any(one.verdict != "PASS" for one in mine) else "missed"
    if failed:
        return _failing_cell(rule, defect)
    return "undecided" if any(one.verdict in UNDECIDED for one in mine) else None


def _failing_cell(rule: str, defect: Defect) -> Cell:
    return "also" if defect.meets(rule) else "blamed"


def _state(cells: Iterable[Cell]) -> State:
    there = set(cells)
    if "missed" in there:
        return "survived"
    if "other reason" in there:
        return "other reason"
    return "blamed wrongly" if "blamed" in there else "caught"


def _expected(scenario: Scenario, words: str) -> bool:
    """The scenario fails by a check in the Then that has these words: no crash, no state that was not reached."""
    step = _failing(scenario)
    return step is not None and step.status == "not_met" and words in step.text.en


def _failing(scenario: Scenario) -> Step | None:
    return next((step for step in scenario.steps if step.status not in ("passed", "not_run")), None)


def _witness(rule: str, defect: Defect, scenarios: Iterable[Scenario]) -> Witness | None:
    """The scenario that tells most: one that fails as expected, or else the first that did not pass."""
    mine = [one for one in scenarios if rule in one.rules and one.verdict != "PASS"]
    words = defect.breaks.get(rule, "")
    mine.sort(key=lambda one: not _expected(one, words))
    step = _failing(mine[0]) if mine else None
    if step is None:
        return None
    return Witness(mine[0].id, step.text.en, _english(step.expected), _english(step.seen or step.error))


def _error(scenarios: Iterable[Scenario]) -> str:
    errors = (one.id for one in scenarios if one.verdict == "ERROR")
    return next((f"an error of the kit or the lab in {one}" for one in errors), "")


def _why(cells: Mapping[str, Cell]) -> str:
    return ", ".join(
        f"{rule} {cell}" for rule, cell in cells.items() if cell in ("missed", "other reason", "blamed")
    )


def _english(said: Said) -> str:
    return said.en if isinstance(said, Text) else said
