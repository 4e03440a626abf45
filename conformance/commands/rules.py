"""`examgate rules [ID]`: the catalogue, or one rule in detail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.cells import cell_len, set_cell_size
from rich.text import Text as Line

from conformance import answers, catalogue, naming
from conformance.catalogue import Catalogue, Row
from conformance.commands import words
from conformance.commands.common import CATALOGUE, FEATURES, HELP, LANG, SEASON
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.rulebook import files, listing, standing
from conformance.saying import Stopped
from conformance.season import Season
from conformance.sentences import suite
from conformance.sentences.scenes import Scene
from conformance.sentences.suite import Suite
from reports.form import Language, Text
from reports.wording import place, word

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
        for line in _detail(rules.row(asked), features, published, lang):
            console.print(line, soft_wrap=True)
    else:
        return _all(rules, features, console, lang)
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


def _all(rules: Catalogue, features: Suite, console: Console, lang: Language) -> int:
    for part in listing.parts(rules, features, lang):
        console.print(part)
    found = standing.standing(rules, features)
    console.print(Line(f"\n{found.summary.within(lang)}", "bold"), soft_wrap=True)
    for line in found.missing():
        console.print(Line(line.within(lang)), soft_wrap=True)
    return 0


def _folder(values: Values, name: str) -> Path | None:
    given = words.last(values, name)
    return Path(given) if given else None


def _detail(row: Row, features: Suite, season: Season, lang: Language) -> Iterator[Line]:
    yield Line(f"{row.id}  ", "bold").append(row.title.within(lang))
    source = _source(row, lang)
    facts = [
        (Text("level", "程度"), word("level", row.level).within(lang)),
        (Text("answers", "责任方"), word("answers_for", row.answers_for).within(lang)),
        (Text("binds", "约束"), " · ".join(word("binds", name).within(lang) for name in row.binds)),
        (Text("harm", "后果"), word("harm", row.harm).within(lang)),
        (
            Text("basis", "依据"),
            word("basis", answers.basis(row.basis, row.reading_ids, season)).within(lang),
        ),
        (Text("source", "出处"), source),
        (Text("reading", "解读"), f"{' '.join(row.reading_ids)} {row.reading.within(lang)}".strip()),
        *((Text("answer", "答复"), _answer(season, name, lang)) for name in row.reading_ids),
        (
            Text("accepts", "可接受"),
            " / ".join(one.within(lang) for one in answers.accepted(row, season).values()),
        ),
        (Text("not exercised", "无法测试"), row.untested.within(lang)),
        (Text("settled by", "认定方"), row.settled_by.within(lang)),
    ]
    width = max(cell_len(name.within(lang)) for name, _ in facts)
    for name, said in facts:
        if said:
            yield Line(f"  {set_cell_size(name.within(lang), width)}  ", "dim").append(
                said, "not dim default"
            )
    yield from _scenarios(row, features, lang)


def _source(row: Row, lang: Language) -> str:
    if row.notice:
        return row.notice.within(lang)
    line = f"{Text('line', '原文行号').within(lang)} {row.line}"
    return f"{place(row.section).within(lang)} · {line} · {' '.join(row.atoms)}"


def _answer(season: Season, reading: str, lang: Language) -> str:
    """What was answered in the place of a reading; empty where nothing was."""
    if reading not in season.answers:
        return ""
    told = answers.told_of(season.answers[reading]).within(lang)
    stands = answers.standing(reading, season)
    return f"{told} · {word('ui', stands).within(lang).rstrip(':：')}"


def _scenarios(row: Row, features: Suite, lang: Language) -> Iterator[Line]:
    for scene in _scenes(row, features):
        cases = list(scene.cases())
        rows = f" × {len(cases)}" if len(cases) > 1 else ""
        yield Line(f"  · {scene.name.within(lang)}{rows}", "default")
        yield Line(f"    {cases[0].id.partition('[')[0]}", "dim")


def _scenes(row: Row, features: Suite) -> list[Scene]:
    return [scene for scene in features.scenes if row.id in scene.rules]
