"""`examgate compare OLD NEW`: what fails anew, what was fixed, and what else changed between two runs."""

from __future__ import annotations

from pathlib import Path

import msgspec

from conformance.commands.common import HELP, LANG
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.release import marking, printing, reading
from conformance.release.comparison import compare
from conformance.saying import Stopped
from reports.form import Language, Text
from reports.visible import all_visible

FORM = Form(
    help=Text(
        "What fails anew from one run to another, what was fixed, and what else changed. A run is a folder or its results.json.\n"
        "Exit code: 0 nothing that counts fails anew, 1 something does, 3 the runs cannot be compared.",
        "比较两次运行：哪些规则新增不通过，哪些已修复，其他条件有何变化。可指定运行目录或其中的 results.json。\n"
        "退出码：0 没有新增不通过；1 有新增不通过；3 无法比较。",
    ),
    options=(
        Option("--json", "", Text("as JSON", "以 JSON 输出")),
        Option(
            "--markdown", "", Text("as Markdown, for a merge request", "以 Markdown 输出，供合并请求使用")
        ),
        LANG,
        HELP,
    ),
    arguments="OLD NEW",
    most=2,
)


def run(values: Values, lang: Language) -> int:
    """Print the comparison; 1 where a rule that counts fails anew."""
    given = values.get("", ())
    if len(given) != 2:
        raise Stopped(
            Text(
                f"compare takes two runs, the old one and the new one, and {len(given)} are given",
                f"compare 须给出两次运行（先旧后新），现给出 {len(given)} 个",
            )
        )
    old, new = (reading.read(Path(name)) for name in given)
    found = compare(old, new)
    console = Console()
    if "--json" in values:
        plain = msgspec.json.encode(all_visible(msgspec.to_builtins(found)))
        console.out(msgspec.json.format(plain, indent=1).decode(), highlight=False)
    elif "--markdown" in values:
        console.out(marking.comparison(found, lang), end="", highlight=False)
    else:
        printing.comparison(found, console, lang)
    return found.exit_code
