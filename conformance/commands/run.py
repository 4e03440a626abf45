"""`examgate run`: judge a target."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from conformance import plan
from conformance.commands import requested, words
from conformance.commands.common import (
    CATALOGUE,
    DEFECT,
    DEFECTS,
    FEATURES,
    GRID,
    HELP,
    LANG,
    PAIR,
    SEASON,
    SEED,
    TARGET,
)
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.plan import Plan
from conformance.running import choosing, conduct, matrix, outdir, repeating, resuming
from conformance.saying import Stopped
from reports.form import Language, Text

MOST_WORKERS = 4
CASES_A_WORKER = 24
"""Fewer scenarios than this are done before another worker has started."""

FORM = Form(
    help=Text(
        "Judge a target, rule by rule and with evidence.", "逐条评判被测对象是否遵守规则，并保留证据。"
    ),
    options=(
        SEASON,
        TARGET,
        Option(
            "--rules",
            "GLOB",
            Text(
                "only these rules, such as 'WAIT-*'; the run is then partial",
                "只运行这些规则，如 'WAIT-*'；此时为部分测试",
            ),
        ),
        Option(
            "--scenario",
            "ID",
            Text(
                "only this scenario, or all its rows without a number",
                "只运行该场景；不带行号时运行其全部示例",
            ),
        ),
        Option(
            "--core",
            "",
            Text(
                "only the core set: some scenarios of each chapter; the run is then partial",
                "只运行核心场景（每章若干个）；此时为部分测试",
            ),
        ),
        Option(
            "--harm",
            "1|2|3",
            Text(
                "only rules with this harm: 1 may lose the exam, 2 the result may suffer, 3 inconvenience",
                "只运行该等级的规则：1 可能失去考试，2 可能影响成绩，3 造成不便",
            ),
            ("1", "2", "3"),
        ),
        SEED,
        Option("--out", "DIR", Text("where to write; default reports/out", "输出目录，默认 reports/out")),
        LANG,
        Option("-n", "N", Text("this many workers", "并行进程数")),
        Option(
            "--evidence",
            "none|failures|full",
            Text(
                "what is kept: verdicts alone, screenshots of failures only (default), or of every step",
                "保留的证据：仅结论；失败时的截图（默认）；每一步的截图",
            ),
            ("none", "failures", "full"),
        ),
        Option(
            "--waivers",
            "FILE",
            Text(
                "rules that this release need not keep until a day, with who approved it",
                "经批准暂予豁免的规则清单，注明适用版本与有效期",
            ),
        ),
        Option(
            "--known-failures",
            "FILE",
            Text("rules or scenarios that are known to fail", "已知不通过的规则或场景清单"),
        ),
        Option(
            "--flaky",
            "FILE",
            Text("scenarios whose verdict wavered when repeated", "重复运行时结论不稳定的场景清单"),
        ),
        Option(
            "--unmasked",
            "",
            Text(
                "do not mask people's data and secrets; for one's own lab",
                "不遮盖个人信息与密钥，仅限在自有测试环境内使用",
            ),
        ),
        Option(
            "--lab-retries",
            "N",
            Text(
                "how often the lab is started anew to run again what it lost; default 3, 0 never",
                "测试环境故障时重新启动并补测的次数，默认 3，0 表示不补测",
            ),
        ),
        Option(
            "--resume",
            "[DIR]",
            Text(
                "finish a run that was cut short, as it was begun; default the newest",
                "按原有设置完成一次中断的运行，默认为最近一次",
            ),
        ),
        Option(
            "--drop-cut-line",
            "",
            Text(
                "with --resume: go on without a last line that was not written whole",
                "与 --resume 同用：舍弃运行日志末尾不完整的一行",
            ),
        ),
        Option(
            "--failed",
            "[RUN]",
            Text(
                "repeat what did not pass in a run, as a run of its own; default the latest",
                "将一次运行中未通过的场景另行运行一次，默认为最近一次",
            ),
        ),
        GRID,
        PAIR,
        Option(
            "--allow-irreversible",
            "",
            Text(
                "on real phones, do what cannot be taken back, with test accounts only",
                "真实手机上允许执行不可撤销的操作，仅限使用测试账号",
            ),
        ),
        DEFECT,
        DEFECTS,
        CATALOGUE,
        FEATURES,
        Option("--steps", "PACKAGE", Text("another package of steps", "另用一个步骤包")),
        HELP,
    ),
)


def run(values: Values, lang: Language, *, record: bool = False) -> int:
    """Judge, print, write; the exit code of the run. `record`: what goes through both doors is kept on tapes."""
    out = Path(words.last(values, "--out", str(outdir.DEFAULT)))
    requested.alone("--core", values, ["--scenario"])
    requested.alone("--resume", values, ["--failed"])
    requested.alone("--failed", values, requested.NARROWING)
    if "--resume" in values:
        return _resume(values, out, lang)
    if "--drop-cut-line" in values:
        raise Stopped(Text("--drop-cut-line goes with --resume", "--drop-cut-line 须与 --resume 一同使用"))
    base = repeating.request_of(_finished(values, out)) if "--failed" in values else None
    wanted = replace(requested.request(values, lang, base), record=record)
    if wanted.lab_retries < 0:
        said = f"--lab-retries {wanted.lab_retries}"
        raise Stopped(Text(f"{said}: at least 0", f"{said}：不得小于 0"))
    planned = plan.read(wanted)
    if len(planned.target.pairs) > 1:
        return matrix.run(planned, out, Console())
    return conduct.run(planned, out, workers(values, planned), Console())


def _resume(values: Values, out: Path, lang: Language) -> int:
    part = resuming.folder(words.last(values, "--resume"), out)
    planned = plan.read(requested.same(values, resuming.request_of(part), lang))
    cut = "--drop-cut-line" in values
    return conduct.resume(part, planned, workers(values, planned), Console(), without_cut=cut)


def _finished(values: Values, out: Path) -> Path:
    return Path(words.last(values, "--failed") or out / outdir.LATEST)


def workers(values: Values, planned: Plan) -> int:
    """How many workers: as many as are given, else as many as are of use; Stopped where the target cannot have them."""
    alone = (
        not planned.target.start or planned.target.kind == "mixed"
    )  # what is not started here is there once
    most = 1 if alone else MOST_WORKERS
    asked = words.number(values, "-n", 0)
    if "-n" in values and asked < 1:
        raise Stopped(Text(f"-n {asked}: a run has at least one worker", f"-n {asked}：至少需要一个进程"))
    if asked > 1 and most == 1:
        raise Stopped(
            Text(
                f"-n {asked}: this target can be judged by one worker only",
                f"-n {asked}：该被测对象只能由一个进程评判",
            )
        )
    useful = len(choosing.chosen(planned).cases) // CASES_A_WORKER
    return asked or max(1, min(most, os.cpu_count() or 1, useful))
