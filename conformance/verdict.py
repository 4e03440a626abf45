"""From what ended a step to the exit code: pure functions that run the published truth table."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

import contracts
from reports.form import (
    PARTIES,
    Answerer,
    Basis,
    Declarable,
    Level,
    RunVerdict,
    StepStatus,
    Target,
    TargetKind,
    Text,
    Verdict,
)

NOT_JUDGED = 3
"""The exit code of everything that keeps a run from judging."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict of a run and the exit code that goes with it."""

    verdict: RunVerdict
    exit_code: int


@cache
def table() -> Mapping[str, Any]:
    """The truth table as published; shared, so nobody changes it."""
    return tomllib.loads(contracts.text("verdicts.toml"))


def status(kind: str, keyword: str) -> StepStatus:
    """The status of a step (`given`, `when` or `then`) that ended with an outcome of this kind."""
    return cast(StepStatus, table()["outcomes"][kind][keyword])


Answered = Literal["no", "otherwise"]
"""Whether an answer has replaced the reading on which a scenario rests."""


Party = Literal["real", "simulated", "both"]
"""Whether those whom a rule binds are there for real, or simulated, or some of them each."""


def party(binds: Iterable[str], target: Target) -> Party:
    """Who of the parties that a rule binds is real; of whom a target says nothing, all are."""
    bound = {*binds} & {*PARTIES}
    if target.kind != "mixed" or not target.real or bound <= {*target.real}:
        return "real"
    return "both" if bound & {*target.real} else "simulated"


def of_steps(
    statuses: Iterable[StepStatus], basis: Basis, kind: TargetKind, answered: Answered = "no"
) -> Verdict:
    """The verdict of a scenario whose steps ended so; one without steps is ERROR."""
    rows: Mapping[str, Verdict] = table()["statuses"]
    reached = [rows[one] for one in statuses if one != "not_run"]
    verdict = worst(reached or [rows["not_run"]])
    return _softened(verdict, "scenario", {"basis": basis, "kind": kind, "answered": answered})[0]


def of_rule(
    verdicts: Iterable[Verdict],
    level: Level,
    answers_for: Answerer,
    kind: TargetKind,
    *,
    settled: bool = False,
    party: Party = "real",
) -> tuple[Verdict, Text]:
    """The verdict of a rule from those of its scenarios (at least one), and what softened it, if anything did.

    `settled`: a person has looked at what asked for one. `party`: who of those that the rule binds is there for real.
    """
    all_of_them = list(verdicts)
    person = "yes" if settled or "REVIEW" in all_of_them else "no"
    found = {"level": level, "answers_for": answers_for, "kind": kind, "person": person, "party": party}
    # Each is softened by itself: what is not settled beside a softened failure is not softened with it.
    softened = [(*_softened(one, "rule", found), one) for one in all_of_them]
    order = table()["worst_first"].index
    became, why, _ = min(softened, key=lambda one: (order(one[0]), order(one[2])))
    return became, why


def of_reading(verdict: Verdict, basis: Basis, kind: TargetKind) -> Text:
    """Why a FAIL on this basis is only a warning; empty where it is none."""
    found = {"basis": basis, "kind": kind, "answered": "no"}
    return _softened("FAIL", "scenario", found)[1] if verdict == "WARN" else Text()


def untested(answers_for: Answerer) -> Verdict:
    """The verdict of a row that no scenario can exercise."""
    return cast(Verdict, table()["untested"][answers_for])


def counts(level: Level, answers_for: Answerer) -> bool:
    """Whether the run counts a row of this level and answerer."""
    counted = table()["counted"]
    return level in counted["level"] and answers_for in counted["answers_for"]


def of_declared(of: Declarable, declared: bool, found: bool | None) -> tuple[Verdict, Text]:
    """What a declaration comes to against what was found (None: nobody looked), and why, where they contradict."""
    if found is None:
        return "NOT_APPLICABLE", Text()
    for line in table()["declared"]:
        if of in line["of"] and (line["declared"], line["found"]) == (declared, found):
            return cast(Verdict, line["verdict"]), Text(line["en"], line["zh"])
    return "PASS", Text()


def of_run(
    counted: Iterable[Verdict], every: Iterable[Verdict], full: bool, *, stale: bool = False
) -> Ruling:
    """The verdict of a run: `counted` are the verdicts of its counted rows, `every` those of all it ran.

    `stale`: a known failure does not fail any more.
    """
    found = tuple(counted)
    failed_kit = "ERROR" in {*found, *every}
    line = next(line for line in table()["run"] if _holds(line, found, failed_kit, full))
    lifted = stale and line["exit"] in table()["stale"]["instead_of"]
    return Ruling(line["verdict"], table()["stale"]["exit"] if lifted else line["exit"])


def waivable(verdict: Verdict) -> bool:
    """Whether a waiver may excuse this verdict of a rule."""
    return verdict in table()["waives"]["verdicts"]


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of some verdicts, at least one, in any order."""
    return min(verdicts, key=table()["worst_first"].index)


def _holds(line: Mapping[str, Any], counted: tuple[Verdict, ...], failed_kit: bool, full: bool) -> bool:
    if line.get("error") and not failed_kit:
        return False
    if "any" in line and not set(line["any"]) & set(counted):
        return False
    if "all" in line and ("PASS" not in counted or set(counted) - set(line["all"])):
        return False
    return line.get("full", full) is full


def _softened(verdict: Verdict, scope: str, found: Mapping[str, str]) -> tuple[Verdict, Text]:
    why = Text()
    for line in table()["softens"]:
        applies = line["scope"] == scope and line["verdict"] in ("", verdict)
        if applies and all(value in line.get(key, [value]) for key, value in found.items()):
            verdict, why = cast(Verdict, line["becomes"]), Text(line["en"], line["zh"])
    return verdict, why
