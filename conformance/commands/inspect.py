"""`examgate inspect FILE...`: what films and photos show by themselves, measured."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from conformance import naming
from conformance.commands import words
from conformance.commands.common import HELP, LANG, SEASON
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.inspect import looking
from conformance.inspect.finding import Finding
from conformance.inspect.looking import Asked, Looked
from conformance.inspect.media import NoMedia
from conformance.instants import Instants
from conformance.saying import Stopped, complain
from conformance.verdict import NOT_JUDGED
from reports.form import Language, Text

DEFECT = 1
MOST = 10_000
FORM = Form(
    help=Text(
        "What recordings and photos show by themselves: one take, live sound, light, sharpness, pages shown. "
        "Exit code 1 where a defect is found.",
        "测量录像与照片本身所能显示的内容：是否一镜到底、是否有声、亮度、清晰度、展示的页面等。发现缺陷时退出码为 1。",
    ),
    options=(
        Option(
            "--subject",
            "ID",
            Text("the films cover a sitting of this subject", "录像须覆盖该科目的一场考试"),
        ),
        Option("--session", "NAME", Text("which of its sessions; default formal", "场次，默认 formal")),
        SEASON,
        Option(
            "--orientation",
            "portrait|landscape",
            Text("how the picture has to lie", "要求的画面方向"),
            ("portrait", "landscape"),
        ),
        Option(
            "--sheet",
            "PHOTO",
            Text(
                "the photo of a page, once for each in order: the film shows these pages",
                "答题纸照片，按页序逐页指定：核对录像中展示的页面",
            ),
        ),
        Option("--json", "", Text("as JSON", "以 JSON 输出")),
        LANG,
        HELP,
    ),
    arguments="FILE...",
    most=MOST,
)
MARKS = {
    True: ("green", Text("good", "合格")),
    False: ("red", Text("defect", "缺陷")),
    None: ("yellow", Text("look", "人工查看")),
}


def run(values: Values, lang: Language) -> int:
    """Look at every file; 1 where one has a defect, 3 where one cannot be looked at."""
    paths = [Path(name) for name in values.get("", ())]
    if not paths:
        raise Stopped(Text("name at least one film or photo", "请至少指定一个录像或照片文件"))
    asked = _asked(values)
    console, unreadable = Console(), False
    seen: dict[Path, Looked] = {}
    for path in paths:
        try:
            looked = looking.inspect(path, asked)
        except (NoMedia, OSError) as error:
            complain(Text(f"{path} cannot be looked at", f"{path} 无法查看"), lang, _why(error))
            unreadable = True
            continue
        seen[path] = looked
        if "--json" not in values:
            _print(console, path, looked, lang)
    if "--json" in values:
        print(json.dumps([_json(*one) for one in seen.items()], ensure_ascii=False, indent=2))
    return NOT_JUDGED if unreadable else DEFECT * any(not looked.good for looked in seen.values())


def _why(error: Exception) -> Text | str:
    if isinstance(error, NoMedia):
        return Text("it is neither a film nor a picture", "该文件既不是录像也不是图片")
    return str(error)


def _asked(values: Values) -> Asked:
    try:
        sheets = looking.sheets([Path(name) for name in values.get("--sheet", ())])
    except (NoMedia, OSError) as error:
        raise Stopped(Text("a sheet's photo cannot be used", "答题纸照片无法使用"), str(error)) from error
    asked = Asked(orientation=words.last(values, "--orientation"), sheets=sheets)
    subject = words.last(values, "--subject")
    if not subject:
        return asked
    since, until, shown = _sitting(values, subject)
    return replace(asked, since=since, until=until, shown_from=shown)


def _sitting(values: Values, subject: str) -> tuple[datetime, datetime, datetime]:
    """Start of the exam, end of the display or else of the exam, and the end of answering."""
    season = naming.season_named(words.last(values, "--season", "zjcm-2023"))
    session = words.last(values, "--session", "formal")
    known = {paper.id: paper for paper in season.subjects}
    if subject not in known:
        raise naming.UnknownName(Text("subject", "科目"), subject, list(known))
    sessions = [window.session for window in known[subject].windows]
    if session not in sessions:
        raise naming.UnknownName(Text("session", "场次"), session, sessions)
    times = Instants(season).of(subject, session)
    return times.starts, times.display_ends or times.ends, times.ends


def _print(console: Console, path: Path, looked: Looked, lang: Language) -> None:
    console.print(f"[bold]{escape(str(path))}[/]  [dim]{escape(looked.about.within(lang))}[/]")
    table = Table.grid(padding=(0, 2))
    for row in _rows(looked.findings, lang):
        table.add_row("", *row)
    console.print(table)


def _rows(findings: Iterable[Finding], lang: Language) -> Iterable[tuple[str, str, str]]:
    for found in findings:
        colour, word = MARKS[found.good]
        yield (
            f"[{colour}]{word.within(lang)}[/]",
            found.measure.name.within(lang),
            escape(found.seen.within(lang)) + f" [dim]{escape(_limit(found))}[/]",
        )


def _limit(found: Finding) -> str:
    """The limit of a measure that has figures."""
    row = found.measure
    if not row.unit and not row.limit:
        return ""
    bounds = f"{row.limit:g}" if row.most is None else f"{row.limit:g} – {row.most:g}"
    return f"({bounds} {row.unit})".replace(" )", ")")


def _json(path: Path, looked: Looked) -> dict[str, object]:
    return {
        "file": str(path),
        "kind": looked.kind,
        "about": {"en": looked.about.en, "zh": looked.about.zh},
        "good": looked.good,
        "findings": [found.as_json() for found in looked.findings],
    }
