"""What a run says of a release, rule by rule: what stops it, what is still open, and what has to be known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from conformance import lists
from conformance.release.admission import instant
from conformance.release.policy import Policy
from reports.form import Results, Rule, Text, Verdict

Weight = Literal["stops", "fault", "open", "note"]
"""`stops`: the release may not go out; `fault`: the kit or its lab failed, so that nothing can be said; `open`: something is
not known yet; `note`: whoever decides has to know it."""
SHOWN = 3
"""So many of what erred are named."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a run says; `rule` is empty where it is about the run as a whole."""

    weight: Weight
    text: Text
    rule: str = ""


def findings(results: Results, policy: Policy, now: datetime) -> Iterator[Finding]:
    """Everything that weighs, in the catalogue's order; nothing where every rule that counts is kept."""
    yield from _age(results, policy, now)
    yield from _errors(results)
    for rule in results.rules:
        if rule.counted and rule.verdict in WEIGHED:
            yield from WEIGHED[rule.verdict](rule, results, policy)
    yield from _declared(results)
    # A known failure is no excuse, and a waiver none beyond its last day.
    yield from (Finding("stops", said) for said in lists.standing(results, now.date()))
    yield from (Finding("note", said) for said in results.notices)


def old(results: Results, policy: Policy, now: datetime) -> bool:
    """Whether a run is older than the policy takes."""
    ended = instant(results.finished)
    return ended is None or now - ended > timedelta(days=policy.max_age_days)


def _age(results: Results, policy: Policy, now: datetime) -> Iterator[Finding]:
    if old(results, policy, now):
        most = f"{policy.max_age_days:g}"
        yield Finding(
            "open",
            Text(
                f"it ended on {results.finished[:10]}, more than {most} days ago; run it again",
                f"运行结束于 {results.finished[:10]}，已超过 {most} 天，请重新运行",
            ),
        )


def _errors(results: Results) -> Iterator[Finding]:
    """An ERROR of any row, counted or not, is the kit's or the lab's own, and never the product's."""
    names = [rule.id for rule in results.rules if rule.verdict == "ERROR"]
    names += [scenario.id for scenario in results.scenarios if scenario.verdict == "ERROR"]
    if names:
        listed = ", ".join(names[:SHOWN]) + (f" … ({len(names)})" if len(names) > SHOWN else "")
        yield Finding(
            "fault",
            Text(
                f"the kit or its lab failed at {listed}; that says nothing of the product; run it again",
                f"工具或测试环境在下列各处出错：{listed}；这不说明被测产品的情况，请重新进行该次运行",
            ),
        )


def _declared(results: Results) -> Iterator[Finding]:
    """A declaration that is not true: what is claimed and absent breaks the claim, anything else has to be set right."""
    for one in results.declared:
        if one.contradicts:
            yield Finding(
                "stops" if one.verdict == "FAIL" else "open",
                Text(f"{one.says.en}: {one.reason.en}", f"{one.says.zh}：{one.reason.zh}"),
            )


def _failed(rule: Rule, _results: Results, _policy: Policy) -> Iterator[Finding]:
    yield Finding("stops", Text("is broken", "未得到遵守"), rule.id)


def _warned(rule: Rule, _results: Results, policy: Policy) -> Iterator[Finding]:
    if policy.tolerates(rule.id):
        yield Finding("note", Text("warns, which the policy tolerates", "有提醒，发布条件允许"), rule.id)
    else:
        yield Finding(
            "stops", Text("warns, which the policy does not tolerate", "有提醒，发布条件不允许"), rule.id
        )


def _waived(rule: Rule, results: Results, policy: Policy) -> Iterator[Finding]:
    waiver = next((one for one in results.waivers if one.rule == rule.id and one.standing == "applied"), None)
    if not policy.waivers:
        yield Finding(
            "stops",
            Text("is waived, and the policy accepts no waivers", "已获豁免，但发布条件不接受豁免"),
            rule.id,
        )
    elif waiver is None:
        yield Finding(
            "stops",
            Text("is called waived, and no waiver is in the results", "记为已获豁免，但结果中没有相应的豁免"),
            rule.id,
        )
    else:
        yield Finding(
            "note",
            Text(
                f"is waived until {waiver.expires} by {waiver.approver}",
                f"经{waiver.approver}批准豁免，有效期至 {waiver.expires}",
            ),
            rule.id,
        )


def _unknown(rule: Rule, _results: Results, _policy: Policy) -> Iterator[Finding]:
    yield Finding("open", Text("could not be judged", "无法判定"), rule.id)


def _waiting(rule: Rule, _results: Results, _policy: Policy) -> Iterator[Finding]:
    yield Finding(
        "open", Text("waits for a person; see ./examgate review", "待人工核验，见 ./examgate review"), rule.id
    )


WEIGHED: Mapping[Verdict, Callable[[Rule, Results, Policy], Iterator[Finding]]] = {
    "FAIL": _failed,
    "WARN": _warned,
    "WAIVED": _waived,
    "INCONCLUSIVE": _unknown,
    "REVIEW": _waiting,
}
"""PASS and NOT_APPLICABLE weigh nothing; ERROR is told for the run as a whole."""
