"""What the doctor found, in the terminal: one table a phone, and below it what is to be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from conformance.doctor.forms import Checkup, Seen, in_words
from conformance.lab.reaching import UNREACHED
from conformance.readiness.remark import Grade, Teller
from conformance.verdict import NOT_JUDGED
from reports.form import Language, Text
from reports.visible import one_line
from reports.wording import banner_of

MARKS: Mapping[Grade, tuple[str, str]] = {
    "unfit": ("✗", "bold red"),
    "unknown": ("?", "magenta"),
    "advice": ("!", "yellow"),
    "fit": ("✓", "green"),
}
WIDE = 100
"""Columns from which on there is room for the rules."""
ROLES = {"main": Text("main phone", "主机"), "aux": Text("auxiliary phone", "辅机")}
TOLD: Mapping[Teller, Text] = {
    "phone": Text("phone", "手机"),
    "system": Text("system", "系统"),
    "operator": Text("operator", "操作员"),
    "nobody": Text("nobody", "无人"),
}
SUMS: Mapping[Grade, Text] = {
    "unfit": Text("Not ready: see the rows marked ✗.", "尚未就绪：请按标 ✗ 的各项处理。"),
    "unknown": Text("Not known: nobody could tell the rows marked ?.", "无法确定：标 ? 的各项未能查明。"),
    "advice": Text(
        "Ready; the rows marked ! are at the candidate's own risk.",
        "可以参加考试；标 ! 的各项不符合建议，风险自负。",
    ),
    "fit": Text("Ready for the exam.", "已就绪，可以参加考试。"),
}


def banner(kind: str, console: Console) -> None:
    """That no real phone was looked at, where none was."""
    if said := banner_of(kind):
        console.print(Line(f"{said.zh}\n{said.en}", "yellow"))


def phone(seen: Seen, lang: Language, console: Console) -> None:
    """One phone: its rows, and what to do about those that are not fit."""
    console.print()
    console.print(_head(seen, lang))
    console.print(_table(seen, lang, with_rules=console.width >= WIDE))
    if seen.fault:
        console.print(Line(f"{seen.fault.within(lang)} {one_line(seen.quoted)}".rstrip(), "bold magenta"))
    for line in _remedies(seen, lang):
        console.print(line, soft_wrap=True)


def total(found: Checkup, lang: Language, console: Console) -> None:
    console.print()
    console.print(Line(total_of(found).within(lang), MARKS[found.grade][1]))


def total_of(found: Checkup) -> Text:
    """What it comes to in one sentence."""
    return UNREACHED if found.exit_code == NOT_JUDGED else SUMS[found.grade]


def title(seen: Seen, lang: Language) -> str:
    """Which phone it is."""
    role = ROLES.get(seen.role, Text(seen.role, seen.role)).within(lang)
    return " · ".join(filter(None, (seen.pair, role, seen.name, seen.system, seen.udid)))


def seconds(seen: Seen, lang: Language) -> str:
    return Text(f"{seen.seconds:.1f} s", f"{seen.seconds:.1f} 秒").within(lang)


def _head(seen: Seen, lang: Language) -> Line:
    line = Line(title(seen, lang), "bold")
    return line.append(f"  {seconds(seen, lang)}", "not bold dim")


def _table(seen: Seen, lang: Language, *, with_rules: bool) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for _ in range(2):
        table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(no_wrap=True, style="dim")
    if with_rules:
        table.add_column(no_wrap=True, style="dim")
    for row in seen.rows:
        sign, style = MARKS[row.grade]
        cells = (
            Line(f"{sign} {in_words(row.grade, lang)}", style),
            Line(row.title.within(lang)),
            Line(one_line(row.found.within(lang))),
            Line(TOLD[row.told_by].within(lang)),
        )
        table.add_row(*cells, *((Line(" ".join(row.rules)),) if with_rules else ()))
    return table


def _remedies(seen: Seen, lang: Language) -> Iterable[Line]:
    due = [row for row in seen.rows if row.remedy]
    if due:
        yield Line(Text("What to do", "处理办法").within(lang), "bold")
    colon = Text(": ", "：").within(lang)
    for row in sorted(due, key=lambda row: list(MARKS).index(row.grade)):
        sign, style = MARKS[row.grade]
        yield Line.assemble(
            (f"  {sign} ", style), row.title.within(lang), colon, one_line(row.remedy.within(lang))
        )
