"""`examgate review`: the rows of a run that a person has to look at, with their evidence, and what a person settles."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from rich.text import Text as Line

from conformance import catalogue, naming
from conformance.commands import words
from conformance.commands.common import HELP, LANG, SEASON
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.reviewing import checklist
from conformance.running import outdir, settling
from conformance.running.settling import Reviewed
from conformance.saying import Stopped, complain, within
from reports import terminal
from reports.form import Language, Rule, Scenario, Text
from reports.visible import one_line

FORM = Form(
    help=Text(
        "List the rows of a run that a person has to look at, and settle them; default the latest run.",
        "列出一次运行中待人工核验的规则并予以核定，默认为最近一次运行。",
    ),
    options=(
        Option("--rule", "ID", Text("settle this row", "核定该条规则")),
        Option(
            "--verdict",
            "pass|fail|open",
            Text("what the person says; open leaves it open", "核定结论；open 表示仍待核定"),
            ("pass", "fail", "open"),
        ),
        Option("--by", "NAME", Text("who settles it", "核定人姓名")),
        Option("--note", "TEXT", Text("why", "说明")),
        Option(
            "--checklist",
            "",
            Text(
                "print, as JSON, what reviewers look for, for a platform's review desk",
                "以 JSON 输出审核人员的核查清单，供平台审核台载入",
            ),
        ),
        SEASON,
        LANG,
        HELP,
    ),
    arguments="RUN",
    most=1,
)
NEEDS = ("--rule", "--verdict", "--by")
NOTHING = Text("no row of this run waits for a person", "本次运行没有待人工核验的规则")
WHO = Text("Your name (empty: leave): ", "请输入核定人姓名（留空则退出）：")
WHAT = Text("p pass, f fail, o remains open, empty: next: ", "p 通过，f 不通过，o 仍待核定，留空则下一条：")
WHY = Text("Note: ", "说明：")
KEYS = {"p": "pass", "f": "fail", "o": "open", "通过": "pass", "不通过": "fail"}


def run(values: Values, lang: Language) -> int:
    """List, and settle what is given or asked for; the run's exit code as it is then."""
    if "--checklist" in values:
        return _print_checklist(words.last(values, "--season", "zjcm-2023"))
    folder = Path(words.last(values, "", str(outdir.DEFAULT / outdir.LATEST)))
    reviewed, console = settling.read(folder), Console()
    if set(values) & {"--rule", "--verdict", "--by", "--note"}:
        reviewed = _given(reviewed, values)
    else:
        _list(reviewed, lang, console)
        if sys.stdin.isatty() and reviewed.open_now():
            reviewed = _ask(reviewed, lang)
    terminal.summary(reviewed.results, lang, console)
    console.print(f"{folder / 'index.html'}", soft_wrap=True, highlight=False)
    return reviewed.results.exit_code


def _print_checklist(season: str) -> int:
    """What the bench's control `desk/checklist` takes, and whatever desk a vendor has may read."""
    items = [asdict(item) for item in checklist.of(catalogue.load(), naming.season_named(season))]
    print(json.dumps({"schema": checklist.SCHEMA, "items": items}, ensure_ascii=False, indent=1))
    return 0


def _given(reviewed: Reviewed, values: Values) -> Reviewed:
    missing = [name for name in NEEDS if name not in values]
    if missing:
        raise Stopped(
            Text(
                f"to settle a row give {', '.join(NEEDS)}; missing: {', '.join(missing)}",
                f"核定规则须给出 {'、'.join(NEEDS)}；缺少 {'、'.join(missing)}",
            )
        )
    rule, verdict, by, note = (words.last(values, name) for name in (*NEEDS, "--note"))
    return settling.settle(reviewed, rule, settling.said(verdict), by, note)


def _list(reviewed: Reviewed, lang: Language, console: Console) -> None:
    asked = reviewed.asked()
    if not asked:
        console.print(NOTHING.within(lang))
    for rule in asked:
        for line in _row(reviewed, rule, lang):
            console.print(line, soft_wrap=True)


def _row(reviewed: Reviewed, rule: Rule, lang: Language) -> Iterator[Line]:
    """A row with its evidence, and who has settled it so far."""
    yield Line(f"{rule.id} ", "bold magenta").append(one_line(rule.title.within(lang)), "not bold default")
    for scenario in reviewed.results.scenarios:
        if scenario.id in rule.scenarios and scenario.verdict == "REVIEW":
            yield from _evidence(scenario, lang)
    for one in reviewed.results.reviews:
        if one.rule == rule.id:
            said = terminal.verdict_word(one.verdict, lang)
            yield Line(
                f"    {said} · {one_line(one.by)} · {one.at[:19].replace('T', ' ')} {one_line(one.note)}",
                "dim",
            )


def _evidence(scenario: Scenario, lang: Language) -> Iterator[Line]:
    yield Line(f"    {one_line(scenario.name.within(lang))}", "italic")
    for step in scenario.steps:
        if step.status == "review":
            yield Line(f"    {one_line(within(step.text, lang))}")
            for said in (step.error, step.seen):
                if said:
                    yield Line(f"        {one_line(within(said, lang), 2000)}")
    if scenario.evidence:
        yield Line(f"        {scenario.evidence}", "dim")


def _ask(reviewed: Reviewed, lang: Language) -> Reviewed:
    """One row after another, in the terminal; whoever gives no name leaves everything as it is."""
    by = input(WHO.within(lang)).strip()
    if not by:
        return reviewed
    for rule in reviewed.open_now():
        print(f"\n{rule.id} {one_line(rule.title.within(lang))}")
        answer = KEYS.get(input(WHAT.within(lang)).strip().lower())
        if answer is None:
            continue
        try:
            reviewed = settling.settle(
                reviewed, rule.id, settling.said(answer), by, input(WHY.within(lang)).strip()
            )
        except Stopped as stop:
            complain(stop.sentence, lang, stop.quoted)
    return reviewed
