"""What of a run must be the same when it is run again: the one definition of "the same verdicts".

`verdicts` is what no seed may change; names, codes and places of people vary with it. `canonical` is what runs of the same
seed share, whatever the number of workers, and whether they were cut short and went on: every sentence, without wall
times, durations, ports, sessions of a driver, paths, and digests of pictures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from reports.form import Results, Rule, Scenario, Step

VOLATILE: Mapping[str, re.Pattern[str]] = {
    "<uuid>": re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"),
    "<digest>": re.compile(r"\b[0-9a-f]{16,}\b"),
    "<address>": re.compile(r"\b(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?"),
    "<port>": re.compile(r"(?<=\bport[ =])\d+"),
    "<path>": re.compile(r"(?<![\w.:/])/(?:[\w.+-]+/)+[\w.+-]*"),
    "<object>": re.compile(r"\b0x[0-9a-f]{6,}\b"),
}
"""What stands in a sentence for something that is another one in each run."""


def verdicts(results: Results) -> bytes:
    """The verdicts of the run, of its rules and of its scenarios, and how each step ended."""
    return _bytes(
        {
            **_of_run(results),
            "rules": {rule.id: rule.verdict for rule in results.rules},
            "scenarios": {
                one.id: [one.verdict, *(step.status for step in one.steps)] for one in results.scenarios
            },
        }
    )


def canonical(results: Results) -> bytes:
    """The same with every sentence, masked where it names what is never the same twice."""
    return _bytes(
        {
            **_of_run(results),
            "seed": results.seed,
            "counts": results.counts,
            "rules": {rule.id: _rule(rule) for rule in results.rules},
            "scenarios": {one.id: scenario(one) for one in results.scenarios},
        }
    )


def scenario(one: Scenario) -> Any:
    """One scenario as `canonical` has it."""
    return _masked(
        {
            "verdict": one.verdict,
            "fault": one.fault,
            "basis": one.basis,
            "reason": one.reason,
            "steps": [_step(step) for step in one.steps],
        }
    )


def _of_run(results: Results) -> dict[str, Any]:
    return {
        "edition": results.edition,
        "season": results.season.id,
        "target": [results.target.name, results.target.kind],
        "scope": results.scope,
        "verdict": results.verdict,
        "exit_code": results.exit_code,
    }


def _rule(rule: Rule) -> Any:
    return _masked({"verdict": rule.verdict, "reason": rule.reason, "scenarios": rule.scenarios})


def _step(step: Step) -> dict[str, Any]:
    return {
        "text": step.text,
        "status": step.status,
        "expected": step.expected,
        "seen": step.seen,
        "error": step.error,
        "values": step.values,
    }


def _masked(value: Any) -> Any:
    return _mask(msgspec.to_builtins(value))


def _mask(value: Any) -> Any:
    match value:
        case str():
            for instead, pattern in VOLATILE.items():
                value = pattern.sub(instead, value)
            return value
        case dict():
            return {key: _mask(item) for key, item in value.items()}
        case list() | tuple():
            return [_mask(item) for item in value]
    return value


def _bytes(value: Any) -> bytes:
    return msgspec.json.encode(value, order="sorted")
