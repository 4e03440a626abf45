"""`examgate run`: judge a target."""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast

from conformance import plan
from conformance.commands import words
from conformance.commands.common import CATALOGUE, DEFECT, DEFECTS, FEATURES, HELP, LANG, SEASON, SEED, TARGET
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.plan import Plan
from conformance.request import RunRequest, Thoroughness
from conformance.running import choosing, conduct, outdir
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
        DEFECT,
        DEFECTS,
        CATALOGUE,
        FEATURES,
        Option("--steps", "PACKAGE", Text("another package of steps", "另用一个步骤包")),
        HELP,
    ),
)


def run(values: Values, lang: Language) -> int:
    """Judge, print, write; the exit code of the run."""
    planned = plan.read(_request(values, lang))
    out = Path(words.last(values, "--out", str(outdir.DEFAULT)))
    return conduct.run(planned, out, _workers(values, planned), Console())


def _request(values: Values, lang: Language) -> RunRequest:
    return RunRequest(
        season=words.last(values, "--season", "zjcm-2023"),
        target=words.last(values, "--target", "simulated"),
        rules=values.get("--rules", ()),
        scenarios=values.get("--scenario", ()),
        seed=words.number(values, "--seed", 1),
        lang=lang,
        evidence=cast(Thoroughness, words.last(values, "--evidence", "failures")),
        features=words.last(values, "--features"),
        catalogue=words.last(values, "--catalogue"),
        steps=values.get("--steps", ("steps",)),
        unmasked="--unmasked" in values,
        waivers=words.last(values, "--waivers"),
        known_failures=words.last(values, "--known-failures"),
        flaky=words.last(values, "--flaky"),
        defect=words.last(values, "--defect"),
        defects=values.get("--defects", ()),
    )


def _workers(values: Values, planned: Plan) -> int:
    most = MOST_WORKERS if planned.target.start else 1  # a target that is not started here is there once
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
