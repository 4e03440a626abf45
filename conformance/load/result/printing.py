"""A load run on a terminal, in one language: the verdict, what broke with both journals side by side, objectives, steps."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as Line

from conformance.load.result import records
from conformance.load.result.form import Load, Objective, Verdict, Violation
from conformance.load.result.words import word
from reports.form import Language
from reports.sheet import filled
from reports.visible import one_line
from reports.wording import banner_of

STYLES: dict[Verdict, str] = {
    "passed": "bold green",
    "violated": "bold red",
    "missed": "bold red",
    "incomplete": "bold yellow",
}
SHOWN = 10
COLUMNS = ("requests", "refused", "lost", "errors", "rps", "p50", "p95", "p99", "max")


def summary(result: Load, lang: Language, console: Console) -> None:
    """Print it; a platform of the run's own has the banner first, in both languages."""
    said = banner_of("simulated") if result.platform.own else None
    if said:
        console.print(Panel(Line(f"{said.zh}\n{said.en}"), border_style="yellow"))
    head = Line(word("verdict", result.verdict).within(lang), STYLES[result.verdict])
    console.print(head.append(f"  {word('says', result.verdict).within(lang)}", "not bold default"))
    for one in (*result.unfinished, *result.notices):
        console.print(Line(f"• {one_line(one.within(lang), 2000)}", "yellow"), soft_wrap=True)
    violations(result, lang, console)
    if result.objectives:
        console.print(_objectives(result.objectives, lang))
    if result.steps:
        console.print(_steps(result, lang))
    if result.arrivals.intended:
        console.print(Line(_skew(result, lang), "dim"), soft_wrap=True)


def violations(result: Load, lang: Language, console: Console) -> None:
    """What broke, the first few: the platform's lines on the left, the phone's own on the right."""
    found = result.audit.violations
    for one in found[:SHOWN]:
        console.print(_violation(one, lang))
    if len(found) > SHOWN:
        more = filled(word("ui", "more"), count=len(found) - SHOWN)
        console.print(Line(more.within(lang), "dim"))


def _violation(one: Violation, lang: Language) -> Table:
    title = Line(f"{one.rule} ", "bold red").append(one_line(one.says.within(lang)), "not bold default")
    table = Table(
        title=title.append(f"  {one_line(one.sitting)}", "not bold dim"), title_justify="left", expand=True
    )
    for side in ("of_platform", "of_user"):
        table.add_column(_ui(side, lang), ratio=1, overflow="fold")
    for left, right in records.side_by_side(one):
        table.add_row(Line(left), Line(right))
    return table


def _objectives(rows: Iterable[Objective], lang: Language) -> Table:
    table = _table("ui", lang, ("objective", "measure"), ("wanted", "seen"))
    table.add_column("")
    for one in rows:
        said, style = {
            None: ("not_measured", "yellow"),
            True: ("met", "green"),
            False: ("missed", "bold red"),
        }[one.met]
        table.add_row(
            one_line(one.id),
            one_line(one.says.within(lang)),
            one.wanted,
            one.seen,
            Line(_ui(said, lang), style),
        )
    return table


def _steps(result: Load, lang: Language) -> Table:
    table = _table("short", lang, ("step",), COLUMNS)
    for one in result.steps:
        counts = (f"{count:,}" for count in (one.requests, one.refused, one.lost, one.errors))
        took = (f"{value:,.1f}" for value in (one.rps, one.p50, one.p95, one.p99, one.max))
        table.add_row(one_line(word("step", one.step).within(lang)), *counts, *took)
    return table


def _table(group: str, lang: Language, words: Iterable[str], numbers: Iterable[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for name in words:
        table.add_column(word(group, name).within(lang))
    for name in numbers:
        table.add_column(word(group, name).within(lang), justify="right")
    return table


def _skew(result: Load, lang: Language) -> str:
    arrivals = result.arrivals
    said = filled(
        word("ui", "skew_says"),
        count=f"{arrivals.intended:,}",
        p50=f"{arrivals.skew_p50_ms:.1f}",
        p99=f"{arrivals.skew_p99_ms:.1f}",
        max=f"{arrivals.skew_max_ms:.1f}",
    )
    return said.within(lang)


def _ui(key: str, lang: Language) -> str:
    return word("ui", key).within(lang)
