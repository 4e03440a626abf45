"""What whoever keeps the lists has to know of them after a run: nothing on them is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from reports.form import Flaky, Rule, Text, Waiver
from reports.wording import word

if TYPE_CHECKING:
    from conformance.lists.files import Lists

WARNED_DAYS = 14
"""So many days before its last one an entry is warned of."""
MOST_A_DAY = 3
"""More waivers that end on one day make everything fail the morning after."""


def of(lists: Lists, rules: Sequence[Rule], today: date) -> Iterator[Text]:
    """One sentence for each thing to do, waivers first."""
    verdicts = {rule.id: rule for rule in rules}
    for waiver in lists.waivers:
        yield from _of_waiver(waiver, verdicts.get(waiver.rule), today)
    yield from _cliffs(lists.waivers)
    for known in lists.known_failures:
        if known.stale:
            name = known.rule or known.scenario
            yield Text(
                f"known failure {name} ({known.owner}, {known.since}) does not fail any more; take it off the list",
                f"已知不通过项 {name}（{known.owner}，{known.since}）现已通过，请从清单中删除",
            )
    for wavers in lists.flaky:
        yield from _of_flaky(wavers, today)


def _of_waiver(waiver: Waiver, rule: Rule | None, today: date) -> Iterator[Text]:
    en, zh = (
        f"waiver of {waiver.rule} ({waiver.approver})",
        f"{waiver.rule} 的豁免（批准人：{waiver.approver}）",
    )
    if waiver.standing == "expired":
        yield Text(
            f"{en} ended on {waiver.expires} and does not apply", f"{zh}已于 {waiver.expires} 到期，不再适用"
        )
    elif waiver.standing == "elsewhere":
        yield Text(
            f"{en} is for {waiver.subject}, which was not judged here, and does not apply",
            f"{zh}仅适用于 {waiver.subject}，并非本次被测版本，不予适用",
        )
    elif waiver.standing == "unused" and rule is not None:
        found = word("verdict", rule.verdict)
        yield Text(f"{en} is not used: the rule is {found.en}", f"{zh}未被使用：该规则结论为“{found.zh}”")
    if waiver.standing == "applied":
        yield Text(
            f"{waiver.rule} is waived by {waiver.approver} until {waiver.expires}: {waiver.reason.en}",
            f"{waiver.rule} 经{waiver.approver}批准豁免至 {waiver.expires}：{waiver.reason.zh}",
        )
    if waiver.standing in ("applied", "unused"):
        yield from _soon(en, zh, waiver.expires, today)


def _of_flaky(entry: Flaky, today: date) -> Iterator[Text]:
    en, zh = (
        f"flaky scenario {entry.scenario} ({entry.owner})",
        f"不稳定场景 {entry.scenario}（负责人：{entry.owner}）",
    )
    if entry.expired:
        yield Text(
            f"{en}: the entry ended on {entry.expires} and marks nothing; measure it again",
            f"{zh}：该条目已于 {entry.expires} 到期，不再标注，请重新测量",
        )
    else:
        yield from _soon(en, zh, entry.expires, today)


def _soon(en: str, zh: str, expires: str, today: date) -> Iterator[Text]:
    left = (date.fromisoformat(expires) - today).days
    if left <= WARNED_DAYS:
        yield Text(
            f"{en} ends on {expires}, {f'in {left} days' if left else 'today'}",
            f"{zh}将于 {expires} 到期，{f'尚余 {left} 天' if left else '今日为最后一日'}",
        )


def _cliffs(waivers: Sequence[Waiver]) -> Iterator[Text]:
    there = Counter(one.expires for one in waivers if one.standing in ("applied", "unused"))
    for day, count in sorted(there.items()):
        if count > MOST_A_DAY:
            yield Text(
                f"{count} waivers end on {day}; spread their last days, at most {MOST_A_DAY} a day",
                f"有 {count} 项豁免同于 {day} 到期，请错开到期日，每日至多 {MOST_A_DAY} 项",
            )
