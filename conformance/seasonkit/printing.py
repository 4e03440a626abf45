"""Prints what is known of seasons on a terminal, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.table import Table
from rich.text import Text as Line

from conformance.console import Console
from conformance.faults import NOTHING, Fault
from conformance.saying import within
from conformance.season import Season
from conformance.seasonkit import words
from conformance.seasonkit.differences import Change, Difference, Turn
from conformance.seasonkit.remarks import Assumed
from reports.form import Language, Text
from reports.visible import visible

ADD = Text("add it", "补充该项")
RENAME = Text("remove it, or correct its name", "删除该项，或改正其名称")
CORRECT = Text("change it to what is expected", "按要求改正")
SOUND = Text("sound", "符合要求")
ASSUMED = Text("Assumed, for the school to confirm", "以下各值为假定，须由院校确认")
REMARKS = Text("To think about", "请予考虑")
NO_CHANGE = Text("nothing changes for a vendor", "对厂商没有任何变化")
CHANGED = Text("What is laid down otherwise", "规定的变化")
PAPERS = Text("Papers", "科目安排的变化")
FEATURES = Text("What the second season has, and has not", "后一年度的特征变化")
BEGINS = Text("Rules that begin to apply", "开始适用的规则")
CEASES = Text("Rules that cease to apply", "不再适用的规则")
BECAUSE = Text("because", "原因")


def checked(
    season: Season, assumed: Sequence[Assumed], remarks: Sequence[Text], console: Console, lang: Language
) -> None:
    """A sound file, with what it gives to think about."""
    _say(console, Line(f"{season.path}: {SOUND.within(lang)}", "bold"))
    if assumed:
        _say(console, Line(f"  {ASSUMED.within(lang)}", "yellow"))
        table = _grid(3)
        for one in assumed:
            name = words.key(one.key).within(lang)
            table.add_row(f"  {name}", one.value.within(lang), Line(visible(within(one.source, lang)), "dim"))
        console.print(table)
    if remarks:
        _say(console, Line(f"  {REMARKS.within(lang)}", "yellow"))
    for remark in remarks:
        _say(console, Line(f"  · {visible(remark.within(lang))}"))


def faults(found: Iterable[Fault], console: Console, lang: Language) -> None:
    """Every fault with what to do about it."""
    for fault in found:
        _say(console, Line(visible(fault.zh if lang == "zh" else str(fault)), "red"))
        _say(console, Line(f"  → {to_do(fault).within(lang)}"))


def to_do(fault: Fault) -> Text:
    """What mends a fault."""
    if fault.found == NOTHING:
        return ADD
    return RENAME if fault.found.en.startswith("the unknown key") else CORRECT


def difference(one: Season, other: Season, found: Difference, console: Console, lang: Language) -> None:
    """All that is otherwise in the second season."""
    if found.none:
        _say(console, Line(NO_CHANGE.within(lang)))
        return
    for title, changes in ((CHANGED, found.values), (PAPERS, found.papers)):
        if changes:
            console.print(_changes(title.within(lang), changes, (one.id, other.id), lang))
    if found.features:
        _say(console, Line(FEATURES.within(lang), "bold"))
        for said in found.features:
            _say(console, Line(f"  · {said.within(lang)}"))
    for title, turns in ((BEGINS, found.begins), (CEASES, found.ceases)):
        if turns:
            console.print(_turns(title.within(lang), turns, lang))


def _changes(title: str, changes: Sequence[Change], names: tuple[str, str], lang: Language) -> Table:
    table = _table(title, "", *names)
    for change in changes:
        cells = (change.name, change.before, change.after)
        table.add_row(*(Line(visible(cell.within(lang))) for cell in cells))
    return table


def _turns(title: str, turns: Sequence[Turn], lang: Language) -> Table:
    table = _table(title, "", "", BECAUSE.within(lang))
    for turn in turns:
        row = turn.row
        table.add_row(
            Line(row.id, "bold"),
            row.title.within(lang),
            Line(turn.why.within(lang), "dim"),
            end_section=False,
        )
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _grid(columns: int) -> Table:
    table = Table.grid(padding=(0, 2))
    for _ in range(columns):
        table.add_column(overflow="fold")
    return table


def _say(console: Console, line: Line) -> None:
    console.print(line, soft_wrap=True)
