"""What the terminal is told of a proof: a line for each defect, and at the end how many were caught and which were not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rich.console import Console
from rich.text import Text as Line

from conformance.mutants.forms import WORST_FIRST, Cell, Defect, Finding, Matrix, State
from reports.form import Language, Text
from reports.visible import one_line

STATES: Mapping[State, tuple[str, str, Text]] = {
    "caught": ("✓", "green", Text("caught", "已查出")),
    "survived": ("✗", "red", Text("survived", "未查出")),
    "other reason": ("✗", "red", Text("noticed for another reason", "因其他原因判不通过")),
    "blamed wrongly": ("✗", "red", Text("others blamed wrongly", "误判其他规则")),
    "broken": ("!", "magenta", Text("cannot be judged", "无法评判")),
}
CELLS: Mapping[Cell, Text] = {
    "caught": Text("caught", "已查出"),
    "missed": Text("missed", "未查出"),
    "other reason": Text("another reason", "其他原因"),
    "also": Text("also", "一并查出"),
    "blamed": Text("blamed wrongly", "误判"),
    "undecided": Text("undecided", "无法判定"),
}
TOTAL = Text(
    "{defects} defects, {scenarios} scenarios run: ", "共 {defects} 个缺陷，运行场景 {scenarios} 次："
)


class Progress:
    """Prints each finding as it comes."""

    def __init__(self, console: Console, lang: Language, defects: Mapping[str, Defect], done: int) -> None:
        self._console, self._lang, self._defects, self._done = console, lang, defects, done

    def finding(self, one: Finding) -> None:
        """What became of a defect; more of it where it was not caught."""
        self._done += 1
        count = f"{self._done}/{len(self._defects)}"
        self._console.print(line(one, self._lang).append(f"  {count}", "dim"), soft_wrap=True)
        if one.state != "caught":
            for more in details(self._defects[one.defect], one, self._lang):
                self._console.print(more, soft_wrap=True)


def line(one: Finding, lang: Language) -> Line:
    """A defect, what became of it, and the rules that noticed it."""
    mark, style, said = STATES[one.state]
    caught = " ".join(rule for rule, cell in one.cells.items() if cell == "caught")
    return (
        Line(f"{mark} {said.within(lang)}  ", style)
        .append(one.defect, "bold")
        .append(f"  {caught}", "default")
    )


def details(defect: Defect, one: Finding, lang: Language) -> list[Line]:
    """Why a defect does not count as caught: what it is, and each rule that did not do as it should."""
    told = [Line(f"    {defect.text.within(lang)}")]
    for rule, cell in one.cells.items():
        if cell in ("caught", "also"):
            continue
        told.append(Line(f"    {rule} {CELLS[cell].within(lang)}", "bold"))
        seen = one.witnesses.get(rule)
        if seen:
            told += [
                Line(f"      {one_line(text)}", "dim")
                for text in (seen.scenario, seen.then, seen.expected, seen.seen)
                if text
            ]
    if one.state == "broken":
        told.append(Line(f"    {one_line(one.why)}", "dim"))
    return told


def summary(matrix: Matrix, lang: Language, console: Console) -> None:
    """The totals, and the name of each defect that was not caught."""
    counts = Counter(one.state for one in matrix.findings)
    head = TOTAL.within(lang).format(
        defects=len(matrix.findings), scenarios=sum(one.ran for one in matrix.findings)
    )
    states = [
        state
        for state in reversed(WORST_FIRST)
        if counts[state] or state in ("caught", "survived", "blamed wrongly")
    ]
    between = "，" if lang == "zh" else ", "
    console.print(
        Line(f"\n{head}", "bold").append(
            between.join(f"{STATES[s][2].within(lang)} {counts[s]}" for s in states)
        )
    )
    for one in matrix.findings:
        if one.state != "caught":
            console.print(line(one, lang), soft_wrap=True)
