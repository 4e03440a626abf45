"""A target with several pairs of phones: a run for each, and one page with a row for each."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from conformance import pairing
from conformance.plan import Plan
from conformance.running import conduct
from conformance.running.outdir import no_room
from conformance.running.pairspage import Row, page
from conformance.saying import Stopped
from conformance.target.pairs import PhonePair
from conformance.verdict import NOT_JUDGED
from reports.visible import one_line

PAGE, FILE = "pairs.html", "pairs.json"
WORST = (1, NOT_JUDGED, 2, 0)
"""Exit codes, the one that decides first: a rule was broken, nothing could be judged, something was left out."""


def run(plan: Plan, out: Path, console: Console) -> int:
    """Judge with each pair in turn; the exit code that decides."""
    lang = plan.request.lang
    rows = [_judged(plan, pair, out, console) for pair in plan.target.pairs]
    with no_room(out):
        (out / FILE).write_text(
            json.dumps([_json(row) for row in rows], ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        (out / PAGE).write_text(page(rows, plan.target, lang), encoding="utf-8")
    for row in rows:
        console.print(
            f"{row.pair.name}  {one_line(row.said.within(lang))}",
            soft_wrap=True,
            highlight=False,
            markup=False,
        )
    console.print(str(out / PAGE), soft_wrap=True, highlight=False)
    codes = {row.results.exit_code if row.results else NOT_JUDGED for row in rows}
    return next(code for code in WORST if code in codes)


def _judged(plan: Plan, pair: PhonePair, out: Path, console: Console) -> Row:
    request = replace(plan.request, pair=pair.name)
    narrowed = replace(plan, request=request, target=pairing.chosen(plan.target, request))
    console.print(f"\n{pair.name}", style="bold", highlight=False, markup=False)
    try:
        results, folder = conduct.published(narrowed, out, 1, console)
    except Stopped as stop:
        console.print(stop.sentence.within(plan.request.lang), style="red", markup=False)
        return Row(pair, stopped=stop.sentence)
    return Row(pair, results, folder.name)


def _json(row: Row) -> dict[str, object]:
    phones = {
        role: {"udid": one.udid, "driver": one.driver, "model": one.model}
        for role, one in row.pair.devices.items()
    }
    found = row.results
    return {
        "pair": row.pair.name,
        "phones": phones,
        "run": row.folder,
        "verdict": found.verdict if found else None,
        "exit_code": found.exit_code if found else NOT_JUDGED,
        "counts": dict(found.counts.rules) if found else {},
        "stopped": {"en": row.stopped.en, "zh": row.stopped.zh},
    }
