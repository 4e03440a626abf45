"""An explanation in the terminal: a rule in detail, or a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text as Line

from conformance.explaining.why import Expected, Explanation, Presupposed
from reports.form import Language, Text
from reports.terminal import STYLES, verdict_word
from reports.wording import word

AT_MOST = Text("at most", "至多为")


def detail(one: Explanation, lang: Language) -> Iterator[Line]:
    """Everything about one rule."""
    row = one.row
    yield Line(f"{row.id}  ", "bold").append(row.title.within(lang))
    yield _fact(AT_MOST, lang).append(verdict_word(one.best, lang), STYLES[one.best])
    if one.why:
        yield _fact(Text("because", "理由"), lang).append(one.why.within(lang))
    yield _fact(Text("counts", "计入结论"), lang).append(_counts(one, lang))
    yield _fact(Text("method", "方式"), lang).append(METHODS[row.method].within(lang))
    yield from (_presupposed(feature, lang) for feature in one.presupposed)
    for wanted in one.wanting:
        yield _fact(Text("wanting", "所缺条件"), lang).append(wanted.within(lang))
    for case in one.cases:
        yield from _case(case, lang)


METHODS = {
    "scenario": Text("scenarios", "运行场景"),
    "journey": Text("a whole exam, from beginning to end", "完整考试流程"),
    "observe": Text("scenarios; several behaviours are accepted", "运行场景，可接受多种情形"),
    "review": Text(
        "scenarios; a person, or a scripted one, looks at the recordings",
        "运行场景，并由人工或脚本审核人员查看录像",
    ),
    "none": Text("no scenario can exercise it", "无法以场景测试"),
}


def table(some: Iterable[Explanation], lang: Language) -> Table:
    """A line a rule: the best that can become of it, and why."""
    grid = Table.grid(padding=(0, 2), expand=False)
    for one in some:
        grid.add_row(
            Line(one.row.id, "bold"),
            Line(verdict_word(one.best, lang), STYLES[one.best]),
            one.why.within(lang),
        )
    return grid


def _fact(name: Text, lang: Language) -> Line:
    colon = "：" if lang == "zh" else ": "
    return Line(f"  {name.within(lang)}{colon}", "dim").append("", "not dim default")


def _counts(one: Explanation, lang: Language) -> str:
    answer = Text("yes", "是") if one.counted else Text("no", "否")
    level, who = word("level", one.row.level), word("answers_for", one.row.answers_for)
    return f"{answer.within(lang)} ({level.within(lang)} · {who.within(lang)})"


def _presupposed(one: Presupposed, lang: Language) -> Line:
    holds = one.wanted is one.holds
    line = (
        _fact(Text("season", "招考年度"), lang).append("✓ " if holds else "✗ ").append(one.why.within(lang))
    )
    if one.declared is None:
        return line.append(f" ({one.feature})", "dim")
    said = (
        Text("the target declares it", "被测对象已声明支持")
        if one.declared
        else Text("the target does not declare it, which changes nothing", "被测对象未声明支持，不影响评判")
    )
    return line.append(f" ({one.feature}; {said.within(lang)})", "dim")


def _case(one: Expected, lang: Language) -> Iterator[Line]:
    mark = "–" if not one.runs else "?" if one.lacks else "·"
    yield Line(f"  {mark} {one.case.name.within(lang)}")
    for why in one.left_out:
        yield Line(f"    {why.within(lang)}", "yellow")
    if one.runs and one.lacks:
        said = Text("lacks the control", "缺少控制项").within(lang)
        yield Line(f"    {said} {', '.join(one.lacks)}", "yellow")
    needs = one.case.scene.needs
    told = Text("needs", "需要").within(lang)
    yield Line(f"    {one.case.id}" + (f" · {told} {', '.join(needs)}" if needs else ""), "dim")
