"""Writes down one scenario as it goes: each step's status, exam time, what was expected and seen, what the phones showed."""

from __future__ import annotations

import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain, repeat
from pathlib import Path

from conformance import checking, masking, verdict
from conformance.lab.lab import NotJudged
from conformance.lab.stagehand import Stagehand
from conformance.masking import Known, Mask
from conformance.outcome import Outcome, TransportLost
from conformance.plan import Plan
from conformance.running import evidence, resolving, timeline, writing
from conformance.running.evidence import Keeper
from conformance.running.writing import Translate
from conformance.saying import within
from conformance.sentences.scenes import Case
from reports.form import NOTHING, Said, Scenario, Seen, Step, StepStatus, Text, dump_evidence

FRAMES = 3
"""The innermost frames of a traceback are ours; those outside belong to pytest."""


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
        self._keeps = plan.request.evidence != "none"
        self._keeper = Keeper(plan.request.evidence)
        self._sentences = [Sentence(s.keyword, s.kind, s.filled(case.row)) for s in case.scene.sentences]
        self._known = Known(plan.target, "\n".join(sentence.text for sentence in self._sentences))
        self._steps: list[Step] = []
        self._note = NOTHING
        self._begun = time.monotonic()

    def passed(self, arguments: Mapping[str, object]) -> None:
        """The next step was run to its end; a Then tells what it expected and saw all the same."""
        held = checking.take()
        self._note = held.note or self._note
        self._add("passed", arguments, expected=held.expected, seen=held.seen)

    def failed(self, error: BaseException, arguments: Mapping[str, object]) -> None:
        """The next step ended with an error; no step follows it. An error after the last step is of no sentence."""
        checking.take()
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

    def done(self) -> int:
        """How many steps have been run."""
        return len(self._steps)

    def result(self, folder: Path | None) -> Scenario:
        """The scenario as the report holds it; its evidence is written into the run's folder."""
        self._steps += [
            Step(keyword=sentence.keyword, text=self._text(sentence), status="not_run")
            for sentence in self._sentences[len(self._steps) :]
        ]
        mask = self.mask()
        kept = self._keeper.kept(mask)
        file = evidence.file_of(self.case.id) if folder and kept.trees else ""
        if folder and file:
            dump_evidence(kept, folder / file)
        whole = writing.scenario(
            self.case,
            self.plan,
            [
                replace(step, evidence=seen)
                for step, seen in zip(self._steps, chain(kept.steps, repeat(Seen())), strict=False)
            ],
            self._note,
            duration_s=round(time.monotonic() - self._begun, 3),
            timeline=timeline.read(self.stage) if self.stage and self._keeps else (),
            evidence=file,
            drivers=self.stage.drivers() if self.stage else {},
        )
        return masking.scenario(whole, mask)

    def mask(self, *, apart: bool = False) -> Mask:
        """What masks all that this scenario has learnt of people and secrets so far; `apart` as in `Known.mask`."""
        self._learn()
        return Mask(off=True) if self.plan.request.unmasked else self._known.mask(apart=apart)

    def _learn(self) -> None:
        if self.stage:
            self._known.people(self.stage.people())
            self._known.secrets(self.stage.secrets())

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
        photograph = self.stage is None or self.stage.may_photograph
        self._keeper.look(handsets, status != "passed", self._known.screen, photograph=photograph)
        self._learn()
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
            )
        )

    def _text(self, sentence: Sentence) -> Text:
        return Text(sentence.text, self._translate(sentence.text))

    def _now(self) -> str:
        if not self._keeps or not self.stage or not self.stage.opened:
            return ""
        try:
            return self.stage.now().isoformat(timespec="milliseconds")
        except TransportLost:
            return ""  # the step that met the silence says so

    def _values(self, arguments: Mapping[str, object]) -> dict[str, str]:
        opened = self.stage if self.stage and self.stage.opened else None
        return resolving.values(arguments, opened.times if opened else None, self.plan.season)


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
