"""``index.html`` of a load run: one page that needs no network, in both languages, with its charts drawn in it."""

from __future__ import annotations

import json
from collections import Counter

from conformance.load.result import charts, records
from conformance.load.result.form import Load
from conformance.load.result.words import lasting, word
from reports.form import Language
from reports.sheet import sheet
from reports.wording import banner_of

SHOWN = 40
"""So many violations are shown whole; the file has all."""
PLACES = ("objectives", "audit", "curves", "steps", "zooms", "about")
RUN = {
    "passed": "conformant",
    "violated": "non-conformant",
    "missed": "non-conformant",
    "incomplete": "incomplete",
}
"""The colour that the report of a run has for it."""


def page(result: Load, language: Language) -> str:
    """The whole page, opened in this language; equal results give equal text."""
    day = charts.of_the_day(result.curves, result.instants)
    zooms = [(word("step", zoom.step), charts.of_a_step(zoom.curve)) for zoom in result.zooms]
    empty = {"curves": not day, "zooms": not zooms}
    return sheet(
        "conformance.load.result",
        "load.html.j2",
        language,
        heading=word("verdict", result.verdict),
        places=[place for place in PLACES if not empty.get(place)],
        load=result,
        tone=RUN[result.verdict],
        banner=banner_of("simulated") if result.platform.own else None,
        day=day,
        zooms=zooms,
        violations=result.audit.violations[:SHOWN],
        more=len(result.audit.violations) - SHOWN,
        broken=Counter(one.rule for one in result.audit.violations),
        plan=json.dumps(result.plan, ensure_ascii=False, indent=1),
        word=word,
        lasting=lasting,
        figure=figure,
        records=records,
    )


def figure(value: float) -> str:
    """A latency, no more precise than it is wide."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"
