"""A target with several pairs of phones: a run for each, and one page with a row for each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import escape
from rich.console import Console

from conformance import pairing
from conformance.plan import Plan
from conformance.running import conduct
from conformance.running.outdir import no_room
from conformance.saying import Stopped
from conformance.target.pairs import PhonePair
from conformance.verdict import NOT_JUDGED
from reports.form import NOTHING, Language, Results, Text
from reports.visible import one_line
from reports.wording import word

PAGE, FILE = "pairs.html", "pairs.json"
WORST = (1, NOT_JUDGED, 2, 0)
"""Exit codes, the one that decides first: a rule was broken, nothing could be judged, something was left out."""
ALL = Text("Pairs of phones", "各组手机")


@dataclass(frozen=True, slots=True)
class Row:
    """One pair: what came of its run, or why there was none."""

    pair: PhonePair
    results: Results | None = None
    folder: str = ""
    stopped: Text = NOTHING


def run(plan: Plan, out: Path, console: Console) -> int:
    """Judge with each pair in turn; the exit code that decides."""
    lang = plan.request.lang
    rows = [_judged(plan, pair, out, console) for pair in plan.target.pairs]
    with no_room(out):
        (out / FILE).write_text(
            json.dumps([_json(row) for row in rows], ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        (out / PAGE).write_text(page(rows, plan, lang), encoding="utf-8")
    for row in rows:
        console.print(
            f"{row.pair.name}  {_verdict(row, lang)}", soft_wrap=True, highlight=False, markup=False
        )
    console.print(str(out / PAGE), soft_wrap=True, highlight=False)
    codes = {row.results.exit_code if row.results else NOT_JUDGED for row in rows}
    return next(code for code in WORST if code in codes)


def _judged(plan: Plan, pair: PhonePair, out: Path, console: Console) -> Row:
    request = replace(plan.request, pair=pair.name)
    narrowed = replace(plan, request=request, target=pairing.chosen(plan.target, request))
    console.print(f"\n{pair.name}", style="bold", highlight=False, markup=False)
    try:
        results, folder = conduct.published(narrowed, out, 1, console)
    except Stopped as stop:
        console.print(stop.sentence.within(plan.request.lang), style="red", markup=False)
        return Row(pair, stopped=stop.sentence)
    return Row(pair, results, folder.name)


def _verdict(row: Row, lang: Language) -> str:
    return (
        word("run", row.results.verdict).within(lang) if row.results else one_line(row.stopped.within(lang))
    )


def _json(row: Row) -> dict[str, object]:
    phones = {
        role: {"udid": one.udid, "driver": one.driver, "model": one.model}
        for role, one in row.pair.devices.items()
    }
    found = row.results
    return {
        "pair": row.pair.name,
        "phones": phones,
        "run": row.folder,
        "verdict": found.verdict if found else None,
        "exit_code": found.exit_code if found else NOT_JUDGED,
        "counts": dict(found.counts.rules) if found else {},
        "stopped": {"en": row.stopped.en, "zh": row.stopped.zh},
    }


STYLE = """
body { font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1d2126;
  background: #f6f5f1; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .45rem .8rem .45rem 0; border-bottom: 1px solid #dcd8ce; font-weight: 400; }
th { color: #5a626c; font-size: .85rem; }
a { color: #1b5580; }
@media (prefers-color-scheme: dark) {
  body { color: #e8e9ea; background: #131619; } th, td { border-color: #343b43; } a { color: #8fc4ec; }
}
"""


def page(rows: Sequence[Row], plan: Plan, lang: Language) -> str:
    """One row a pair, with what came of it and the way to its report."""
    verdicts = sorted({verdict for row in rows if row.results for verdict in row.results.counts.rules})
    heads = [Text("pair", "组"), Text("main phone", "主机"), Text("auxiliary phone", "辅机"), Text("verdict", "结论"),
             *(word("verdict", one) for one in verdicts)]  # fmt: skip
    title = f"{ALL.within(lang)} · {plan.target.name}"
    body = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(row, verdicts, lang))}</tr>" for row in rows
    )
    head = "".join(f"<th>{escape(one.within(lang))}</th>" for one in heads)
    return (
        f'<!DOCTYPE html><html lang="{"zh-CN" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style></head><body><h1>{escape(title)}</h1>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></body></html>\n"
    )


def _cells(row: Row, verdicts: Sequence[str], lang: Language) -> list[str]:
    devices = row.pair.devices
    phones = [
        str(escape(" ".join(filter(None, (one.model, one.udid))))) if (one := devices.get(role)) else "–"
        for role in ("main", "aux")
    ]
    name = str(escape(row.pair.name))
    link = f'<a href="{escape(row.folder)}/index.html">{name}</a>' if row.folder else name
    counts = (
        {str(verdict): count for verdict, count in row.results.counts.rules.items()} if row.results else {}
    )
    return [link, *phones, str(escape(_verdict(row, lang))), *(str(counts.get(one, 0)) for one in verdicts)]
