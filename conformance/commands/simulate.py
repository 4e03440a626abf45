"""`examgate simulate`: the simulated world by itself, in the place of this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from conformance.commands.common import HELP, LANG, SEASON, SEED
from conformance.kit import ROOT
from conformance.words import Form, Option, Values
from reports.form import Language, Text

STAGES = ("registered", "confirmed", "paired", "waiting", "answering", "photos")
PASSED_ON: Sequence[Option] = (
    SEASON,
    SEED,
    Option(
        "--clock",
        "driven|real|x20",
        Text("who moves exam time; default driven", "由谁推进考试时间，默认由测试台推进"),
        ("driven", "real", "x20"),
    ),
    Option(
        "--stage",
        "STAGE",
        Text(f"where the world begins: {', '.join(STAGES)}", f"从哪个阶段开始：{'、'.join(STAGES)}"),
        STAGES,
    ),
    *(
        Option(
            f"--port-{name}", "N", Text(f"port of the {name}; default a free one", f"{zh}端口，默认自动选择")
        )
        for name, zh in (("platform", "平台"), ("webdriver", "驱动服务"), ("bench", "测试台"))
    ),
)
FORM = Form(
    help=Text(
        "Platform, phones, WebDriver endpoint and bench; prints one JSON line and runs until interrupted.",
        "启动平台、手机、驱动服务与测试台；输出一行 JSON，运行至中断为止。",
    ),
    options=(*PASSED_ON, LANG, HELP),
)


def run(values: Values, lang: Language) -> NoReturn:
    """Become the simulated world."""
    given = [
        word
        for option in PASSED_ON
        for value in values.get(option.name, ())[-1:]
        for word in (option.name, value)
    ]
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    environment = {**os.environ, "PYTHONPATH": path, "EXAMGATE_LANG": lang}
    os.execve(sys.executable, [sys.executable, "-m", "simulators", "--json", *given], environment)
