"""`examgate target check`: is a target file as the phones are?"""

from __future__ import annotations

import sys

from conformance import naming, pairing
from conformance import target as targets
from conformance.commands import words
from conformance.commands.common import GRID, HELP, LANG, PAIR, SEASON
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.outcome import Outcome
from conformance.request import RunRequest
from conformance.saying import Stopped
from conformance.walking import surveying, telling
from reports.form import Language, Text
from reports.form.files import readable

FORM = Form(
    help=Text(
        "check FILE: connects, leads the phones over the screens that need no exam, and says which labels, elements and controls\n"
        "of the target file are there. Nothing irreversible is done.\n"
        "Exit code: 0 all of it; 1 something is otherwise; 2 a screen was not reached; 3 no phone was reached.",
        "check 文件：连接手机，走遍无须考试的页面，列出对象文件中的文字、元素和控制项哪些存在。不执行不可撤销的操作。\n"
        "退出码：0 全部相符；1 有不符之处；2 有未能到达的页面；3 未能连接手机。",
    ),
    options=(SEASON, GRID, PAIR, Option("--json", "", Text("as JSON", "以 JSON 输出")), LANG, HELP),
    arguments="check FILE",
    most=2,
)
CHECK = "check"


def run(values: Values, lang: Language) -> int:
    """The exit code."""
    given = values.get("", ())
    naming.word_after("target", given, [CHECK])
    if len(given) == 1:
        raise Stopped(Text("target check: name a target file", "target check：请给出对象文件"))
    season = naming.season_named(words.last(values, "--season", "zjcm-2023"))
    wanted = RunRequest(grid=words.last(values, "--grid"), pair=words.last(values, "--pair"))
    target = pairing.chosen(targets.load(given[1]), wanted)
    try:
        found = surveying.survey(target, season)
    except Outcome as lost:
        cause = lost.cause if isinstance(lost.cause, Text) else Text(str(lost), str(lost))
        raise Stopped(cause, lost.seen) from lost
    if words.flag(values, "--json"):
        sys.stdout.write(readable(found).decode())
    else:
        telling.tell(found, lang, Console())
    return found.exit_code
