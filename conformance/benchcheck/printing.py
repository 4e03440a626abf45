"""A checked bench as a table: what each control does, and what it gains."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from conformance.benchcheck.checking import Checked, Finding, State
from conformance.benchcheck.gains import Gains
from conformance.declaring.controls import CONTROLS
from conformance.saying import within
from reports.form import Language, Text
from reports.visible import one_line

STATES: dict[State, tuple[Text, str]] = {
    "works": (Text("works", "正常"), "green"),
    "faulty": (Text("faulty", "有误"), "bold red"),
    "absent": (Text("not offered", "未提供"), "dim"),
    "not_tried": (Text("not tried", "未测试"), "yellow"),
}
HEAD = (
    Text("control", "控制项"),
    Text("state", "状态"),
    Text("rules it gains", "增加可判规则"),
    Text("", ""),
)
SUM = Text(
    "with what works {whole} of {all} of the vendor's rules can be judged whole, {part} in part",
    "以正常的控制项，{all}条厂商规则中可完整评判{whole}条，可部分评判{part}条",
)
MORE = Text("{controls}: {rules} rules more", "增加 {controls}：可多评判{rules}条规则")
FAULTY = Text("this bench does not keep its contract: {count} faulty", "有{count}项不符合测试台约定")
SOUND = Text("this bench keeps its contract, as far as it was tried", "已测试的部分均符合测试台约定")


def show(checked: Checked, gains: Gains, lang: Language, console: Console) -> None:
    """The table, the sum, and what would gain most."""
    product = checked.controls.product
    head = (
        f"{product.name} {product.version}  ({checked.controls.clock}, {checked.controls.resolution_ms} ms)"
    )
    console.print(Line(one_line(head)))
    table = Table(box=None, pad_edge=False)
    for title in HEAD:
        table.add_column(title.within(lang), justify="right" if title is HEAD[2] else "left")
    for one in checked.findings:
        table.add_row(*_row(one, gains, checked, lang))
    console.print(table)
    faulty = sum(one.state == "faulty" for one in checked.findings)
    console.print(
        Line(
            (FAULTY if faulty else SOUND).within(lang).format(count=faulty),
            STATES["faulty"][1] if faulty else "green",
        )
    )
    controls = checked.working
    counts = {"whole": len(gains.whole(controls)), "part": len(gains.part(controls)), "all": len(gains.needs)}
    console.print(SUM.within(lang).format(**counts), highlight=False, soft_wrap=True)
    for names, rules in gains.next_ones(controls):
        listed = (", " if lang == "en" else "、").join(sorted(names))
        console.print(
            "  " + MORE.within(lang).format(controls=listed, rules=rules), highlight=False, soft_wrap=True
        )


def _row(one: Finding, gains: Gains, checked: Checked, lang: Language) -> tuple[Line, ...]:
    word, style = STATES[one.state]
    gained = gains.of(one.control, checked.working) if one.control in CONTROLS else 0
    said = one.said.within(lang) + (f" ({within(one.foreign, lang)})" if one.foreign else "")
    return (
        Line(one.control),
        Line(word.within(lang), style),
        Line(f"+{gained}" if gained else ""),
        Line(one_line(said)),
    )
