"""A decision put into sentences, for the terminal and as Markdown for a merge request."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text as Line

from conformance.console import Console
from conformance.release import words
from conformance.release.gating import Answer, Covered, Decision, Weighed, place
from conformance.release.weighing import Weight
from reports.form import Language, Text
from reports.markup import code, escaped, said, table
from reports.visible import one_line
from reports.wording import word

ANSWERS: dict[Answer, tuple[str, str, Text]] = {
    "go": ("✅", "bold green", Text("Go: the policy is met.", "准予发布：各项发布条件均已满足。")),
    "no-go": (
        "❌",
        "bold red",
        Text("No: the release breaks what it has to keep.", "不予发布：被测版本未遵守应当遵守的规则。"),
    ),
    "incomplete": (
        "❔",
        "bold yellow",
        Text(
            "Not yet: something that the policy asks for is not known.",
            "暂不发布：发布条件要求的事项尚未查明。",
        ),
    ),
    "cannot-say": (
        "💥",
        "bold magenta",
        Text("Nothing can be said: not every run can be used.", "无法判定：部分运行结果不能作为依据。"),
    ),
}
WEIGHTS: dict[Weight, tuple[str, str, Text]] = {
    "stops": ("❌", "red", Text("stops the release", "不予发布")),
    "fault": ("💥", "magenta", Text("nothing can be said", "无法判定")),
    "open": ("❔", "yellow", Text("still open", "尚未查明")),
    "note": ("📝", "dim", Text("to be known", "备注")),
}
REFUSED = Text("cannot be used", "不能作为依据")
FINDINGS = Text("What the runs say", "运行结果所示")
MATRIX = Text("What the policy asks for", "发布条件要求的组合")
ANYTHING, MISSING = Text("any", "不限"), Text("missing", "缺少")
RUN, RUNS, POLICY = Text("Run", "运行"), Text("Runs", "运行结果"), Text("Policy", "发布条件")
MODEL = Text("Main phone", "主机机型")
TITLE = Text("May it go out?", "发布审核")


def rows(decision: Decision) -> Iterator[tuple[str, str, str, Text, str]]:
    """Mark, style, run, what it says and of which rule; what cannot be used first, then what stops the release."""
    for weighed in decision.runs:
        for why in weighed.refused:
            yield (
                "💥",
                "magenta",
                weighed.run.name,
                Text(f"{REFUSED.en}: {why.en}", f"{REFUSED.zh}：{why.zh}"),
                "",
            )
    for weight, (mark, style, _) in WEIGHTS.items():
        for weighed in decision.runs:
            for one in weighed.findings:
                if one.weight == weight:
                    yield mark, style, weighed.run.name, one.text, one.rule


def terminal(decision: Decision, console: Console, language: Language) -> None:
    """Print it, the answer last."""
    titles = _titles(decision, language)
    for mark, style, run, text, rule in rows(decision):
        line = Line(f"{mark} {one_line(run)}  ", "dim")
        if rule:
            line.append(f"{rule} ", "not dim bold").append(f"{one_line(titles[run, rule])}  ", "not dim")
        console.print(
            line.append(one_line(text.within(language)), f"not dim not bold {style}"), soft_wrap=True
        )
    for covered in decision.cells:
        mark = "✅" if covered.runs else "❔"
        there = "  ".join(map(one_line, covered.runs)) or MISSING.within(language)
        console.print(
            Line(f"{mark} {one_line(_asked(covered, language))}  ").append(there, "dim"), soft_wrap=True
        )
    _, style, answer = ANSWERS[decision.answer]
    console.print(Line(answer.within(language), style), soft_wrap=True)


def _asked(covered: Covered, language: Language) -> str:
    colon = words.COLON.within(language)
    return "  ".join(f"{_heads(language)[name]}{colon}{value}" for name, value in covered.cell.asks().items())


def _heads(language: Language) -> dict[str, str]:
    said = {
        "main": words.NAMES["main app"],
        "aux": words.NAMES["aux app"],
        "model": MODEL,
        "season": word("ui", "season"),
    }
    return {name: text.within(language) for name, text in said.items()}


def markdown(decision: Decision, language: Language) -> str:
    """The whole summary; equal decisions give equal text."""
    mark, _, answer = ANSWERS[decision.answer]
    lines = [f"# {mark} {TITLE.within(language)}", "", f"**{escaped(answer.within(language))}**", ""]
    lines += [f"{POLICY.within(language)}{words.COLON.within(language)}{code(decision.policy.path.name)}", ""]
    lines += _runs(decision, language)
    found = list(_findings(decision, language))
    if found:
        lines += [f"## {FINDINGS.within(language)}", ""]
        lines += table(["", RUN.within(language), word("ui", "rule").within(language), ""], found)
    lines += [f"## {MATRIX.within(language)}", "", *_cells(decision, language)]
    return "\n".join(lines).rstrip() + "\n"


def _runs(decision: Decision, language: Language) -> list[str]:
    heads = _heads(language)
    head = [
        RUN.within(language),
        *heads.values(),
        *(word("ui", one).within(language) for one in ("finished", "verdict")),
    ]
    return table(head, [_run(weighed, list(heads), language) for weighed in decision.runs])


def _run(weighed: Weighed, names: list[str], language: Language) -> list[str]:
    results = weighed.run.results
    there = place(results)
    verdict = f"{word('run', results.verdict).within(language)} ({results.exit_code})"
    return [code(weighed.run.name), *(code(there[name]) for name in names), code(results.finished), verdict]


def _findings(decision: Decision, language: Language) -> Iterator[list[str]]:
    titles = _titles(decision, language)
    for mark, _, run, text, rule in rows(decision):
        title = f"{rule} {escaped(titles[run, rule])}" if rule else ""
        yield [mark, code(run), title, said(text, language)]


def _titles(decision: Decision, language: Language) -> dict[tuple[str, str], str]:
    """The titles of rules, by run: an edition may have others."""
    return {
        (one.run.name, rule.id): rule.title.within(language)
        for one in decision.runs
        for rule in one.run.results.rules
    }


def _cells(decision: Decision, language: Language) -> list[str]:
    heads = _heads(language)
    rows_ = []
    for covered in decision.cells:
        asked = covered.cell.asks()
        cells = [code(asked[name]) if name in asked else ANYTHING.within(language) for name in heads]
        there = " ".join(map(code, covered.runs))
        rows_.append(["✅" if there else "❔", *cells, there or f"**{MISSING.within(language)}**"])
    return table(["", *heads.values(), RUNS.within(language)], rows_)
