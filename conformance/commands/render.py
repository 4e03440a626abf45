"""`examgate render RUN`: make the views of a run anew from its results and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import reports
from conformance.commands import words
from conformance.commands.common import HELP, LANG
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.naming import UnknownName
from conformance.release import reading
from conformance.running import outdir
from reports import terminal
from reports.form import Language, Text

EVERY = ",".join(reports.VIEWS)
FORM = Form(
    help=Text(
        "Make the views of a run anew from its results; default the latest run, and every view.",
        "根据结果重新生成一次运行的各种报告，默认为最近一次运行的全部报告。",
    ),
    options=(
        Option(
            "--as",
            "LIST",
            Text(f"only these views, of {EVERY}", f"只生成所列各项，可选：{'、'.join(reports.VIEWS)}"),
        ),
        Option(
            "--out",
            "DIR",
            Text("where to write; default the run's own folder", "输出目录，默认为该次运行的目录"),
        ),
        LANG,
        HELP,
    ),
    arguments="RUN",
    most=1,
)
VIEW = Text("view", "报告形式")


def run(values: Values, lang: Language) -> int:
    """Render and print; 0 however the run ended. Stopped where there are no results that fit the published schema."""
    names = _views(values)
    found = reading.read(Path(words.last(values, "", str(outdir.DEFAULT / outdir.LATEST))))
    # Without a wish, the texts are in the language of the run, wherever they are made.
    language = lang if "--lang" in values else found.results.language
    out = Path(words.last(values, "--out", str(found.folder)))
    with outdir.no_room(out):
        places = reports.write(found.results, found.folder, names, language, out)
    console = Console()
    terminal.summary(found.results, lang, console)
    for place in places:
        console.print(f"{place}", soft_wrap=True, highlight=False)
    return 0


def _views(values: Values) -> Sequence[str]:
    asked = [name for given in values.get("--as", (EVERY,)) for name in given.split(",")]
    for name in asked:
        if name not in reports.VIEWS:
            raise UnknownName(VIEW, name, list(reports.VIEWS))
    return list(dict.fromkeys(asked))
