"""A scenario in the report's form: its verdict, why, on what basis, and the command that runs it again."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from conformance import answers, verdict
from conformance.kit import COMMAND
from conformance.plan import Plan
from conformance.sentences.scenes import Case
from reports.form import NOTHING, Basis, Fault, Scenario, Step, StepStatus, Text

Translate = Callable[[str], str]
"""The Chinese for a sentence of a feature; empty where there is none."""


def scenario(case: Case, plan: Plan, steps: Sequence[Step], note: Text = NOTHING, **more: Any) -> Scenario:
    """A scenario with the verdict that its steps give it; `note` is the reason of one that nothing speaks against."""
    found_basis = basis(case, plan)
    faults = (FAULTS.get(step.status, "") for step in steps)
    other = answers.replaced(found_basis, answers.readings(case, plan.catalogue), plan.season)
    found = verdict.of_steps(
        (step.status for step in steps), found_basis, plan.target.kind, "otherwise" if other else "no"
    )
    said = next((step for step in steps if step.status not in {"passed", "not_run"}), None)
    return Scenario(
        id=case.id,
        name=case.name,
        file=f"features/{case.scene.short}",
        line=case.scene.line,
        rules=case.scene.rules,
        basis=found_basis,
        verdict=found,
        reason=(other if found == "INCONCLUSIVE" else NOTHING)
        or verdict.of_reading(found, found_basis, plan.target.kind)
        or reason(said)
        or note,
        steps=tuple(steps),
        rerun=rerun(case, plan),
        fault=next(filter(None, faults), ""),
        **more,
    )


def missing(case: Case, plan: Plan, translate: Translate, why: Text) -> Scenario:
    """A scenario that was expected and has no result: an ERROR of the kit or of its lab."""
    steps = [
        Step(keyword=s.keyword, text=Text(text, translate(text)), status="not_run")
        for s in case.scene.sentences
        for text in [s.filled(case.row)]
    ]
    return replace(scenario(case, plan, steps), verdict="ERROR", reason=why, fault="kit")


def basis(case: Case, plan: Plan) -> Basis:
    """That of the row of examples, else the rule's, of several rules the first one's; an answer where a reading has one."""
    said = case.row.get("basis") or plan.catalogue.row(case.scene.rules[0]).basis
    # The lint has held the example's basis against the closed list.
    return answers.basis(cast(Basis, said), answers.readings(case, plan.catalogue), plan.season)


def reason(step: Step | None) -> Text:
    """Why a scenario did not pass, in a sentence."""
    if step is None:
        return Text()
    said = step.error or step.seen
    if isinstance(said, Text):
        return said
    return REASONS.get(step.status, Text())


FAULTS: Mapping[StepStatus, Fault] = {"transport_lost": "lab", "error": "kit"}
"""Whose fault it is that a step says nothing about the product."""
REASONS: Mapping[StepStatus, Text] = {
    "not_met": Text("something else than expected was found", "检查结果与预期不符"),
    "unreached": Text("a presupposed state could not be reached", "无法到达所要求的状态"),
    "refused": Text("what the candidate does was refused", "考生的操作被拒绝"),
    "undecided": Text("whoever looked could not tell", "操作员无法判断"),
    "error": Text("the kit failed in this step", "工具在该步骤出错"),
    "transport_lost": Text("the lab failed in this step", "测试环境在该步骤出错"),
}


def rerun(case: Case, plan: Plan) -> str:
    """The command that runs this scenario alone; it can be pasted."""
    request = plan.request
    given = [
        word
        for option, value, default in (
            ("--season", request.season, "zjcm-2023"),
            ("--target", request.target, "simulated"),
            ("--grid", request.grid, ""),
            ("--pair", request.pair, ""),
            ("--features", request.features, ""),
            ("--catalogue", request.catalogue, ""),
            ("--defect", request.defect, ""),
            *(("--defects", file, "") for file in request.defects),
            *(("--steps", package, "steps") for package in request.steps),
        )
        if value != default
        for word in (option, value)
    ]
    allowed = ["--allow-irreversible"] if request.allow_irreversible else []
    return shlex.join([COMMAND, "run", "--scenario", case.id, "--seed", str(request.seed), *given, *allowed])
