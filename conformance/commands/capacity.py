"""`examgate capacity`: what an exam day needs, for so many candidates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec

from conformance.capacity import against, answering, plan, printing
from conformance.capacity.page import page
from conformance.commands import words
from conformance.commands.common import HELP, LANG
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.running import outdir
from reports.form import Language, Text

PLAN = "two-phones"
DEFAULT = outdir.DEFAULT / "capacity"
FORM = Form(
    help=Text(
        "How much bandwidth, storage and how many processes a platform needs for an exam day, and when the last upload ends:\n"
        "a simulation of all uploads, event by event, from a plan's bit rates, uplinks and deadline.\n"
        "Exit code: 0 the deadline can be kept, 1 some uplinks are too slow for it, 3 bad input.",
        "测算考试日所需的平台带宽、存储空间与进程数，以及最后一份上传的完成时间：\n"
        "依据方案中的录像码率、上行带宽构成与期限，逐事件模拟全部上传过程。\n"
        "退出码：0 可按期完成；1 部分上行带宽过低，无法按期完成；3 输入有误。",
    ),
    options=(
        Option("--candidates", "N", Text("how many candidates; default 1000", "考生人数，默认 1000")),
        Option(
            "--plan",
            "NAME|FILE",
            Text(f"the capacity plan; default {PLAN}", f"容量方案，默认 {PLAN}"),
        ),
        Option(
            "--against",
            "RUN",
            Text(
                "also simulate the uploads of this load run, and say how far the simulation was off",
                "另对该次压力测试的上传进行模拟，并给出误差",
            ),
        ),
        Option("--json", "", Text("print JSON, write nothing", "输出 JSON，不写文件")),
        Option(
            "--out",
            "DIR",
            Text("where to write; default reports/out/capacity", "输出目录，默认 reports/out/capacity"),
        ),
        LANG,
        HELP,
    ),
)


def run(values: Values, lang: Language) -> int:
    """Answer, print, write; the exit code."""
    asked = plan.load(words.last(values, "--plan", PLAN))
    answer = answering.answered(asked, words.positive(values, "--candidates", 1000))
    if "--against" in values:
        answer = replace(answer, check=against.held(Path(words.last(values, "--against"))))
    console = Console()
    encoded = msgspec.json.format(msgspec.json.encode(answer), indent=1)
    if "--json" in values:
        console.out(encoded.decode(), highlight=False)
        return 0 if answer.reachable else 1
    printing.show(answer, lang, console)
    out = Path(words.last(values, "--out", str(DEFAULT)))
    with outdir.no_room(out):
        out.mkdir(parents=True, exist_ok=True)
        (out / "capacity.json").write_bytes(encoded + b"\n")
        (out / "index.html").write_text(page(answer, lang), encoding="utf-8")
    console.print(str(out / "index.html"), soft_wrap=True, highlight=False)
    return 0 if answer.reachable else 1
