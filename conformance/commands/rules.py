"""`examgate rules [ID]`: the catalogue, or one rule in detail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.text import Text as Line

from conformance import answers, catalogue, naming, target
from conformance.catalogue import Catalogue
from conformance.commands import words
from conformance.commands.common import CATALOGUE, FEATURES, HELP, LANG, SEASON
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.mutants import listing as seeded
from conformance.rulebook import detail, files, listing, standing
from conformance.saying import Stopped
from conformance.season import Season
from conformance.sentences import suite
from conformance.sentences.suite import Suite
from reports.form import Language, Text

HTML = Option(
    "--html",
    "",
    Text("write the catalogue as a page to read and print", "将规则目录生成可阅读、可打印的页面"),
)
QUESTIONS = Option(
    "--questions",
    "",
    Text(
        "write what the notice leaves open as letters to school and vendor",
        "就待明确事项生成致学校和厂商的函",
    ),
)
OUT = Option(
    "--out",
    "PATH",
    Text(
        "the page's file or the letters' folder; default below reports/out",
        "页面文件或函件目录，默认位于 reports/out",
    ),
)

FORM = Form(
    help=Text(
        "The catalogue, or one rule with its source, reading and scenarios.",
        "列出规则目录，或查看一条规则的出处、解读与场景。",
    ),
    options=(LANG, SEASON, HTML, QUESTIONS, OUT, CATALOGUE, FEATURES, HELP),
    arguments="ID",
    most=1,
)


def run(values: Values, lang: Language) -> int:
    """Print; the exit code. UnknownName for an unknown rule."""
    rules = catalogue.load(_folder(values, "--catalogue"))
    features = suite.read(_folder(values, "--features"))
    published = naming.season_named(words.last(values, "--season", "zjcm-2023"))
    answers.check(published, rules)
    console = Console()
    asked = words.last(values, "")
    if {"--html", "--questions"} & set(values):
        for path in _written(values, rules, features, published, lang):
            console.print(f"{path}", soft_wrap=True, highlight=False)
    elif asked:
        row = rules.row(asked)
        broken = [one.text for one in seeded.listed(target.load("simulated")) if row.id in one.breaks]
        for line in detail.lines(row, features, published, lang, broken):
            console.print(line, soft_wrap=True)
    else:
        return _all(rules, features, not words.last(values, "--catalogue"), console, lang)
    return 0


def _written(
    values: Values, rules: Catalogue, features: Suite, season: Season, lang: Language
) -> Iterator[Path]:
    if {"--html", "--questions"} <= set(values):
        raise Stopped(Text("--html or --questions, one at a time", "--html 与 --questions 不能同时使用"))
    out = words.last(values, "--out")
    if "--html" in values:
        yield files.rulebook(rules, features, season, lang, out)
    if "--questions" in values:
        yield from files.questions(season, out)


def _all(rules: Catalogue, features: Suite, asked: bool, console: Console, lang: Language) -> int:
    """The list and what it ends with; 3 for a fault, 2 where an atom of the document is in no rule, else 0."""
    for part in listing.parts(rules, features, lang):
        console.print(part)
    found = standing.standing(rules, features, asked)
    console.print(Line(f"\n{found.summary.within(lang)}", "bold"), soft_wrap=True)
    for line in found.missing():
        console.print(Line(line.within(lang)), soft_wrap=True)
    return found.exit_code


def _folder(values: Values, name: str) -> Path | None:
    given = words.last(values, name)
    return Path(given) if given else None
