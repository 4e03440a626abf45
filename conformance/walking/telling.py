"""What a walk found, in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text as Line

from conformance.lab.reaching import UNREACHED
from conformance.verdict import NOT_JUDGED
from conformance.walking.forms import Screen, Survey, Walked
from reports.form import Language, Text
from reports.visible import one_line

MARKS = {"found": ("✓", "green"), "absent": ("✗", "red"), "open": ("·", "dim")}
NOT_NOW = ("–", "yellow")
"""Of a screen that was known again: it may be there at another time."""
MOST_TEXTS = 12
WHOSE = {
    "bench": Text("the bench", "测试台"),
    "driver": Text("the phones' drivers", "手机驱动"),
    "operator": Text("an operator", "操作员"),
    "withheld": Text("withheld without --allow-irreversible", "未给出 --allow-irreversible，不执行"),
    "nobody": Text("nobody", "无"),
}
UNDECLARED = Text("there, and not declared", "存在但未声明")
ENDS = {
    0: Text(
        "Every screen that needs no exam was reached and known again.",
        "无须考试的各页面均已到达，且与对象文件相符。",
    ),
    1: Text(
        "Something is not as the target's file says: see what is marked ✗.",
        "有与对象文件不符之处：见标 ✗ 的各项。",
    ),
    2: Text("Not every screen was reached.", "有未能到达的页面。"),
    NOT_JUDGED: UNREACHED,
}


def tell(found: Survey, lang: Language, console: Console) -> None:
    for line in lines(found, lang):
        console.print(line, soft_wrap=True)


def lines(found: Survey, lang: Language) -> Iterator[Line]:
    for phone in found.phones:
        yield from _phone(phone, lang)
    yield from _labels(found, lang)
    yield from _controls(found, lang)
    yield Line()
    yield Line(ENDS[found.exit_code].within(lang), {0: "green", 2: "yellow"}.get(found.exit_code, "bold red"))


def _phone(phone: Walked, lang: Language) -> Iterator[Line]:
    names = (phone.pair, phone.role, phone.driver, phone.udid)
    yield Line()
    yield Line(" · ".join(filter(None, names)), "bold")
    for screen in phone.screens:
        yield from _screen(screen, lang)
    if phone.fault:
        yield Line(f"  {phone.fault.within(lang)} {one_line(phone.quoted)}", "bold magenta")


def _screen(screen: Screen, lang: Language) -> Iterator[Line]:
    if screen.missed:
        yield Line(f"  ? {screen.name}  {one_line(screen.missed.within(lang))}", "yellow")
    else:
        sign, style = MARKS["found" if screen.known else "absent"]
        yield Line(f"  {sign} {screen.name}", style)
        for one in screen.elements:
            sign, style = MARKS[one.state] if one.state != "absent" or not screen.known else NOT_NOW
            yield Line.assemble(
                (f"      {sign} ", style), f"{one.name.rpartition('.')[2]}  ", (one.locator, "dim")
            )
    if not screen.known and screen.texts:
        shown = " | ".join(screen.texts[:MOST_TEXTS])
        head = Text("shown: ", "屏幕上有：").within(lang)
        yield Line(f"      {head}{one_line(shown)}", "dim")


def _labels(found: Survey, lang: Language) -> Iterator[Line]:
    seen = [name for name, screens in found.labels.items() if screens]
    unseen = [name for name, screens in found.labels.items() if not screens]
    head = Text(
        f"Labels: {len(seen)} seen, {len(unseen)} not on these screens",
        f"文字：已见到 {len(seen)} 项，{len(unseen)} 项不在上述页面",
    )
    yield Line()
    yield Line(head.within(lang), "bold")
    yield _row("✓", "green", seen, lang)
    yield _row("·", "dim", unseen, lang)


def _controls(found: Survey, lang: Language) -> Iterator[Line]:
    yield Line(Text("Controls", "控制项").within(lang), "bold")
    for whose, said in WHOSE.items():
        names = [name for name, who in found.controls.items() if who == whose]
        if names:
            style = "red" if whose == "nobody" else "default"
            yield Line(_listed(said, names, lang), style)
    if found.undeclared:
        yield Line(_listed(UNDECLARED, found.undeclared, lang), "yellow")


def _listed(head: Text, names: Iterable[str], lang: Language) -> str:
    colon, comma = (": ", ", ") if lang == "en" else ("：", "、")
    return f"  {head.within(lang)}{colon}{comma.join(names)}"


def _row(sign: str, style: str, names: Iterable[str], lang: Language) -> Line:
    return Line.assemble((f"  {sign} ", style), (", " if lang == "en" else "、").join(names) or "–")
