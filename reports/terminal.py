"""A run in the terminal: the banner first, then the verdict, the counts, and what has to be looked at.

Everything is put together as plain text with styles, never as markup, so that a name with brackets or escapes in it
is printed and does nothing.
"""

from collections.abc import Iterator

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as Line

from reports import listed
from reports.declaring import contradictions, sentence
from reports.form import Language, Results, Rule, Said, Scenario, Step, Text, Verdict
from reports.page import SETTLED, VERDICTS, broken, ranked
from reports.visible import one_line
from reports.wording import banner, word

AT_MOST = 20
COLONS: dict[Language, str] = {"en": ": ", "zh": "："}
STYLES: dict[Verdict, str] = {
    "PASS": "green",
    "FAIL": "bold red",
    "WARN": "yellow",
    "NOT_APPLICABLE": "dim",
    "INCONCLUSIVE": "yellow",
    "REVIEW": "magenta",
    "WAIVED": "cyan",
    "ERROR": "bold magenta",
}
RUN_STYLES = {
    "conformant": "bold green",
    "non-conformant": "bold red",
    "incomplete": "bold yellow",
    "partial": "bold cyan",
}


def summary(results: Results, lang: Language, console: Console) -> None:
    """Print the run on ``console`` in ``lang``; a simulated target's banner comes first, in both languages."""
    said = banner(results)
    if said:
        console.print(Panel(Line(f"{said.zh}\n{said.en}"), border_style="yellow"))
    console.print(_verdict(results, lang))
    if results.lab_fault:
        console.print(Line(results.lab_fault.within(lang), STYLES["ERROR"]))
    console.print(_counts(results, lang))
    for line in (*_notices(results, lang), *_declared(results, lang)):
        console.print(line, soft_wrap=True)
    attention = [rule for rule in ranked(results.rules) if rule.counted and rule.verdict not in SETTLED]
    if attention:
        console.print(Line(f"\n{_word('ui', 'failed_rules', lang)}", "bold"))
    for rule in attention[:AT_MOST]:
        for line in _finding(results, rule, lang):
            console.print(line, soft_wrap=True)  # a command that was broken in two could not be pasted
    if len(attention) > AT_MOST:
        console.print(Line(_word("ui", "more", lang).format(count=len(attention) - AT_MOST), "dim"))


def verdict_word(verdict: Verdict, lang: Language) -> str:
    """A verdict in words."""
    return _word("verdict", verdict, lang)


def _verdict(results: Results, lang: Language) -> Line:
    line = Line(_word("run", results.verdict, lang), RUN_STYLES[results.verdict])
    return line.append(f"  {_word('run_says', results.verdict, lang)}", "not bold default")


def _counts(results: Results, lang: Language) -> Table:
    table = Table.grid(padding=(0, 2))
    rows = {
        "counted": results.counts.counted,
        "all_rules": results.counts.rules,
        "scenarios": results.counts.scenarios,
    }
    for name, counts in rows.items():
        line = Line()
        for verdict in reversed(VERDICTS):
            if counts.get(verdict):
                line.append(f"{_word('verdict', verdict, lang)} {counts[verdict]}   ", STYLES[verdict])
        table.add_row(Line(_word("ui", name, lang), "dim"), line)
    return table


def _notices(results: Results, lang: Language) -> Iterator[Line]:
    for notice in results.notices:
        yield Line(f"• {one_line(notice.within(lang), 2000)}", "yellow")


def _declared(results: Results, lang: Language) -> Iterator[Line]:
    found = contradictions(results)
    if found:
        yield Line(f"\n{_word('ui', 'declared_otherwise', lang)}", "bold")
    for one in found:
        head = Line(f"{_word('verdict', one.verdict, lang)} ", STYLES[one.verdict])
        yield head.append(one_line(sentence(one).within(lang)), "not bold default")


def _finding(results: Results, rule: Rule, lang: Language) -> Iterator[Line]:
    head = Line(f"{_word('verdict', rule.verdict, lang)} ", STYLES[rule.verdict])
    yield head.append(f"{rule.id} ", "bold").append(one_line(rule.title.within(lang)), "not bold default")
    if rule.reason:
        yield _indented(Line(one_line(rule.reason.within(lang))))
    if said := listed.known(results, rule):
        yield _indented(Line(one_line(said.within(lang), 2000), "yellow"))
    for scenario in results.scenarios:
        if scenario.id in rule.scenarios and scenario.verdict != "PASS":
            yield from _case(results, scenario, lang)


def _case(results: Results, scenario: Scenario, lang: Language) -> Iterator[Line]:
    yield _indented(Line(one_line(scenario.name.within(lang)), "italic"))
    for said in listed.of(results, scenario):
        yield _indented(Line(one_line(said.within(lang), 2000), "yellow"))
    step = broken(scenario)
    if step:
        yield from (_indented(line) for line in _difference(step, lang))
    if scenario.rerun:
        yield _indented(Line("$ ", "dim").append(one_line(scenario.rerun, 2000), "cyan"))


def _difference(step: Step, lang: Language) -> Iterator[Line]:
    for key, said in (("expected", step.expected), ("seen", step.seen), ("error", step.error)):
        if said:
            yield Line(_word("ui", key, lang) + COLONS[lang], "dim").append(
                _said(said, lang), "not dim default"
            )


def _said(said: Said, lang: Language) -> str:
    if isinstance(said, Text):
        return one_line(said.within(lang))
    return f"[{_word('ui', 'quoted', lang)}] {one_line(said)}"


def _word(group: str, key: str, lang: Language) -> str:
    return word(group, key).within(lang)


def _indented(line: Line) -> Line:
    return Line("    ").append_text(line)
