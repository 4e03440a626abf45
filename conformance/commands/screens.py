"""`examgate screens`: a page with every screen of the simulated phones, in the place of this process."""

from __future__ import annotations

from typing import NoReturn

from conformance import naming
from conformance.commands import words
from conformance.commands.common import HELP, LANG, SEASON, become
from conformance.commands.words import Form, Option, Values
from conformance.running import outdir
from reports.form import Language, Text

FOLDER = outdir.DEFAULT / "screens"
MODEL = Option(
    "--model",
    "ID",
    Text(
        "a phone model, to be given once for each; default one of each system",
        "手机型号，可多次指定；默认每种系统各取一款",
    ),
)
FORM = Form(
    help=Text(
        "All screens of both apps on one page, photographed while the simulated phones are led through an exam.",
        "将两款应用的全部界面汇总为一页，图片取自模拟手机走完考试流程时的实际画面。",
    ),
    options=(
        MODEL,
        SEASON,
        Option("--out", "DIR", Text(f"the folder of the page; default {FOLDER}", f"页面目录，默认 {FOLDER}")),
        LANG,
        HELP,
    ),
)


def run(values: Values, lang: Language) -> NoReturn:
    """Become the gallery's own process: what is judged is never imported here."""
    season = str(naming.season_named(words.last(values, "--season", "zjcm-2023")).path)
    models = [word for model in values.get("--model", ()) for word in ("--model", model)]
    out = words.last(values, "--out", str(FOLDER))
    become("simulators.gallery", "--season", season, "--out", out, "--lang", lang, *models)
