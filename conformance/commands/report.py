"""`examgate report DIR`: derive page and JUnit anew from a run's results and evidence."""

from __future__ import annotations

from pathlib import Path

import reports
from conformance.commands import words
from conformance.commands.common import HELP, LANG
from conformance.commands.words import Form, Values
from conformance.console import Console
from conformance.running import outdir
from conformance.saying import Stopped
from reports import form, terminal
from reports.form import Language, Text

FORM = Form(
    help=Text(
        "Write the report of a run anew from its results; default the latest run.",
        "根据结果重新生成一次运行的报告，默认为最近一次。",
    ),
    options=(LANG, HELP),
    arguments="DIR",
    most=1,
)


def run(values: Values, lang: Language) -> int:
    """Render and print; 0 however the run ended. FormError where there are no results."""
    folder = Path(words.last(values, "", str(outdir.DEFAULT / outdir.LATEST)))
    if not (folder / "results.json").is_file():
        raise Stopped(
            Text(
                f"{folder} holds no results; name a run's folder",
                f"{folder} 中没有结果，请指定一次运行的目录",
            )
        )
    results = form.load(folder / "results.json")
    with outdir.no_room(folder):
        reports.render(folder)
    console = Console()
    terminal.summary(results, lang, console)
    console.print(f"{folder / 'index.html'}", soft_wrap=True, highlight=False)
    return 0
