"""The rounds: everything once under each seed, with one number of workers and another in turn."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from conformance.plan import Plan
from conformance.running import conduct
from reports.form import Results, Text


@dataclass(frozen=True, slots=True)
class Ran:
    """A round that is over."""

    seed: int
    workers: int
    seconds: float
    results: Results


def rounds(plan: Plan, ids: tuple[str, ...], seeds: range, workers: int, console: Console) -> Iterator[Ran]:
    """Judge under each seed in turn, with `workers` and, where each has a target of its own, with one more; only verdicts are kept."""
    for number, seed in enumerate(seeds):
        request = replace(plan.request, seed=seed, scenarios=ids, evidence="none")
        many = workers + number % 2 if plan.target.start else workers
        console.print(_head(number + 1, len(seeds), many).within(plan.request.lang))
        begun = time.monotonic()
        with TemporaryDirectory(prefix="examgate-repeat-") as folder:
            results = conduct.judge(replace(plan, request=request), Path(folder), many, console)
        yield Ran(seed, many, round(time.monotonic() - begun, 1), results)


def _head(number: int, of: int, workers: int) -> Text:
    several = "worker" if workers == 1 else "workers"
    return Text(
        f"round {number} of {of}, {workers} {several}", f"第{number}轮，共{of}轮，并行进程数 {workers}"
    )
