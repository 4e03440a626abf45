"""Why a verdict may have changed: what else is otherwise between the two runs, and no more than that shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from conformance.release.changes import PARTIES, unread
from conformance.release.forms import Change, Subject, Turn
from reports.form import Results, Rule, Scenario, Text

NAMES: Mapping[Subject, Text] = {
    "app": Text("what is judged", "被测产品"),
    "phone": Text("the phone", "所用手机"),
    "rule": Text("the rule itself", "规则本身"),
    "answer": Text("an answer to its reading", "对其解读的答复"),
    "kit": Text("the kit", "测试工具"),
    "target": Text("the target", "被测对象的设置"),
    "season": Text("the season or its edition", "招考年度或规则版本"),
    "seed": Text("the seed", "随机种子"),
    "scope": Text("the scope of the run", "运行范围"),
    "waiver": Text("its waiver", "豁免"),
    "review": Text("what a person settled", "人工核定的结论"),
}
PARTY: Mapping[str, Text] = {
    "main app": Text("the main app", "主机应用"),
    "aux app": Text("the aux app", "辅机应用"),
    "platform": Text("the platform", "考试平台"),
}
OF_A_RULE: frozenset[Subject] = frozenset({"rule", "answer", "waiver", "review"})
"""What is otherwise for one rule and says nothing of another."""
ASIDE: frozenset[Subject] = frozenset({"scope"})
"""What decides whether a rule was run, and never how it ended."""
LAB = Text(
    "the lab failed (a phone, its driver or the bench no longer answered); nothing is said of the product",
    "测试环境出错（手机、驱动或测试台不再应答），与被测产品无关",
)
KIT = Text("the kit itself failed; nothing is said of the product", "工具自身出错，与被测产品无关")
NOTHING_ELSE = Text(
    "nothing that the runs tell of is otherwise; repeat the run to see whether the verdict wavers",
    "两次运行所记录的各项条件均相同；请重复运行，查看结论是否稳定",
)
ADDED = Text("the rule was added", "该规则为新增")


def explained(turn: Turn, rule: Rule, old: Results, new: Results, found: Sequence[Change]) -> Turn:
    """A turn with what may have caused it."""
    if turn.sort == "unchanged":
        return turn
    if turn.sort == "fault":
        return replace(turn, cause=LAB if all(map(by_the_lab, _errors(turn, new))) else KIT)
    if turn.before is None and old.scope.full:
        return replace(turn, subjects=("rule",), cause=ADDED)
    mine = [one for one in found if _concerns(one, rule)]
    subjects = tuple(dict.fromkeys(one.subject for one in mine))
    return replace(turn, subjects=subjects, cause=_cause(mine, rule, old, new))


def by_the_lab(scenario: Scenario) -> bool:
    """Whether an ERROR is the lab's: it says so, or, in results that say nothing, a phone, its driver or the bench was lost."""
    if scenario.fault:
        return scenario.fault == "lab"
    return any(step.status == "transport_lost" for step in scenario.steps)


def _errors(turn: Turn, new: Results) -> list[Scenario]:
    """The scenarios that erred; a rule without any has an error of the kit's own."""
    return [one for one in new.scenarios if one.id in turn.scenarios]


def _concerns(change: Change, rule: Rule) -> bool:
    """Whether a change can have touched a rule: its own, or one of a party that it binds."""
    if change.subject in OF_A_RULE:
        return change.name == rule.id
    if change.subject in ("app", "phone"):
        return not _bound(rule) or change.name in rule.binds
    return change.subject not in ASIDE


def _bound(rule: Rule) -> list[str]:
    """The parties under test that a rule binds; of one that names none, any may be at fault."""
    return [party for party in PARTIES if party in rule.binds]


def _cause(mine: Sequence[Change], rule: Rule, old: Results, new: Results) -> Text:
    subjects = {one.subject for one in mine}
    names = list(dict.fromkeys(_name(one) for one in mine))
    en, zh = ", ".join(one.en for one in names), "、".join(one.zh for one in names)
    if not names:
        return NOTHING_ELSE
    if len(names) > 1:
        return Text(
            f"otherwise are {en}; the runs do not tell which of them it was",
            f"{zh}均不同；仅凭两次运行不能判断是哪一项所致",
        )
    if "app" not in subjects and set(unread(old, new)) & set(_bound(rule) or PARTIES):
        return Text(
            f"only {en} is known to be otherwise; a change of what is judged is not excluded",
            f"已知只有{zh}不同；不能排除被测产品有改动",
        )
    return Text(f"only {en} is otherwise: the probable cause", f"只有{zh}不同，很可能是其原因")


def _name(change: Change) -> Text:
    """What is otherwise; of what is judged, which party."""
    return PARTY.get(change.name, NAMES["app"]) if change.subject == "app" else NAMES[change.subject]
