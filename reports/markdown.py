"""``summary.md``: a run for a merge request or a wiki: verdict, counts, and what has to be looked at."""

from collections.abc import Iterator, Mapping

from reports import listed
from reports.declaring import contradictions, sentence
from reports.form import Language, Results, Rule, Scenario, Step, Text, Verdict
from reports.markup import block, code, escaped, said, table
from reports.overview import facts
from reports.page import SETTLED, VERDICTS, broken, ranked
from reports.visible import one_line
from reports.wording import banner, word

MOST = 50
"""So many rows are shown in full: a forge cuts a comment that is too long."""
MARKS: Mapping[Verdict, str] = {
    "PASS": "✅",
    "FAIL": "❌",
    "WARN": "⚠️",
    "NOT_APPLICABLE": "⏭️",
    "INCONCLUSIVE": "❔",
    "REVIEW": "👁️",
    "WAIVED": "📝",
    "ERROR": "💥",
}


def markdown(results: Results, language: Language) -> str:
    """The whole text; equal results give equal text."""
    lines = [
        f"# {_word('ui', 'report', language)} · {escaped(_word('run', results.verdict, language))}",
        "",
        *_banner(results),
        escaped(_word("run_says", results.verdict, language)),
        "",
        *_notices(results, language),
        *_counts(results, language),
        *_facts(results, language),
        *_declared(results, language),
        *_attention(results, language),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _banner(results: Results) -> list[str]:
    told = banner(results)
    return [f"> **{escaped(told.zh)}**\\", f"> **{escaped(told.en)}**", ""] if told else []


def _notices(results: Results, language: Language) -> list[str]:
    """A fault of the lab as a whole, and what whoever keeps the lists has to know."""
    lines = [one for one in (results.lab_fault, *results.notices) if one]
    return [*(f"- {said(one, language)}" for one in lines), ""] if lines else []


def _counts(results: Results, language: Language) -> list[str]:
    counts = {
        "counted": results.counts.counted,
        "all_rules": results.counts.rules,
        "scenarios": results.counts.scenarios,
    }
    there = [one for one in reversed(VERDICTS) if any(row.get(one) for row in counts.values())]
    head = ["", *(f"{MARKS[one]} {_word('verdict', one, language)}" for one in there)]
    return table(
        head,
        [
            [_word("ui", name, language), *(str(row.get(one, "")) for one in there)]
            for name, row in counts.items()
        ],
    )


def _facts(results: Results, language: Language) -> list[str]:
    return table(
        [_word("ui", "about", language), ""],
        [[name, code(value)] for name, value in facts(results, language)],
    )


def _declared(results: Results, language: Language) -> list[str]:
    found = contradictions(results)
    if not found:
        return []
    rows = [
        [f"{MARKS[one.verdict]} {_word('verdict', one.verdict, language)}", said(sentence(one), language)]
        for one in found
    ]
    return [
        f"## {_word('ui', 'declared_otherwise', language)}",
        "",
        *table([_word("ui", "verdict", language), ""], rows),
    ]


def _attention(results: Results, language: Language) -> Iterator[str]:
    found = [rule for rule in ranked(results.rules) if rule.counted and rule.verdict not in SETTLED]
    yield f"## {_word('ui', 'attention', language)}"
    yield ""
    if not found:
        yield _word("ui", "attention_none", language)
    yield from table(
        [_word("ui", name, language) for name in ("verdict", "id", "rule", "reason")],
        [_row(results, rule, language) for rule in found],
    )
    for rule in found[:MOST]:
        yield from _details(results, rule, language)
    if len(found) > MOST:
        yield _word("ui", "more", language).format(count=len(found) - MOST)


def _row(results: Results, rule: Rule, language: Language) -> list[str]:
    verdict = f"{MARKS[rule.verdict]} {_word('verdict', rule.verdict, language)}"
    reasons = [said(one, language) for one in (rule.reason, *listed.of(results, rule)) if one]
    return [verdict, escaped(rule.id), said(rule.title, language), "<br>".join(reasons)]


def _details(results: Results, rule: Rule, language: Language) -> Iterator[str]:
    bad = [one for one in results.scenarios if one.id in rule.scenarios and one.verdict not in SETTLED]
    if not bad:
        return
    yield f"### {escaped(rule.id)} {said(rule.title, language)}"
    yield ""
    for scenario in bad:
        yield from _scenario(results, scenario, language)


def _scenario(results: Results, scenario: Scenario, language: Language) -> Iterator[str]:
    yield f"**{_word('verdict', scenario.verdict, language)}** {said(scenario.name, language)}"
    yield ""
    for one in listed.of(results, scenario):
        yield f"- {said(one, language)}"
    step = broken(scenario)
    if step:
        yield from _step(step, language)
    if scenario.rerun:
        yield from block(one_line(scenario.rerun, 2000))


def _step(step: Step, language: Language) -> Iterator[str]:
    yield f"- {escaped(step.keyword)} {said(step.text, language)}"
    for name, what in (("expected", step.expected), ("seen", step.seen), ("error", step.error)):
        if what:
            yield f"- {_word('ui', name, language)}{COLON.within(language)}{said(what, language)}"
    yield ""


COLON = Text(": ", "：")


def _word(group: str, key: str, language: Language) -> str:
    return word(group, key).within(language)
