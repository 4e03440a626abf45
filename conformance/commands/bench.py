"""`examgate bench check URL`: whether a bench keeps its contract, and what each of its controls gains."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import Any

import msgspec

from conformance import naming, plan
from conformance.benchcheck import checking, printing
from conformance.benchcheck import gains as gaining
from conformance.benchcheck.asking import Asking, Silent
from conformance.benchcheck.checking import Checked
from conformance.benchcheck.gains import Gains
from conformance.commands import words
from conformance.commands.common import HELP, LANG, SEASON, TARGET
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.request import RunRequest
from conformance.saying import Stopped
from reports.form import Language, Text

TOKEN = "EXAMGATE_BENCH_TOKEN"
FORM = Form(
    help=Text(
        "check URL: try every control of a bench once, and say what each of them gains. URL ends in /bench/v1.\n"
        "Exit code 0: it keeps its contract; 1: something does not; 3: it does not answer.",
        "check URL：逐项测试测试台的控制项，并说明各项可增加多少可判规则。URL 以 /bench/v1 结尾。\n"
        "退出码 0：符合约定；1：有不符合之处；3：没有应答。",
    ),
    options=(
        Option(
            "--token",
            "TOKEN",
            Text(
                f"the bench's token; default the variable {TOKEN}",
                f"测试台令牌，默认取环境变量 {TOKEN}",
            ),
        ),
        SEASON,
        TARGET,
        Option(
            "--alter",
            "",
            Text(
                "try also what cannot be taken back, in the world that stands there",
                "在现有考试环境中也测试不可撤销的操作",
            ),
        ),
        Option("--json", "", Text("as JSON", "输出 JSON")),
        LANG,
        HELP,
    ),
    arguments="check URL",
    most=2,
)
SOUND, FAULTY = 0, 1


def run(values: Values, lang: Language) -> int:
    """The exit code."""
    given = values.get("", ())
    naming.word_after("bench", given, ["check"])
    if len(given) != 2:
        raise Stopped(Text("bench check takes the address of a bench", "bench check 须给出测试台地址"))
    url = naming.address(given[1])
    planned = plan.read(_request(values, lang))
    gains = gaining.gains(planned)
    checked = _checked(
        url, words.last(values, "--token", os.environ.get(TOKEN, "")), planned, "--alter" in values
    )
    if "--json" in values:
        print(json.dumps(_told(checked, gains), ensure_ascii=False, indent=1))
    else:
        printing.show(checked, gains, lang, Console())
    return SOUND if checked.sound else FAULTY


def _request(values: Values, lang: Language) -> RunRequest:
    asked = RunRequest()
    season = words.last(values, "--season", asked.season)
    return RunRequest(season=season, target=words.last(values, "--target", asked.target), lang=lang)


def _checked(url: str, token: str, planned: plan.Plan, alter: bool) -> Checked:
    asking = Asking(url, token)
    wish = {
        "season": str(planned.season.path),
        "seed": planned.request.seed,
        "stage": "registered",
        "session": "formal",
        "candidates": [{}],
    }
    try:
        return checking.check(asking, wish, alter=alter)
    except (Silent, msgspec.MsgspecError) as fault:
        raise Stopped(
            Text(
                f"{url}: no bench answers there; its /controls is no answer of the contract",
                f"{url}：该地址没有测试台应答，或其 /controls 的应答不符合约定",
            ),
            str(fault),
        ) from fault
    finally:
        asking.close()


def _told(checked: Checked, gains: Gains) -> dict[str, Any]:
    controls = checked.working
    rows: Sequence[dict[str, Any]] = [
        {**msgspec.to_builtins(one), "gains": gains.of(one.control, controls)} for one in checked.findings
    ]
    return {
        "product": msgspec.to_builtins(checked.controls.product),
        "sound": checked.sound,
        "controls": rows,
        "rules": {
            "all": len(gains.needs),
            "whole": len(gains.whole(controls)),
            "part": len(gains.part(controls)),
        },
    }
