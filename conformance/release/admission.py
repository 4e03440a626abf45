"""Whether a run can say anything about a release: whole, of the right rules, undamaged, and of what is to be released."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from fnmatch import fnmatchcase
from itertools import islice

from conformance.release import policy as policies
from conformance.release.policy import Party, Policy
from conformance.release.soundness import contradictions
from reports.form import Results, Rule, Subject, Text, Verdict

SHOWN = 3
"""So many contradictions of a damaged file are shown."""
CLOCKS = timedelta(minutes=5)
"""By so much the clocks of two machines may differ."""
JUDGED: frozenset[Verdict] = frozenset({"PASS", "FAIL", "WARN"})
WORDS = {
    "main app": Text("the main app", "主机应用"),
    "aux app": Text("the aux app", "辅机应用"),
    "platform": Text("the platform", "考试平台"),
}


def refusals(results: Results, policy: Policy, now: datetime) -> Iterator[Text]:
    """Every reason why a run says nothing about the release; none where it does."""
    yield from _damage(results, now)
    yield from _rules(results, policy)
    yield from _lab(results)
    yield from exercised(results, policy)


def _damage(results: Results, now: datetime) -> Iterator[Text]:
    for said in islice(contradictions(results), SHOWN):
        yield Text(f"the results are damaged: {said.en}", f"结果文件已损坏：{said.zh}")
    began, ended = instant(results.started), instant(results.finished)
    if began is None or ended is None or not began <= ended <= now + CLOCKS:
        yield Text(
            f"it began at {results.started!r} and ended at {results.finished!r}, which cannot be",
            f"起止时间（“{results.started}”至“{results.finished}”）不合理",
        )


def instant(text: str) -> datetime | None:
    """An instant with its zone; None for what is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _rules(results: Results, policy: Policy) -> Iterator[Text]:
    if not results.scope.full:
        yield Text(
            "only a part of the edition was run; run it whole", "只运行了本版规则的一部分；请运行全部规则"
        )
    if results.edition != policy.edition:
        yield Text(
            f"it was judged by edition {results.edition or 'unknown'}, and the policy pins {policy.edition}",
            f"依据的规则版本为 {results.edition or '未注明'}，而发布条件限定为 {policy.edition}",
        )
    if results.season.id not in policy.seasons:
        yield Text(
            f"its season {results.season.id} is none of the policy's: {', '.join(policy.seasons)}",
            f"招考年度 {results.season.id} 不在发布条件所列之内：{'、'.join(policy.seasons)}",
        )
    if policy.min_kit and not _new_enough(results.kit.version, policy.min_kit):
        yield Text(
            f"it was judged by kit {results.kit.version}, and the policy asks for {policy.min_kit} or newer",
            f"所用工具版本为 {results.kit.version}，而发布条件要求不低于 {policy.min_kit}",
        )


def _new_enough(found: str, least: str) -> bool:
    one, other = policies.version(found), policies.version(least)
    return one is not None and other is not None and one >= other


def _lab(results: Results) -> Iterator[Text]:
    if results.lab_fault:
        yield results.lab_fault


def exercised(results: Results, policy: Policy) -> Iterator[Text]:
    """Why a party that the policy names was not really exercised: a run of simulated apps releases nobody's product."""
    if results.target.kind == "simulated" or results.reference is not None:
        yield Text(
            "it judged examgate's own reference system; a green run of simulated apps releases no product",
            "本次运行评判的是 examgate 自带的参考系统；模拟应用的结果不能作为任何产品的发布依据",
        )
        return
    there = {one.party: one for one in results.subjects}
    for asked in policy.under_test:
        yield from _party(results, asked, there.get(asked.party))


def _party(results: Results, asked: Party, found: Subject | None) -> Iterator[Text]:
    name = WORDS[asked.party]
    if found is None:
        yield Text(f"{name.en} is not among what was judged", f"被测各方中没有{name.zh}")
        return
    if results.target.kind == "mixed" and asked.party != "platform" and found.read_from != "phone":
        yield Text(
            f"a part of the target was simulated, and {name.en} was not read on a phone",
            f"被测对象有一部分由 examgate 模拟，且{name.zh}并非读自手机",
        )
    for what, wanted, there in (("id", asked.id, found.id), ("version", asked.version, found.version)):
        if wanted and not fnmatchcase(there, wanted):
            yield _another(name, what, there, wanted)
    if asked.sha256 and asked.sha256 not in {found.sha256, *(part.sha256 for part in found.parts)}:
        yield _another(name, "sha256", found.sha256, asked.sha256)
    if not any(_judged(rule, asked.party) for rule in results.rules):
        yield Text(
            f"no rule that binds {name.en} was judged by a scenario", f"没有任何约束{name.zh}的规则经场景评判"
        )


def _another(name: Text, what: str, there: str, wanted: str) -> Text:
    return Text(
        f"{what} of {name.en} is {there or 'not known'}, and the policy names {wanted}",
        f"{name.zh}的 {what} 为 {there or '未知'}，而发布条件要求 {wanted}",
    )


def _judged(rule: Rule, party: str) -> bool:
    return rule.counted and party in rule.binds and bool(rule.scenarios) and rule.verdict in JUDGED
