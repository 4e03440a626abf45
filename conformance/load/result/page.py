"""``index.html`` of a load run: one page that needs no network, in both languages, with its charts drawn in it.

As in a run's report, a content security policy names the hashes of the page's one style sheet and one script.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from conformance.load.result import charts
from conformance.load.result.form import Load
from conformance.load.result.words import filled, lasting, word
from reports import templating, wording
from reports.page import hashed

ROOM = "conformance.load.result"
SHOWN = 40
"""So many violations are shown whole; the file has all."""
RUN = {
    "passed": "conformant",
    "violated": "non-conformant",
    "missed": "non-conformant",
    "incomplete": "incomplete",
}
"""The colour that the report of a run has for it."""


def page(result: Load, language: str) -> str:
    """The whole page, opened in this language; equal results give equal text."""
    return (
        environment()
        .get_template("load.html.j2")
        .render(
            load=result,
            language=language,
            tone=RUN[result.verdict],
            banner=wording.banner_of("simulated") if result.platform.own else None,
            day=charts.of_the_day(result.curves, result.instants),
            zooms=[(word("step", zoom.step), charts.of_a_step(zoom.curve)) for zoom in result.zooms],
            violations=result.audit.violations[:SHOWN],
            more=len(result.audit.violations) - SHOWN,
            broken=_broken(result),
            plan=json.dumps(result.plan, ensure_ascii=False, indent=1),
            style=style(),
            script=script(),
            policy=policy(),
        )
    )


@cache
def environment() -> Environment:
    made = templating.environment(ROOM)
    made.globals.update(word=word, filled=filled, lasting=lasting, figure=figure, line=line)
    return made


def figure(value: float) -> str:
    """A latency, no more precise than it is wide."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def line(record: dict[str, Any]) -> str:
    """A record of a journal on one line."""
    return json.dumps(record, ensure_ascii=False)


def policy() -> str:
    """The page's content security policy."""
    return (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src '{hashed(style())}'; script-src '{hashed(script())}'"
    )


@cache
def style() -> Markup:
    shared = [templating.style("reports", f"css/{name}.css") for name in ("base", "report", "chart")]
    return Markup("\n").join([*shared, templating.style(ROOM, "load.css")])


@cache
def script() -> Markup:
    return templating.style(ROOM, "load.js")


def _broken(result: Load) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in result.audit.violations:
        found[one.rule] = found.get(one.rule, 0) + 1
    return found
