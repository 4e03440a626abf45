"""One run from its request to its exit code: read, lint, run pytest, gather, publish."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

import reports
from conformance.faults import listing
from conformance.journal import Writer
from conformance.kit import kit
from conformance.masking import Mask
from conformance.plan import Plan
from conformance.running import choosing, contents, outdir, session, writing
from conformance.running.choosing import Chosen
from conformance.running.controller import Controller
from conformance.running.gathering import Ended, gather
from conformance.running.outdir import no_room
from conformance.running.progress import Progress
from conformance.saying import Stopped, within
from conformance.sentences import lint, stepbook
from conformance.verdict import NOT_JUDGED
from reports import form, terminal
from reports.form import Results, Scenario, Text

LOST = Text("the process that ran this scenario was lost", "运行该场景的进程意外终止")
MISSING = Text("this scenario was expected and has no result", "该场景应有结果而没有结果")


def run(plan: Plan, out: Path, workers: int, console: Console) -> int:
    """Judge; the exit code. Raises Stopped for whatever keeps the run from judging."""
    chosen = _checked(plan)
    part = outdir.begin(out)
    try:
        with no_room(part):
            results = _run(plan, chosen, part, workers, console)
            reports.render(part)
    except Stopped as stop:
        _leave(part, stop)
        raise
    final = outdir.publish(part)
    terminal.summary(results, plan.request.lang, console)
    console.print(f"{final / 'index.html'}", soft_wrap=True, highlight=False)
    return results.exit_code


def _checked(plan: Plan) -> Chosen:
    """What is to be run, once the features have passed the lint."""
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


def _run(plan: Plan, chosen: Chosen, part: Path, workers: int, console: Console) -> Results:
    started = _now()
    (part / outdir.SEASON).write_bytes(plan.season_bytes)
    progress = Progress(console, plan.request.lang, len(chosen.cases))
    with Writer(part / "journal.jsonl", _manifest(plan, chosen)) as journal:
        progress.begin(
            cases=len(chosen.cases),
            rules=len(chosen.rows),
            season=plan.season.id,
            target=plan.target.name,
            seed=plan.request.seed,
        )
        controller = Controller(journal, progress, Mask(off=plan.request.unmasked))
        spread = ["-p", "xdist.plugin", "-n", str(workers), "--dist", "worksteal"] if workers > 1 else []
        code = session.run(plan, part, [controller], spread)
        progress.end()
        stop = _stop(controller, code)
        if stop:
            journal.footer("not-judged", NOT_JUDGED)
            raise stop
        results = gather(
            Ended(
                plan,
                chosen,
                _whole(plan, chosen, controller),
                controller.controls,
                started,
                _now(),
                tuple(controller.found),
                controller.phones,
            )
        )
        form.dump(results, part / "results.json")
        journal.footer(results.verdict, results.exit_code, contents.digests(part))
    return results


def _whole(plan: Plan, chosen: Chosen, controller: Controller) -> dict[str, Scenario]:
    """A result for every chosen case: one that did not come is an ERROR."""
    why = LOST if controller.lost else MISSING
    return {
        case.id: controller.scenarios.get(case.id) or writing.missing(case, plan, stepbook.translate, why)
        for case in chosen.cases
    }


def _stop(controller: Controller, code: int) -> Stopped | None:
    """Why nothing can be judged: an unfit target, an interruption, features that cannot be collected."""
    if controller.unfit:
        en, zh = (within(controller.unfit, lang) for lang in ("en", "zh"))
        return Stopped(Text(f"nothing is judged: {en}", f"未作评判：{zh}"))
    if code == pytest.ExitCode.INTERRUPTED and not controller.collecting:
        return Stopped(Text("interrupted; nothing is judged", "已中断，未作评判"))
    if controller.internal or (controller.collecting and not controller.scenarios):
        words = "\n".join([*controller.internal, *controller.collecting])
        return Stopped(Text("the kit failed; nothing is judged", "工具出错，未作评判"), words)
    return None


def _manifest(plan: Plan, chosen: Chosen) -> dict[str, object]:
    request = plan.request
    return {
        "kit": msgspec.to_builtins(kit()),
        "season": plan.season.id,
        "season_sha256": plan.season_sha256,
        "edition": plan.season.edition,
        "catalogue": plan.catalogue.digest(),
        "target": plan.target.name,
        "seed": request.seed,
        "scope": {"full": request.full, "rules": request.rules, "scenarios": request.scenarios},
        "rules": [row.id for row in chosen.rows],
        "scenarios": [case.id for case in chosen.cases],
    }


def _leave(part: Path, stop: Stopped) -> None:
    """Keep the journal of a run that did not judge; keep nothing of one that could not be written."""
    if isinstance(stop.__cause__, OSError):
        outdir.discard(part)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="milliseconds")
