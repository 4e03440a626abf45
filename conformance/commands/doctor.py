"""`examgate doctor`: is this phone ready for the exam?"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from conformance import naming, pairing
from conformance import target as targets
from conformance.commands import words
from conformance.commands.common import GRID, HELP, LANG, PAIR, SEASON, SEED, TARGET
from conformance.commands.simulate import MODELS, ROLES
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.doctor import forms, page, states, telling
from conformance.doctor.forms import Checkup, Seen
from conformance.doctor.visiting import Wish, visit
from conformance.kit import kit
from conformance.outcome import Outcome
from conformance.request import RunRequest
from conformance.running import outdir
from conformance.saying import Stopped
from conformance.season import Season
from conformance.target import SECONDS, Attendant, Target
from conformance.verdict import NOT_JUDGED
from reports.form import Language, Text
from reports.form.files import readable

LOST = Text("the phones cannot be reached", "无法连接手机")
FOLDER = outdir.DEFAULT / "doctor"
FORM = Form(
    help=Text(
        "Is this phone ready for the exam? Both phones of a candidate, looked over in seconds: a table here, a page and JSON.\n"
        "Exit code: 0 ready (perhaps against advice), 1 not ready, 2 something could not be told, 3 no phone was reached.",
        "检查手机是否可以参加考试：数秒内逐项检查考生的两部手机，在终端列表显示，并输出网页与 JSON。\n"
        "退出码：0 可以参加（可能有不符合建议的项）；1 不符合要求；2 有未能查明的项；3 未能连接手机。",
    ),
    options=(
        TARGET,
        SEASON,
        Option("--subject", "ID", Text("the exam's subject; default the season's first", "考试科目，默认本年度第一个科目")),
        Option("--session", "NAME", Text("which of its sessions; default formal", "场次，默认 formal")),
        *(
            Option(
                f"--{role}",
                "MODEL",
                Text(f"model of the simulated {role} phone, such as iphone-13", f"模拟{zh}的型号，如 iphone-13"),
                MODELS,
            )
            for role, zh in ROLES.items()
        ),
        Option(
            "--state",
            "ready|new|bad",
            Text(
                "simulated phones: set as the notice wants it (default), as they come, or with what is most often amiss",
                "模拟手机的状态：按须知设置好（默认）、出厂状态，或带常见问题",
            ),
            ("ready", "new", "bad"),
        ),
        Option(
            "--put",
            "PHONE.NAME=VALUE",
            Text(
                "simulated phones: one thing otherwise, such as main.ringer=silent or aux.storage=2 (GB)",
                "模拟手机：改变一项，如 main.ringer=silent、aux.storage=2（GB），可多次使用",
            ),
        ),
        Option(
            "--operator",
            "terminal|page|nobody",
            Text(
                "who is asked what a phone does not tell; default as the target's file says",
                "手机无法回答的，由谁查看：终端、网页或无人；默认按对象文件",
            ),
            ("terminal", "page", "nobody"),
        ),
        GRID,
        PAIR,
        SEED,
        Option("--json", "", Text("print JSON instead of tables", "以 JSON 输出，不显示列表")),
        Option("--out", "DIR", Text(f"the folder of page and JSON; default {FOLDER}", f"网页与 JSON 的目录，默认 {FOLDER}")),
        LANG,
        HELP,
    ),
)  # fmt: skip


def run(values: Values, lang: Language) -> int:
    """Look over, print, write; the exit code."""
    console, quiet = Console(), words.flag(values, "--json")
    wish = _wish(values)
    if not quiet:
        telling.banner(wish.target.kind, console)
    try:
        phones: list[Seen] = []
        exams: list[tuple[str, str]] = []
        for one in _each_pair(wish):
            with visit(one) as there:
                exams.append((there.subject, there.session))
                for seen in there.seen():
                    phones.append(seen)
                    if not quiet:
                        telling.phone(seen, lang, console)
        found = _found(wish, *exams[0], tuple(phones))
    except Outcome as lost:
        raise Stopped(
            lost.cause if isinstance(lost.cause, Text) and lost.cause else LOST, lost.seen
        ) from lost
    folder = _write(found, Path(words.last(values, "--out", str(FOLDER))), lang)
    if quiet:
        sys.stdout.write(readable(found).decode())
    else:
        telling.total(found, lang, console)
        console.out(str(folder / PAGE), highlight=False)
    return found.exit_code


def _each_pair(wish: Wish) -> list[Wish]:
    """One after the other; a target whose bench hands out its phones is visited once."""
    target = wish.target
    return [replace(wish, target=replace(target, pairs=(pair,))) for pair in target.pairs] or [wish]


FILE, PAGE = "readiness.json", "index.html"


def _write(found: Checkup, folder: Path, lang: Language) -> Path:
    with outdir.no_room(folder):
        folder.mkdir(parents=True, exist_ok=True)
        forms.write(found, folder / FILE)
        (folder / PAGE).write_text(page.page(found, lang), encoding="utf-8")
    return folder


def _found(wish: Wish, subject: str, session: str, phones: tuple[Seen, ...]) -> Checkup:
    grade = forms.worst([seen.grade for seen in phones])
    return Checkup(
        kit=kit(),
        season=wish.season.id,
        subject=subject,
        session=session,
        exam=_exam(wish.season, subject, session),
        target=wish.target.name,
        kind=wish.target.kind,
        at=datetime.now().astimezone().isoformat(timespec="seconds"),
        grade=grade,
        exit_code=forms.EXIT[grade] if any(seen.rows for seen in phones) else NOT_JUDGED,
        phones=phones,
    )


def _exam(season: Season, subject: str, session: str) -> Text:
    paper = season.subject(subject)
    if paper.window(session).formal:
        return Text(f"formal exam {paper.name}", f"{paper.name}正式考试")
    return Text(f"{session} {paper.name}", f"{paper.name}（{session}）")


def _wish(values: Values) -> Wish:
    season = naming.season_named(words.last(values, "--season", "zjcm-2023"))
    wanted = RunRequest(grid=words.last(values, "--grid"), pair=words.last(values, "--pair"))
    target = pairing.chosen(targets.load(words.last(values, "--target", "simulated")), wanted)
    models = {role: words.last(values, f"--{role}") for role in ROLES if f"--{role}" in values}
    if not target.start:
        _only_started(values, target)
    state = words.last(values, "--state", "ready")
    puts = [states.read(word) for word in words.every(values, "--put")]
    return Wish(
        season=season,
        target=target,
        subject=_subject(season, words.last(values, "--subject")),
        session=words.last(values, "--session"),
        seed=words.number(values, "--seed", 1),
        models=models,
        ready=bool(target.start) and state != "new",
        puts=(*(states.BAD if state == "bad" else ()), *puts),
        operator=_operator(words.last(values, "--operator"), target),
    )


def _only_started(values: Values, target: Target) -> None:
    """Phones that run already are looked at as they are."""
    for option in ("--main", "--aux", "--state", "--put"):
        if option in values:
            raise Stopped(
                Text(
                    f"{option} is for phones that are started for the occasion; those of {target.name} are looked at as they are",
                    f"{option} 仅用于临时启动的模拟手机；{target.name} 的手机按其现状检查",
                )
            )


def _subject(season: Season, name: str) -> str:
    known = [paper.id for paper in season.subjects]
    if name and name not in known:
        raise naming.UnknownName(Text("subject", "科目"), name, known)
    return name


def _operator(kind: str, target: Target) -> Attendant | None:
    if not kind:
        return target.operator
    if kind == "nobody":
        return None
    seconds = target.operator.seconds if target.operator else SECONDS
    return replace(target.operator, kind=kind) if target.operator else Attendant(kind, seconds, {})
