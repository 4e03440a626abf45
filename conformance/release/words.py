"""What a comparison and a decision say, in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conformance.release.forms import Sort, Subject
from reports.form import Text

SORTS: Mapping[Sort, Text] = {
    "new": Text("New failures", "新增不通过"),
    "fault": Text("Not judged: the lab or the kit failed", "未能评判：测试环境或工具出错"),
    "fixed": Text("Fixed", "已修复"),
    "unchanged": Text("Still failing", "仍不通过"),
    "other": Text("Otherwise changed", "其他变化"),
    "gone": Text("No longer in the catalogue that was run", "新的一次运行中已无此规则"),
}
"""In the order in which they are told."""
SUBJECTS: Mapping[Subject, Text] = {
    "app": Text("under test", "被测产品"),
    "phone": Text("phone", "手机"),
    "season": Text("season", "招考年度"),
    "rule": Text("rule", "规则"),
    "answer": Text("answer", "答复"),
    "kit": Text("kit", "测试工具"),
    "target": Text("target", "被测对象"),
    "seed": Text("seed", "随机种子"),
    "scope": Text("scope", "范围"),
    "waiver": Text("waiver", "豁免"),
    "review": Text("review", "人工核定"),
}
NAMES: Mapping[str, Text] = {
    "version": Text("version", "版本"),
    "digest": Text("digest", "摘要"),
    "name": Text("name", "名称"),
    "kind": Text("kind", "类别"),
    "controls": Text("controls", "测试手段"),
    "declared": Text("declared features", "声明具备的特征"),
    "id": Text("id", "编号"),
    "edition": Text("edition", "规则版本"),
    "main app": Text("main app", "主机应用"),
    "aux app": Text("aux app", "辅机应用"),
    "platform": Text("platform", "考试平台"),
}
ADDED, CHANGED, REMOVED = Text("added", "新增"), Text("changed", "有改动"), Text("removed", "删除")
CHANGES = Text("What is otherwise around the verdicts", "结论以外的变化")
NO_CHANGE = Text("Nothing that the runs tell of.", "两次运行所记录的各项条件均相同。")
NONE = Text("nothing", "无")
COLON = Text(": ", "：")
OLD, NEW = Text("Old", "旧"), Text("New", "新")
CAUSE = Text("Cause", "原因")
REASON = Text("Reason", "理由")
NOT_COUNTED = Text(" (does not count)", "（不计入结论）")
COMPARED = Text("Comparison of two runs", "两次运行的比较")
PARTIAL = Text(
    "One of the runs is of a part of the edition only; what was not run in both is not compared.",
    "其中一次只运行了本版规则的一部分；未在两次中均运行的规则不作比较。",
)


def not_read(parties: Sequence[str]) -> Text:
    """Of which parties nobody knows whether they are the same."""
    names = [NAMES[one] for one in parties]
    return Text(
        f"In at least one of the runs, no digest was read of: {', '.join(one.en for one in names)}.",
        f"至少有一次运行未读取下列各方的摘要，不知其是否相同：{'、'.join(one.zh for one in names)}。",
    )


def concluded(new: int, of_rules: int, faults: int) -> Text:
    """The one sentence of a comparison."""
    en, zh = "no rule that counts fails anew", "计入结论的规则没有新增不通过"
    if new:
        en, zh = (
            f"{new} {'rule' if new == 1 else 'rules'} that count {'fails' if new == 1 else 'fail'} anew",
            f"计入结论的规则新增不通过 {new} 条",
        )
        if of_rules:
            en += f", {of_rules} of them under a rule that was added or changed"
            zh += f"，其中 {of_rules} 条的规则为新增或有改动"
    if faults:
        en += f"; {faults} could not be judged because the lab or the kit failed"
        zh += f"；另有 {faults} 条因测试环境或工具出错未能评判"
    return Text(f"{en[0].upper()}{en[1:]}.", f"{zh}。")
