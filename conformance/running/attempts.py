"""The starts of a run: the first, one for each time that it goes on, one for each time that the lab lost something.

A scenario that the lab lost is run again with a lab started anew, as often as the run's budget allows. What the product
did wrong is never run again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from rich.console import Console

from conformance.journal import Read, Writer
from conformance.masking import Mask
from conformance.plan import Plan
from conformance.running import byhand, session
from conformance.running.choosing import Chosen
from conformance.running.controller import Controller
from conformance.running.ledger import Ledger
from conformance.running.progress import Progress
from conformance.saying import Stopped, within
from conformance.verdict import NOT_JUDGED
from reports import form
from reports.form import Text, Why

INTERRUPTED = Text("interrupted; nothing is judged", "已中断，未作评判")


@dataclass(frozen=True, slots=True)
class Begun:
    """A run whose journal is open: `kept` is what the journal held before, no more than the manifest for a new run."""

    plan: Plan
    chosen: Chosen
    part: Path
    journal: Writer
    kept: Read


class Attempts:
    """Runs what a run lacks. `lost`: a worker process was lost on the way."""

    def __init__(self, begun: Begun, workers: int, console: Console) -> None:
        self._begun, self._workers = begun, workers
        self._console = console
        self._progress = Progress(console, begun.plan.request.lang)
        self._number = len(begun.kept.attempts)
        self.ledger = Ledger(begun.journal, begun.kept, self._progress)
        self.lost = False

    def run(self) -> None:
        """Everything that has no result, then again what the lab lost; Stopped where nothing can be judged."""
        begun, kept = self._begun, self._begun.kept
        left = [case.id for case in begun.chosen.cases if case.id not in self.ledger.scenarios]
        self._begin(left)
        self._start("resumed" if self._number else "begun", left)
        spent = sum(lines[0]["why"] == "lab" for lines in kept.attempts)
        for _ in range(begun.plan.request.lab_retries - spent):
            lost = self.ledger.lost_by_the_lab
            if not lost:
                return
            self._progress.again(len(lost))
            self._start("lab", lost)

    def _begin(self, left: Sequence[str]) -> None:
        plan, chosen = self._begun.plan, self._begun.chosen
        self._progress.begin(
            cases=len(chosen.cases),
            rules=len(chosen.rows),
            season=plan.season.id,
            target=plan.target.name,
            seed=plan.request.seed,
        )
        if self._number:
            self._progress.goes_on(len(chosen.cases) - len(left), len(chosen.cases))

    def _start(self, why: Why, left: Sequence[str]) -> None:
        self._number += 1
        self._begun.journal.attempt(self._number, why, len(left))
        if not left:
            return
        self._progress.expect(len(left))
        controller = Controller(self.ledger, Mask(off=self._begun.plan.request.unmasked))
        request = replace(self._begun.plan.request, left=tuple(left))
        plan = replace(self._begun.plan, request=request)
        if plan.target.hand:
            code = byhand.run(plan, self._begun.part, self.ledger, left, self._console)
        else:
            code = session.run(plan, self._begun.part, [controller], self._spread(len(left)))
        self._progress.end()
        self.lost = self.lost or bool(controller.lost)
        self._held(why, controller, code)

    def _spread(self, cases: int) -> list[str]:
        workers = min(self._workers, cases)
        return ["-p", "xdist.plugin", "-n", str(workers), "--dist", "worksteal"] if workers > 1 else []

    def _held(self, why: Why, controller: Controller, code: int) -> None:
        """Stopped where the run cannot go on: by hand, or because nothing could be judged at all."""
        if code == pytest.ExitCode.INTERRUPTED and not controller.collecting and not controller.unfit:
            raise Stopped(INTERRUPTED)
        stop = _stop(controller, bool(self.ledger.scenarios))
        if stop is None or why == "lab":  # a lab that stays lost changes nothing about what was found before
            return
        if not self.ledger.scenarios:
            self._begun.journal.footer("not-judged", NOT_JUDGED)
        raise stop


def _stop(controller: Controller, judged: bool) -> Stopped | None:
    """Why nothing can be judged: an unfit target, features that cannot be collected, a fault of the kit."""
    if controller.unfit:
        en, zh = (within(controller.unfit, lang) for lang in ("en", "zh"))
        return Stopped(Text(f"nothing is judged: {en}", f"未作评判：{zh}"))
    if controller.internal or (controller.collecting and not judged):
        words = "\n".join([*controller.internal, *controller.collecting])
        return Stopped(Text("the kit failed; nothing is judged", "工具出错，未作评判"), words)
    return None


def listed(kept: Read, finished: str, exit_code: int) -> tuple[form.Attempt, ...]:
    """The starts of a run that is over, by its journal; only the last one has an exit code."""
    found = [
        form.Attempt(
            number=lines[0]["attempt"],
            why=lines[0]["why"],
            started=lines[0]["at"],
            finished=lines[-1]["at"],
            scenarios=sum(line["entry"] == "scenario" for line in lines),
        )
        for lines in kept.attempts
    ]
    return (*found[:-1], replace(found[-1], finished=finished, exit_code=exit_code))
