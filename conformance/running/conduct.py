"""One run from its request to its exit code: read, lint, run pytest as often as it takes, gather, publish."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from rich.console import Console

import reports
from conformance.faults import listing
from conformance.journal import Read, Writer, read
from conformance.lab.appium import ways
from conformance.plan import Plan
from conformance.running import choosing, contents, outdir, resuming, writing
from conformance.running.attempts import Attempts, Begun, listed
from conformance.running.choosing import Chosen
from conformance.running.gathering import Ended, gather
from conformance.running.manifest import manifest
from conformance.running.outdir import JOURNAL, no_room
from conformance.saying import Stopped
from conformance.sentences import lint, stepbook
from reports import form, terminal
from reports.form import Results, Scenario, Text

LOST = Text("the process that ran this scenario was lost", "运行该场景的进程意外终止")
MISSING = Text("this scenario was expected and has no result", "该场景应有结果而没有结果")


def run(plan: Plan, out: Path, workers: int, console: Console) -> int:
    """Judge; the exit code. Raises Stopped for whatever keeps the run from judging."""
    return published(plan, out, workers, console)[0].exit_code


def published(plan: Plan, out: Path, workers: int, console: Console) -> tuple[Results, Path]:
    """Judge; what was found, and the folder of the run. Raises Stopped as `run` does."""
    chosen = checked(plan)
    part = outdir.begin(out)
    try:
        with no_room(part):
            (part / outdir.SEASON).write_bytes(plan.season_bytes)
            journal = Writer.begin(part / JOURNAL, manifest(plan, chosen))
    except Stopped:
        outdir.discard(part)
        raise
    with journal:
        return _finish(Begun(plan, chosen, part, journal, read(part / JOURNAL)), workers, console)


def judge(plan: Plan, folder: Path, workers: int, console: Console) -> Results:
    """Judge, and publish nothing; the features have passed the lint before. Raises Stopped as `run` does."""
    chosen = choosing.chosen(plan)
    with no_room(folder), Writer.begin(folder / JOURNAL, manifest(plan, chosen)) as journal:
        begun = Begun(plan, chosen, folder, journal, read(folder / JOURNAL))
        attempts = Attempts(begun, workers, console)
        attempts.run()
        return _gathered(begun, attempts, read(folder / JOURNAL))


def resume(part: Path, plan: Plan, workers: int, console: Console, *, without_cut: bool = False) -> int:
    """Finish the run in a folder, whose request the plan is; the exit code. Stopped where it cannot go on."""
    journal, kept = resuming.open_again(part, without_cut=without_cut)
    with journal:
        chosen = checked(plan)
        return _finish(resuming.begun(part, plan, chosen, journal, kept), workers, console)[0].exit_code


def _finish(begun: Begun, workers: int, console: Console) -> tuple[Results, Path]:
    part, attempts = begun.part, Attempts(begun, workers, console)
    try:
        with no_room(part):
            results = _results(begun, attempts)
            reports.render(part)
    except Stopped as stop:
        raise _left(begun, attempts, stop) from stop
    final = outdir.publish(part)
    terminal.summary(results, begun.plan.request.lang, console)
    console.print(f"{final / 'index.html'}", soft_wrap=True, highlight=False)
    return results, final


def checked(plan: Plan) -> Chosen:
    """What is to be run, once the features have passed the lint and all that the lab starts is installed."""
    if plan.target.appium:
        ways.installed(plan.target.appium)
    chosen = choosing.chosen(plan)
    book = stepbook.book(plan.request.steps)
    faults = lint.faults(plan.suite, plan.catalogue, book.matches)
    if faults:
        said = listing(faults)
        raise Stopped(
            Text(
                f"the features cannot be run: {len(faults)} faults",
                f"场景文件有 {len(faults)} 处错误，不能运行",
            ),
            Text(said.en, said.zh),
        )
    if not chosen.cases:
        raise Stopped(
            Text(
                "nothing is run: no scenario exercises these rules", "没有可运行的场景：所选规则没有对应场景"
            )
        )
    return chosen


def _results(begun: Begun, attempts: Attempts) -> Results:
    """What the run has found once nothing is left to be run; written down, and its journal ended."""
    part = begun.part
    if begun.kept.finished:  # it was cut short after its last line
        return form.load(part / "results.json")
    attempts.run()
    results = _gathered(begun, attempts, read(part / JOURNAL))
    form.dump(results, part / "results.json")
    begun.journal.footer(results.verdict, results.exit_code, contents.digests(part))
    return results


def _gathered(begun: Begun, attempts: Attempts, kept: Read) -> Results:
    finished, ledger = _now(), attempts.ledger
    results = gather(
        Ended(
            begun.plan,
            begun.chosen,
            _whole(begun, attempts),
            ledger.controls,
            kept.attempts[0][0]["at"],
            finished,
            tuple(ledger.found),
            ledger.phones,
        )
    )
    return replace(results, attempts=listed(kept, finished, results.exit_code))


def _whole(begun: Begun, attempts: Attempts) -> dict[str, Scenario]:
    """A result for every chosen case: one that did not come is an ERROR."""
    why = LOST if attempts.lost else MISSING
    found, plan = attempts.ledger.scenarios, begun.plan
    return {
        case.id: found.get(case.id) or writing.missing(case, plan, stepbook.translate, why)
        for case in begun.chosen.cases
    }


def _left(begun: Begun, attempts: Attempts, stop: Stopped) -> Stopped:
    """What is said of a run that did not judge; what it has found is kept, so that it can go on."""
    done = len(attempts.ledger.scenarios)
    if done:
        said = resuming.can_go_on(stop.sentence, begun.part, done, len(begun.chosen.cases))
        return Stopped(said, stop.quoted)
    if isinstance(stop.__cause__, OSError):
        outdir.discard(begun.part)
    return stop


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="milliseconds")
