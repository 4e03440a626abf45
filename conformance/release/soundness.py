"""Whether results agree with themselves: a file that was cut, mixed or mended by hand contradicts itself somewhere.

Against forgery stands a signature; this finds damage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from conformance import verdict
from conformance.kit import kit
from conformance.running.ruling import ruled
from reports import form
from reports.form import Results, Rule, Scenario, Text


def contradictions(results: Results) -> Iterator[Text]:
    """Every place where the results say two things at once; nothing where they are sound."""
    yield from _names(results)
    if results.counts != form.count(results.rules, results.scenarios):
        yield Text(
            "the counts are not those of its rules and scenarios", "统计数与规则、场景的实际数目不一致"
        )
    # Another kit may have had another truth table; it is held against its own, which is not here.
    if results.kit.digest == kit().digest:
        yield from _verdicts(results)


def _names(results: Results) -> Iterator[Text]:
    for what, names in (
        ("rule", [rule.id for rule in results.rules]),
        ("scenario", [s.id for s in results.scenarios]),
    ):
        for name, times in Counter(names).items():
            if times > 1:
                zh = {"rule": "规则", "scenario": "场景"}[what]
                yield Text(f"{what} {name} is there {times} times", f"{zh} {name} 出现 {times} 次")
    known = {scenario.id: scenario for scenario in results.scenarios}
    for rule in results.rules:
        for name in rule.scenarios:
            if name not in known or rule.id not in known[name].rules:
                yield Text(
                    f"{rule.id} names the scenario {name}, which does not know of it",
                    f"{rule.id} 所列场景 {name} 不存在，或该场景未列出此规则",
                )


def _verdicts(results: Results) -> Iterator[Text]:
    for scenario in results.scenarios:
        yield from _scenario(results, scenario)
    for rule in results.rules:
        yield from _rule(results, rule)
    yield from _run(results)


def _run(results: Results) -> Iterator[Text]:
    """Rows with the lists, and the run, as they would be put together anew."""
    try:
        anew = ruled(results)
    except ValueError as fault:
        yield Text(f"a day or a row in it is none ({fault})", f"其中有日期或规则无效（原文：{fault}）")
        return
    for rule, other in zip(results.rules, anew.rules, strict=True):
        if rule.verdict != other.verdict:
            yield _otherwise(rule.id, rule.verdict, other.verdict)
    if (anew.verdict, anew.exit_code) != (results.verdict, results.exit_code):
        yield Text(
            f"the run is called {results.verdict} ({results.exit_code}), and its rules make it {anew.verdict} "
            f"({anew.exit_code})",
            f"本次运行记为 {results.verdict}（{results.exit_code}），按其各条规则应为 {anew.verdict}（{anew.exit_code}）",
        )


def _scenario(results: Results, scenario: Scenario) -> Iterator[Text]:
    statuses = [step.status for step in scenario.steps]
    kind = results.target.kind
    may_be = {verdict.of_steps(statuses, scenario.basis, kind, said) for said in ("no", "otherwise")}
    # An ERROR is also what a scenario has that gave no result at all.
    if scenario.verdict not in may_be | {"ERROR"}:
        yield _otherwise(f"{scenario.id}", scenario.verdict, " / ".join(sorted(may_be)))


def _rule(results: Results, rule: Rule) -> Iterator[Text]:
    """A row as its scenarios, and whoever settled it, make it; what a waiver makes of it is told with the run."""
    mine = [one.verdict for one in results.scenarios if one.id in rule.scenarios]
    if not mine:
        return
    settled = [one.verdict for one in results.reviews if one.rule == rule.id]
    said = [settled[-1] if one == "REVIEW" and settled else one for one in mine]
    by_a_person = bool(settled) and settled[-1] != "REVIEW"
    party = verdict.party(rule.binds, results.target)
    found, _ = verdict.of_rule(
        said, rule.level, rule.answers_for, results.target.kind, settled=by_a_person, party=party
    )
    if (rule.waived or rule.verdict) != found:
        yield _otherwise(rule.id, rule.waived or rule.verdict, found)


def _otherwise(name: str, said: str, found: str) -> Text:
    return Text(
        f"{name} is called {said}, and what lies below it makes it {found}",
        f"{name} 记为 {said}，按其下各项应为 {found}",
    )
