"""Whether results agree with themselves: a file that was cut, mixed or mended by hand contradicts itself somewhere.

Against forgery stands a signature; this finds damage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from conformance import verdict
from conformance.kit import kit
from conformance.running.gathering import ruling_of
from reports import form
from reports.form import Results, Rule, Scenario, Text


def contradictions(results: Results) -> Iterator[Text]:
    """Every place where the results say two things at once; nothing where they are sound."""
    yield from _names(results)
    yield from _counts(results)
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


def _counts(results: Results) -> Iterator[Text]:
    if results.counts != form.count(results.rules, results.scenarios):
        yield Text(
            "the counts are not those of its rules and scenarios", "统计数与规则、场景的实际数目不一致"
        )


def _verdicts(results: Results) -> Iterator[Text]:
    for scenario in results.scenarios:
        yield from _scenario(results, scenario)
    for rule in results.rules:
        yield from _rule(results, rule)
    ruling = ruling_of(results.rules, results.scenarios, results.scope.full, results.lab_fault)
    if (ruling.verdict, ruling.exit_code) != (results.verdict, results.exit_code):
        yield Text(
            f"the run is called {results.verdict} ({results.exit_code}), and its rules make it {ruling.verdict} "
            f"({ruling.exit_code})",
            f"本次运行记为 {results.verdict}（{results.exit_code}），按其各条规则应为 {ruling.verdict}"
            f"（{ruling.exit_code}）",
        )


def _scenario(results: Results, scenario: Scenario) -> Iterator[Text]:
    statuses = [step.status for step in scenario.steps]
    kind = results.target.kind
    may_be = {verdict.of_steps(statuses, scenario.basis, kind, said) for said in ("no", "otherwise")}
    # An ERROR is also what a scenario has that gave no result at all.
    if scenario.verdict not in may_be | {"ERROR"}:
        yield _otherwise(f"{scenario.id}", scenario.verdict, " / ".join(sorted(may_be)))


def _rule(results: Results, rule: Rule) -> Iterator[Text]:
    mine = [one.verdict for one in results.scenarios if one.id in rule.scenarios]
    settled = [one.verdict for one in results.reviews if one.rule == rule.id]
    waived = any(one.rule == rule.id and one.standing == "applied" for one in results.waivers)
    if not mine or (rule.verdict == "WAIVED" and waived):
        return
    said = [settled[-1] if one == "REVIEW" and settled else one for one in mine]
    found, _ = verdict.of_rule(
        said, rule.level, rule.answers_for, results.target.kind, settled=bool(settled and "REVIEW" in mine)
    )
    if rule.verdict != found:
        yield _otherwise(rule.id, rule.verdict, found)


def _otherwise(name: str, said: str, found: str) -> Text:
    return Text(
        f"{name} is called {said}, and what lies below it makes it {found}",
        f"{name} 记为 {said}，按其下各项应为 {found}",
    )
