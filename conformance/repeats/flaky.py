"""The list of flaky scenarios that `examgate run --flaky` reads, as far as it can be measured: people fill in the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from conformance.repeats.forms import Wavering

LEAST_ROUNDS = 5
"""With fewer, nothing is measured; the list's schema says so too."""
HEAD = """\
# Scenarios whose verdict wavered, measured by `examgate repeat`. Fill in why, who sees to it, and until when:
# 重复运行时结论不稳定的场景，由 examgate repeat 测得。请填写原因、负责人与截止日期：
"""


def written(found: Sequence[Wavering], day: date) -> str:
    """The file; it is refused until reason, owner and expiry have been filled in."""
    return HEAD + "".join("\n" + "\n".join(_row(one, day)) + "\n" for one in found)


def _row(one: Wavering, day: date) -> Iterator[str]:
    yield "[[flaky]]"
    yield f"scenario = {json.dumps(one.scenario, ensure_ascii=False)}"
    yield f"runs = {one.runs}"
    yield f"rate = {one.rate}"
    yield f'since = "{day.isoformat()}"'
    yield from ('reason = ""', 'owner = ""', 'expires = ""')
