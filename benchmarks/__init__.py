"""Measurements behind the pages in docs/decisions: `python -m benchmarks`; run by hand, imported by nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.measured import Findings

Sizes = Mapping[str, int]
"""How much is measured: rounds, phones, frames, ..."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What `python -m benchmarks NAME` asks, and how; `tiny` is enough to see that every piece runs."""

    name: str
    question: str
    measure: Callable[[Sizes], Findings]
    full: Sizes
    tiny: Sizes


def say(progress: str) -> None:
    """Tell whoever waits."""
    print(progress, file=sys.stderr, flush=True)
