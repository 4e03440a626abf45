"""A comparison of two load runs on a terminal, in one language."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from conformance.load.result.comparing import Comparison, Moved, Side, Sort, Turn
from conformance.load.result.words import word
from reports.form import Language, Text
from reports.sheet import filled
from reports.visible import one_line

STYLES: dict[Sort, str] = {"worse": "bold red", "better": "green", "still": "yellow", "same": "dim"}


def comparison(found: Comparison, lang: Language, console: Console) -> None:
    """Print it: the two runs, what differs around them, rules, objectives, latencies, and the one sentence last."""
    for name, side in (("old", found.old), ("new", found.new)):
        head = Line(f"{_word(name, lang)}  ", "dim")
        console.print(head.append(one_line(_side(side, lang)), "not dim default"), soft_wrap=True)
    for change in found.changes:
        said = f"{change.before or '-'} → {change.after or '-'}"
        console.print(
            Line(f"  {one_line(change.name)}  ", "cyan").append(one_line(said), "default"), soft_wrap=True
        )
    if not found.changes:
        console.print(Line(f"  {_word('no_change', lang)}", "dim"))
    for name, turns in (("rules", found.rules), ("objectives", found.objectives)):
        if turns:
            console.print(_turns(name, turns, lang))
    if found.steps:
        console.print(_steps(found.steps, lang))
    console.print(Line(conclusion(found).within(lang), "bold"))


def conclusion(found: Comparison) -> Text:
    """What it comes to."""
    rules = sum(turn.sort == "worse" for turn in found.rules)
    objectives = sum(turn.sort == "worse" for turn in found.objectives)
    slower = sum(one.slower for one in found.steps)
    if rules or objectives or slower:
        return filled(word("compare", "worse"), rules=rules, objectives=objectives, slower=slower)
    return word("compare", "open" if found.exit_code else "fine")


def _side(side: Side, lang: Language) -> str:
    counts = filled(word("compare", "side"), candidates=f"{side.candidates:,}", requests=f"{side.requests:,}")
    verdict = word("verdict", side.verdict).within(lang)
    return f"{side.run}  {side.started[:19].replace('T', ' ')}  {side.plan}  {counts.within(lang)}  {verdict}"


def _turns(name: str, turns: Sequence[Turn], lang: Language) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column(_word(name, lang))
    table.add_column("")
    for side in ("old", "new"):
        table.add_column(_word(side, lang), justify="right")
    table.add_column("")
    for turn in turns:
        sort = Line(word("turn", turn.sort).within(lang), STYLES[turn.sort])
        table.add_row(
            one_line(turn.id), one_line(turn.says.within(lang)), turn.before or "-", turn.after, sort
        )
    return table


def _steps(rows: Sequence[Moved], lang: Language) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column(word("ui", "step").within(lang))
    for name in ("requests", "errors", "p50", "p95", "p99"):
        table.add_column(word("ui", name).within(lang), justify="right")
    table.add_column(_word("ratio", lang), justify="right")
    for one in rows:
        counts = [f"{before:,} → {after:,}" for before, after in (one.requests, one.errors)]
        took = [f"{before:,.1f} → {after:,.1f}" for before, after in (one.p50, one.p95, one.p99)]
        ratio = Line(
            "-" if one.ratio is None else f"{one.ratio:.2f}", STYLES["worse" if one.slower else "same"]
        )
        table.add_row(one_line(word("step", one.step).within(lang)), *counts, *took, ratio)
    return table


def _word(key: str, lang: Language) -> str:
    return word("compare", key).within(lang)
