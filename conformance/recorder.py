"""Writes down one scenario as it goes: each step's status, exam time, what was expected and seen, what the phones showed."""

from __future__ import annotations

import shlex
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from conformance import evidence, resolving, timeline, verdict
from conformance.evidence import Keeper
from conformance.lab import NotJudged, Plan
from conformance.outcome import Outcome, TransportLost
from conformance.saying import within
from conformance.stagehand import Stagehand
from conformance.suite import Case
from reports.form import Basis, Said, Scenario, Step, StepStatus, Text

FRAMES = 3
"""The innermost frames of a traceback are ours; those outside belong to pytest."""

Translate = Callable[[str], str]
"""The Chinese for a sentence of a feature; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A step about to be run: its keyword as written, its kind (given, when, then), its text with values."""

    keyword: str
    kind: str
    text: str


class Recorder:
    """One scenario. `stage` is set once the scenario has a stagehand."""

    def __init__(self, case: Case, plan: Plan, translate: Translate) -> None:
        self.case, self.plan = case, plan
        self.stage: Stagehand | None = None
        self.not_judged: Said = ""
        self._translate = translate
        self._keeper = Keeper(plan.request.evidence)
        self._sentences = [Sentence(s.keyword, s.kind, s.filled(case.row)) for s in case.scene.sentences]
        self._steps: list[Step] = []
        self._begun = time.monotonic()

    def passed(self, arguments: Mapping[str, object]) -> None:
        """The next step was run to its end."""
        self._add("passed", arguments)

    def failed(self, error: BaseException, arguments: Mapping[str, object]) -> None:
        """The next step ended with an error; no step follows it. An error after the last step is of no sentence."""
        if isinstance(error, NotJudged):
            self.not_judged = _whole(error)
        if len(self._steps) == len(self._sentences) or any(step.status != "passed" for step in self._steps):
            return
        sentence = self._sentences[len(self._steps)]
        if isinstance(error, Outcome):
            status = verdict.status(error.kind, sentence.kind)
            self._add(status, arguments, expected=error.expected, seen=error.seen, error=error.cause)
            return
        status = verdict.status("error", sentence.kind)
        lines = traceback.format_exception(error, limit=-FRAMES)
        self._add(status, arguments, error="".join(lines).strip())

    def result(self, folder: Path | None) -> Scenario:
        """The scenario as the report holds it; its evidence is written into the run's folder."""
        self._steps += [
            Step(keyword=sentence.keyword, text=self._text(sentence), status="not_run")
            for sentence in self._sentences[len(self._steps) :]
        ]
        file = evidence.file_of(self.case.id)
        kept = folder is not None and self._keeper.write(folder / file)
        return scenario(
            self.case,
            self.plan,
            self._steps,
            duration_s=round(time.monotonic() - self._begun, 3),
            timeline=timeline.read(self.stage) if self.stage else (),
            evidence=file if kept else "",
        )

    def _add(
        self,
        status: StepStatus,
        arguments: Mapping[str, object],
        *,
        expected: Said = "",
        seen: Said = "",
        error: Said = "",
    ) -> None:
        sentence = self._sentences[len(self._steps)]
        handsets = self.stage.watched() if self.stage and self.stage.opened else []
        kept = self._keeper.look(handsets, failed=status != "passed")
        self._steps.append(
            Step(
                keyword=sentence.keyword,
                text=self._text(sentence),
                status=status,
                at=self._now(),
                expected=expected,
                seen=seen,
                error=error,
                values=self._values(arguments),
                evidence=kept,
            )
        )

    def _text(self, sentence: Sentence) -> Text:
        return Text(sentence.text, self._translate(sentence.text))

    def _now(self) -> str:
        if not self.stage or not self.stage.opened:
            return ""
        try:
            return self.stage.now().isoformat(timespec="milliseconds")
        except TransportLost:
            return ""  # the step that met the silence says so

    def _values(self, arguments: Mapping[str, object]) -> dict[str, str]:
        opened = self.stage if self.stage and self.stage.opened else None
        return resolving.values(arguments, opened.times if opened else None, self.plan.season)


def scenario(case: Case, plan: Plan, steps: Sequence[Step], **more: Any) -> Scenario:
    """A scenario with the verdict that its steps give it."""
    found_basis = basis(case, plan)
    found = verdict.of_steps((step.status for step in steps), found_basis, plan.target.kind)
    said = next((step for step in steps if step.status not in {"passed", "not_run"}), None)
    return Scenario(
        id=case.id,
        name=case.name,
        file=f"features/{case.scene.short}",
        line=case.scene.line,
        rules=case.scene.rules,
        basis=found_basis,
        verdict=found,
        reason=verdict.of_reading(found, found_basis, plan.target.kind) or reason(said),
        steps=tuple(steps),
        rerun=rerun(case, plan),
        **more,
    )


def _whole(error: Outcome) -> Text:
    """Cause, expectation and finding in one sentence."""
    parts = (
        (Text(), error.cause),
        (Text("expected ", "应为："), error.expected),
        (Text("seen ", "实为："), error.seen),
    )
    there = [(label, said) for label, said in parts if said]
    return Text(
        "; ".join(f"{label.en}{within(said, 'en')}" for label, said in there),
        "；".join(f"{label.zh}{within(said, 'zh')}" for label, said in there),
    )


def missing(case: Case, plan: Plan, translate: Translate, why: Text) -> Scenario:
    """A scenario that was expected and has no result: an ERROR of the kit or of its lab."""
    steps = [
        Step(keyword=s.keyword, text=Text(text, translate(text)), status="not_run")
        for s in case.scene.sentences
        for text in [s.filled(case.row)]
    ]
    return replace(scenario(case, plan, steps), verdict="ERROR", reason=why)


def basis(case: Case, plan: Plan) -> Basis:
    """That of the row of examples, else the rule's; of several rules the first one's."""
    if "basis" in case.row:
        return cast(Basis, case.row["basis"])  # the lint has held it against the closed list
    return plan.catalogue.row(case.scene.rules[0]).basis


def reason(step: Step | None) -> Text:
    """Why a scenario did not pass, in a sentence."""
    if step is None:
        return Text()
    said = step.error or step.seen
    if isinstance(said, Text):
        return said
    return REASONS.get(step.status, Text())


REASONS: Mapping[StepStatus, Text] = {
    "not_met": Text("something else than expected was found", "检查结果与预期不符"),
    "unreached": Text("a presupposed state could not be reached", "无法到达所要求的状态"),
    "refused": Text("what the candidate does was refused", "考生的操作被拒绝"),
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
            ("--features", request.features, ""),
            ("--catalogue", request.catalogue, ""),
            *(("--steps", package, "steps") for package in request.steps),
        )
        if value != default
        for word in (option, value)
    ]
    return shlex.join(["./examgate", "run", "--scenario", case.id, "--seed", str(request.seed), *given])
