"""`examgate repeat`: does the same target get the same verdicts, whatever the seed and the number of workers?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from rich.text import Text as Line

from conformance import plan
from conformance.commands import requested, words
from conformance.commands.common import CATALOGUE, DEFECT, DEFECTS, FEATURES, HELP, LANG, SEASON, SEED, TARGET
from conformance.commands.run import workers
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.kit import kit
from conformance.plan import Plan
from conformance.repeats import choice, comparing, flaky, forms, rounds
from conformance.repeats.choice import Part
from conformance.repeats.forms import Otherwise, Repeated
from conformance.repeats.rounds import Ran
from conformance.running import conduct, outdir
from conformance.saying import Stopped
from reports import terminal
from reports.form import Language, Text, Verdict
from reports.visible import one_line

DEFAULT = outdir.DEFAULT / "repeat"
FILE, LIST = "repeat.json", "flaky.toml"
SEEDS = 5
FORM = Form(
    help=Text(
        "Judge a target under several seeds and numbers of workers: each scenario must come out the same.\n"
        "Exit code: 0 each did, 1 one did not (a false alarm, or a finding that comes and goes), 3 nothing can be said.",
        "以多个随机种子和不同的进程数重复评判：每个场景的结论必须一致。\n"
        "退出码：0 全部一致；1 有不一致（误报，或时有时无的问题）；3 无法得出结论。",
    ),
    options=(
        Option("--seeds", "N", Text(f"so many seeds; default {SEEDS}", f"随机种子的个数，默认 {SEEDS}")),
        Option(
            "--part",
            "M/N",
            Text(
                "every N-th scenario of each chapter, from the M-th on; default all",
                "各章每 N 个场景取一个，从第 M 个起；默认全部",
            ),
        ),
        replace(SEED, help=Text("the first seed; default 1", "第一个随机种子，默认 1")),
        SEASON,
        TARGET,
        Option(
            "--out",
            "DIR",
            Text("where to write; default reports/out/repeat", "输出目录，默认 reports/out/repeat"),
        ),
        LANG,
        Option("-n", "N", Text("this many workers, and one more in turn", "并行进程数，与多一个交替使用")),
        DEFECT,
        DEFECTS,
        CATALOGUE,
        FEATURES,
        Option("--steps", "PACKAGE", Text("another package of steps", "另用一个步骤包")),
        HELP,
    ),
)
SAME = Text(
    "The same verdicts in all {rounds} rounds: {scenarios} scenarios, part {part}.",
    "{rounds}轮结论全部一致：{scenarios}个场景，范围 {part}。",
)
WAVERS = Text("otherwise in {often} of {runs} rounds", "{runs}轮中有{often}轮不一致")
OTHER = Text(
    "seed {seed}, workers {workers}: {verdict} instead of {usual}",
    "随机种子 {seed}，并行进程数 {workers}：结论为“{verdict}”，通常为“{usual}”",
)
FAULTY = Text(
    "the lab or the kit failed, so that the rounds cannot be compared {lost}",
    "测试环境或工具出错，各轮无法比较 {lost}",
)


def run(values: Values, lang: Language) -> int:
    """Repeat, print, write: 0 every scenario came out the same each time, 1 one did not."""
    seeds = words.positive(values, "--seeds", SEEDS)
    part = choice.part(words.last(values, "--part", "1/1"))
    planned = plan.read(requested.request(values, lang))
    ids = tuple(case.id for case in part.among(conduct.checked(planned).cases))
    if not ids:
        raise Stopped(Text(f"--part {part}: no scenario is in it", f"--part {part}：其中没有场景"))
    first, console = planned.request.seed, Console()
    ran = rounds.rounds(planned, ids, range(first, first + seeds), workers(values, planned), console)
    out = Path(words.last(values, "--out", str(DEFAULT)))
    with outdir.no_room(out):
        found = _kept(ran, planned, part, out)
    _print(found, lang, console)
    console.print(f"{out / FILE}", soft_wrap=True, highlight=False)
    if found.lost or "ERROR" in found.usual:
        raise Stopped(
            Text(FAULTY.en.format(lost=", ".join(found.lost)), FAULTY.zh.format(lost="、".join(found.lost)))
        )
    return 1 if found.wavering else 0


def _kept(ran: Iterable[Ran], planned: Plan, part: Part, out: Path) -> Repeated:
    """Everything, written down after each round, so that a long measurement may be broken off."""
    out.mkdir(parents=True, exist_ok=True)
    for name in (FILE, LIST):
        (out / name).unlink(missing_ok=True)
    found, over = None, []
    for one in ran:
        over.append(one)
        found = _found(over, planned, part)
        forms.write(found, out / FILE)
    assert found is not None
    if found.wavering and len(found.rounds) >= flaky.LEAST_ROUNDS:
        text = flaky.written(found.wavering, datetime.now().astimezone().date())
        (out / LIST).write_text(text, encoding="utf-8")
    return found


def _found(ran: Sequence[Ran], planned: Plan, part: Part) -> Repeated:
    wavering = comparing.wavering(ran)
    return Repeated(
        kit=kit(),
        season=planned.season.id,
        target=planned.target.name,
        part=str(part),
        rounds=comparing.listed(ran, wavering),
        wavering=wavering,
        lost=comparing.lost(ran),
        usual=comparing.usual(ran),
    )


def _print(found: Repeated, lang: Language, console: Console) -> None:
    counts = "   ".join(f"{terminal.verdict_word(name, lang)} {many}" for name, many in found.usual.items())
    if not found.wavering:
        values = {"rounds": len(found.rounds), "part": found.part, "scenarios": sum(found.usual.values())}
        console.print(Line(SAME.within(lang).format(**values), "bold green"))
    console.print(Line(counts))
    for one in found.wavering:
        head = Line(f"{one.scenario} ", "bold red")
        often = WAVERS.within(lang).format(often=len(one.otherwise), runs=one.runs)
        console.print(head.append(often, "not bold default"), soft_wrap=True)
        for other in one.otherwise:
            console.print(Line(f"    {_other(one.usual, other, lang)}"), soft_wrap=True)
            console.print(Line("    $ ", "dim").append(one_line(other.rerun, 2000), "cyan"), soft_wrap=True)


def _other(usual: Verdict, other: Otherwise, lang: Language) -> str:
    return OTHER.within(lang).format(
        seed=other.seed,
        workers=other.workers,
        verdict=terminal.verdict_word(other.verdict, lang),
        usual=terminal.verdict_word(usual, lang),
    )
