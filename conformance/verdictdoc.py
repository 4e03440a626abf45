"""Prints the truth table as `docs/verdicts.md`: `python -m conformance.verdictdoc > docs/verdicts.md`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from conformance.verdict import NOT_JUDGED, table
from reports.wording import word

CONDITIONS = ("basis", "answered", "level", "answers_for", "kind", "party", "person")
HEAD = """# Verdicts 结论

The published truth table, from what ends a step to the exit code. Made from `contracts/verdicts.toml` by
`python -m conformance.verdictdoc`; the examiner runs that same file.

从步骤的结束方式到退出码的判定表，由 `contracts/verdicts.toml` 生成，评判程序直接读取该文件。
"""


def document() -> str:
    """The whole page."""
    parts = (
        HEAD,
        _worst(),
        _outcomes(),
        _statuses(),
        _softens(),
        _waives(),
        _untested(),
        _declared(),
        _run(),
    )
    return "\n".join("\n".join(part) if not isinstance(part, str) else part for part in parts)


def _worst() -> Iterator[str]:
    yield "## Worst wins 以最差者为准\n"
    yield "Of several verdicts the one that stands first is that of the whole, in whatever order the parts come.\n"
    yield "有多个结论时，以下列次序中最靠前者为准，与先后无关。\n"
    for verdict in table()["worst_first"]:
        yield f"1. `{verdict}` {word('verdict', verdict).zh}"
    yield ""


def _outcomes() -> Iterator[str]:
    yield "## What ends a step 步骤如何结束\n"
    yield "| outcome | meaning | Given | When | Then |\n|---|---|---|---|---|"
    for name, row in table()["outcomes"].items():
        statuses = " | ".join(f"`{row[kind]}`" for kind in ("given", "when", "then"))
        yield f"| `{name}` | {row['en']}<br>{row['zh']} | {statuses} |"
    yield ""


def _statuses() -> Iterator[str]:
    yield "## From a step's status to the scenario 步骤状态与场景结论\n"
    yield "| status | verdict |\n|---|---|"
    for status, verdict in table()["statuses"].items():
        yield f"| `{status}` {word('status', status).zh} | `{verdict}` {word('verdict', verdict).zh} |"
    yield "\n`not_run` counts only where no step was run at all.\n\n仅当没有执行任何步骤时，`not_run` 才计入。\n"


def _softens() -> Iterator[str]:
    yield "## What softens a verdict 减轻情形\n"
    yield "| of | verdict | where | becomes | because |\n|---|---|---|---|---|"
    for row in table()["softens"]:
        verdict = f"`{row['verdict']}`" if row["verdict"] else "any"
        yield f"| {row['scope']} | {verdict} | {_where(row)} | `{row['becomes']}` | {row['en']}<br>{row['zh']} |"
    yield ""


def _where(row: Mapping[str, Any]) -> str:
    names = (name for name in CONDITIONS if name in row)
    return "; ".join(f"{name}: {', '.join(row[name])}" for name in names)


def _waives() -> Iterator[str]:
    listed = " / ".join(f"`{one}` {word('verdict', one).zh}" for one in table()["waives"]["verdicts"])
    yield "## What a waiver may excuse 可豁免的结论\n"
    yield f"A row that is {listed} becomes `WAIVED` 经批准豁免 on the release that a waiver names, until its last day; no other.\n"
    yield f"在豁免所指明的版本上、有效期内，结论为 {listed} 的规则记为 `WAIVED`；其他结论不得豁免。\n"


def _untested() -> Iterator[str]:
    yield "## A row that no scenario can exercise 无法测试的规则\n"
    yield "| answers | verdict |\n|---|---|"
    for answerer, verdict in table()["untested"].items():
        yield f"| {answerer} {word('answers_for', answerer).zh} | `{verdict}` {word('verdict', verdict).zh} |"
    yield ""


def _declared() -> Iterator[str]:
    yield "## What a target file declares 被测对象的声明\n"
    yield (
        "A declaration that agrees with what was found changes nothing, nor does one that nobody could look for. A contradiction joins\n"
        "the counted rows; no declaration makes a rule `NOT_APPLICABLE`.\n"
    )
    yield "声明与实测一致的，或无从检查的，不另记。不一致的与计入结论的规则一并计算；任何声明均不能使规则成为“不适用”。\n"
    yield "| of | declared | found | verdict | because |\n|---|---|---|---|---|"
    for row in table()["declared"]:
        of = ", ".join(f"{one} {word('declared', one).zh}" for one in row["of"])
        declared, found = ("yes 有" if row[key] else "no 无" for key in ("declared", "found"))
        yield f"| {of} | {declared} | {found} | `{row['verdict']}` {word('verdict', row['verdict']).zh} | {row['en']}<br>{row['zh']} |"
    yield ""


def _run() -> Iterator[str]:
    counted = table()["counted"]
    levels, answerers = " / ".join(counted["level"]), " / ".join(counted["answers_for"])
    yield "## The run and its exit code 整次运行与退出码\n"
    yield f"Counted are the rows of level {levels} for which {answerers} answers. The first line that holds decides.\n"
    yield "只计入由厂商负责的“必须”与“不得”类规则，自上而下以首个成立者为准。\n"
    yield "| when | run | exit code |\n|---|---|---|"
    for row in table()["run"]:
        yield f"| {row['en']}<br>{row['zh']} | `{row['verdict']}` {word('run', row['verdict']).zh} | {row['exit']} |"
    stale = table()["stale"]
    codes = " / ".join(map(str, stale["instead_of"]))
    yield f"| {stale['en']}<br>{stale['zh']} | | {stale['exit']}, instead of {codes} |"
    yield (
        "| whatever keeps a run from judging: bad input, a wrong command line, a failed preflight, nothing run<br>"
        f"无法评判：输入有误、命令有误、运行前检查未通过、没有运行任何场景 | | {NOT_JUDGED} |\n"
    )


if __name__ == "__main__":
    print(document(), end="")
