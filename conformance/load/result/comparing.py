"""One load run against an older one: what broke anew, which objectives turned, how latencies moved, and what else differs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from conformance.load.result.form import Load, Objective, Step, Verdict
from reports.form import Text

SCHEMA = "examgate-load-comparison/1"
ENOUGH = 100
"""Fewer requests than this have no 99th percentile worth a comparison."""
BARELY_MS = 5.0
"""What moved by less is the machine's noise, whatever its ratio."""
Sort = Literal["worse", "better", "still", "same"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two runs."""

    run: str
    started: str
    verdict: Verdict
    plan: str
    candidates: int
    requests: int
    violations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A value around the run that is not the same; `name` is its place, such as `plan.day.factor`."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A rule or an objective: worse is broken or missed now and was not, still is broken or missed in both runs."""

    id: str
    sort: Sort
    before: str
    after: str
    says: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A step in both runs. `ratio` of the 99th percentiles, new to old; None where one run had none or too few requests."""

    step: str
    requests: tuple[int, int]
    errors: tuple[int, int]
    p50: tuple[float, float]
    p95: tuple[float, float]
    p99: tuple[float, float]
    ratio: float | None
    slower: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The whole comparison. `limit`: from which ratio on a step is slower, and fails the comparison; None: none does."""

    schema: str = SCHEMA
    old: Side
    new: Side
    changes: tuple[Change, ...] = ()
    rules: tuple[Turn, ...] = ()
    objectives: tuple[Turn, ...] = ()
    steps: tuple[Moved, ...] = ()
    limit: float | None = None
    exit_code: int = 0


def compare(old: Load, new: Load, names: tuple[str, str], limit: float | None = None) -> Comparison:
    """Hold the new run against the old one. `names` are what their reader calls them."""
    rules, objectives, steps = (
        tuple(_rules(old, new)),
        tuple(_objectives(old, new)),
        tuple(_steps(old, new, limit)),
    )
    worse = any(turn.sort == "worse" for turn in (*rules, *objectives)) or any(one.slower for one in steps)
    return Comparison(
        old=_side(old, names[0]),
        new=_side(new, names[1]),
        changes=tuple(_changes(_around(old), _around(new))),
        rules=rules,
        objectives=objectives,
        steps=steps,
        limit=limit,
        exit_code=1 if worse else 2 if new.verdict == "incomplete" else 0,
    )


def schema() -> dict[str, Any]:
    """The JSON Schema of a comparison, made from the classes above."""
    made = json.loads(json.dumps(msgspec.json.schema(Comparison)))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **made}


def _side(result: Load, name: str) -> Side:
    return Side(
        run=name,
        started=result.started,
        verdict=result.verdict,
        plan=result.name,
        candidates=result.candidates,
        requests=result.total.requests if result.total else 0,
        violations=len(result.audit.violations),
    )


def _rules(old: Load, new: Load) -> Iterator[Turn]:
    said = {one.rule: one.says for run in (old, new) for one in run.audit.violations}
    before, after = (
        {rule: sum(one.rule == rule for one in run.audit.violations) for rule in said} for run in (old, new)
    )
    for rule, says in sorted(said.items()):
        sort: Sort = "better" if not after[rule] else "still" if before[rule] else "worse"
        yield Turn(id=rule, sort=sort, before=str(before[rule]), after=str(after[rule]), says=says)


def _objectives(old: Load, new: Load) -> Iterator[Turn]:
    """Those of the new run; of what the old plan did not want, the old run tells nothing."""
    known = {one.id: one for one in old.objectives}
    for one in new.objectives:
        before = known.get(one.id)
        yield Turn(
            id=one.id,
            sort=_turned(before, one),
            before=before.seen if before else "",
            after=one.seen,
            says=one.says,
        )


def _turned(before: Objective | None, after: Objective) -> Sort:
    if after.met:
        return "better" if before and not before.met else "same"
    return "still" if before and not before.met else "worse"


def _steps(old: Load, new: Load, limit: float | None) -> Iterator[Moved]:
    known = {one.step: one for one in old.steps}
    for after in new.steps:
        before = known.get(after.step)
        if before is not None:
            ratio = _ratio(before, after)
            noticeable = after.p99 - before.p99 >= BARELY_MS
            yield Moved(
                step=after.step,
                requests=(before.requests, after.requests),
                errors=(before.errors, after.errors),
                p50=(before.p50, after.p50),
                p95=(before.p95, after.p95),
                p99=(before.p99, after.p99),
                ratio=ratio,
                slower=limit is not None and ratio is not None and ratio > limit and noticeable,
            )


def _ratio(before: Step, after: Step) -> float | None:
    enough = min(before.requests, after.requests) >= ENOUGH
    return round(after.p99 / before.p99, 3) if enough and before.p99 > 0 else None


def _around(result: Load) -> dict[str, str]:
    """What was the run's and not the platform's doing, by its place."""
    told = {
        "kit": f"{result.kit.version} {result.kit.digest[:12]}".strip(),
        "season": result.season.id,
        "seed": str(result.seed),
        "candidates": str(result.candidates),
        "processes": str(result.processes),
        "machine": msgspec.to_builtins(result.machine),
        "platform": msgspec.to_builtins(result.platform),
        "plan": result.plan,
    }
    told["machine"].pop("busy")
    told["platform"].pop("url")
    return dict(_flat("", told))


def _flat(place: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flat(f"{place}.{name}" if place else str(name), inner)
    else:
        yield place, value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for name in dict.fromkeys([*before, *after]):
        if before.get(name, "") != after.get(name, ""):
            yield Change(name=name, before=before.get(name, ""), after=after.get(name, ""))
