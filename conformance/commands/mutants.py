"""`examgate mutants`: prove that the kit catches bad releases, one seeded defect after the other."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from conformance import target
from conformance.commands import words
from conformance.commands.common import DEFECT, DEFECTS, HELP, LANG, SEASON, SEED, TARGET
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.kit import kit
from conformance.lab.appium import ways
from conformance.mutants import jobs, keeping, listing, proving, telling
from conformance.mutants.forms import Defect, Finding, Matrix
from conformance.mutants.keeping import Kept
from conformance.repeats import choice
from conformance.request import RunRequest
from conformance.running import outdir
from conformance.saying import Stopped
from reports.form import Language, Text

DEFAULT = outdir.DEFAULT / "mutants"
FORM = Form(
    help=Text(
        "Run each seeded defect of a target: it must be caught by the rules that it breaks, and no other may be blamed.",
        "逐一运行被测对象的预置缺陷：每个缺陷须由其违反的规则查出，且不得误判其他规则。",
    ),
    options=(
        replace(DEFECT, help=Text("only this defect", "只运行该缺陷")),
        Option(
            "--rules", "GLOB", Text("only defects that break one of these rules", "只运行违反这些规则的缺陷")
        ),
        Option(
            "--part",
            "K/N",
            Text("a sample: of each layer the K-th of N parts", "抽样：各层分为 N 份，取第 K 份"),
        ),
        Option(
            "--full",
            "",
            Text(
                "each defect against every scenario, not its own and a sentinel only",
                "每个缺陷运行全部场景，而非仅相关场景与抽查场景",
            ),
        ),
        Option("--resume", "", Text("go on with a proof that was broken off", "继续上次中断的验证")),
        Option(
            "--older-kit",
            "",
            Text(
                "with --resume: keep also what an older kit has found; the matrix says of which defects",
                "与 --resume 同用：保留旧版工具得出的结果，并在矩阵中注明涉及的缺陷",
            ),
        ),
        DEFECTS,
        SEASON,
        TARGET,
        SEED,
        Option(
            "--out",
            "DIR",
            Text("where to write; default reports/out/mutants", "输出目录，默认 reports/out/mutants"),
        ),
        LANG,
        Option("-n", "N", Text("this many workers", "并行进程数")),
        HELP,
    ),
)


def run(values: Values, lang: Language) -> int:
    """Prove, print, write: 0 each defect is caught, 1 one is not."""
    if "--older-kit" in values and "--resume" not in values:
        raise Stopped(Text("--older-kit goes with --resume", "--older-kit 须与 --resume 一同使用"))
    request = _request(values, lang)
    workers, asked = _workers(values), target.load(request.target)
    if asked.appium:
        ways.installed(asked.appium)
    known = listing.listed(asked, request.defects)
    chosen = jobs.picked(
        known,
        values.get("--defect", ()),
        values.get("--rules", ()),
        choice.part(words.last(values, "--part", "1/1")),
    )
    if not chosen:
        raise Stopped(Text("no seeded defect is chosen; nothing is proven", "未选定任何预置缺陷，未作验证"))
    scope: Literal["own", "everything"] = "everything" if "--full" in values else "own"
    out = Path(words.last(values, "--out", str(DEFAULT)))
    taken_up = keeping.TakenUp("--resume" in values, "--older-kit" in values)
    matrix = _proven(request, chosen, scope, out, taken_up, workers, Console())
    return 0 if matrix.proven else 1


def _proven(
    request: RunRequest,
    chosen: Sequence[Defect],
    scope: Literal["own", "everything"],
    out: Path,
    taken_up: keeping.TakenUp,
    workers: int,
    console: Console,
) -> Matrix:
    plans = proving.planned(request, chosen, scope == "everything")
    head = {
        "kit": kit().digest,
        "target": request.target,
        "seed": request.seed,
        "scope": scope,
    }
    started = _now()
    with outdir.no_room(out):
        kept = Kept(out, head, chosen, taken_up)
        progress = telling.Progress(
            console, request.lang, {one.id: one for one in chosen}, len(kept.findings)
        )

        def found(one: Finding) -> None:
            kept.add(one)
            progress.finding(one)

        for plan, its in plans:
            left = [job for job in its if job.defect.id not in kept.findings]
            if left:
                proving.prove(plan, left, workers, found)
        kept.close()
        matrix = Matrix(
            kit=kit(),
            target=request.target,
            seed=request.seed,
            scope=scope,
            started=started,
            finished=_now(),
            defects=tuple(chosen),
            findings=tuple(kept.findings[one.id] for one in chosen),
        )
        written = keeping.write(matrix, out)
    telling.summary(matrix, request.lang, console)
    for path in written:
        console.print(f"{path}", soft_wrap=True, highlight=False)
    return matrix


def _request(values: Values, lang: Language) -> RunRequest:
    return RunRequest(
        season=words.last(values, "--season", "zjcm-2023"),
        target=words.last(values, "--target", "simulated"),
        seed=words.number(values, "--seed", 1),
        lang=lang,
        evidence="none",
        defects=values.get("--defects", ()),
    )


def _workers(values: Values) -> int:
    return words.positive(values, "-n", 0) or os.cpu_count() or 1


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
