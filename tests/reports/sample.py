"""A realistic run on disk: three chapters, twenty-five scenarios, two phones, one failure with screenshots."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from reports import form
from reports.form import Text
from tests.reports import screens
from tests.reports.screens import Tree

CST = timezone(timedelta(hours=8))
START = datetime(2023, 1, 12, 10, 0, tzinfo=CST)
Phones = tuple[Tree | None, Tree | None]


def at(minutes: float) -> str:
    """The instant that many minutes after the exam's start."""
    return (START + timedelta(minutes=minutes)).isoformat(timespec="milliseconds")


@dataclass
class Story:
    """One scenario in the making: its steps with what the phones showed, and the platform's records."""

    slug: str
    name: Text
    rules: tuple[str, ...]
    steps: list[tuple[form.Step, Phones]]
    timeline: tuple[form.Moment, ...] = ()
    verdict: form.Verdict = "PASS"
    basis: form.Basis = "text"
    reason: Text = form.NOTHING


def step(
    keyword: str, en: str, zh: str, minutes: float, phones: Phones, **more: Any
) -> tuple[form.Step, Phones]:
    """A step that passed, unless ``more`` says otherwise."""
    made = form.Step(keyword=keyword, text=Text(en, zh), at=at(minutes), **{"status": "passed", **more})
    return made, phones


def record(minutes: float, who: str, what: str, **detail: Any) -> form.Moment:
    """A record of the platform."""
    return form.Moment(at=at(minutes), who=who, what=what, detail=detail)


def rule(number: str, en: str, zh: str, **more: Any) -> form.Rule:
    """A rule that the vendor must keep, unless ``more`` says otherwise."""
    usual: dict[str, Any] = {
        "chapter": {"PAIR": "pairing", "WAIT": "waiting_room", "SUB": "submission"}[number.split("-")[0]],
        "level": "MUST",
        "answers_for": "vendor",
        "harm": 1,
        "basis": "text",
        "verdict": "PASS",
        "binds": ("platform", "aux app"),
        "source": (form.Source(section="Manual 三.2", lines=(446, 448), atoms=("R504", "R507")),),
        "digest": hashlib.sha256(number.encode()).hexdigest(),
        "method": "test",
    }
    return form.Rule(id=number, title=Text(en, zh), **{**usual, **more})


RULES = (
    rule(
        "PAIR-01",
        "The auxiliary phone is paired by scanning the code that the main phone shows.",
        "辅机应通过扫描主机展示的二维码完成绑定。",
    ),
    rule(
        "PAIR-02",
        "Where the code cannot be scanned, the exam code can be typed instead.",
        "无法扫描二维码时，应允许改为输入考试码。",
        harm=2,
    ),
    rule(
        "PAIR-03",
        "One code admits three phones; a fourth is refused.",
        "同一二维码最多允许三部手机扫描，第四部应予拒绝。",
        verdict="FAIL",
        reason=Text("The fourth phone was admitted.", "第四部手机未被拒绝。"),
        readings=(
            form.Reading(
                id="C02",
                text=Text(
                    "Three is a cap in distinct scanning phones per code; scanning again with the same phone takes no place.",
                    "“三部”指同一二维码下不同的扫描手机数，同一手机重复扫描不另占名额。",
                ),
            ),
        ),
    ),
    rule(
        "PAIR-04",
        "The same phone may scan again after an accident.",
        "同一手机因意外退出后可以重新扫描。",
        basis="reading",
        verdict="WARN",
        reason=Text(
            "Broken only under our reading of an ambiguous sentence.", "仅在对歧义条文的现行解读下不符合。"
        ),
        readings=(
            form.Reading(
                id="C02",
                text=Text(
                    "A phone that is bound already takes no further place.", "已绑定的手机不再占用名额。"
                ),
                answered_by="教务处 2023-01-05",
            ),
        ),
    ),
    rule(
        "PAIR-05",
        "The auxiliary phone is not changed during a subject.",
        "同一科目考试期间不应更换辅机。",
        answers_for="candidate",
        level="MUST NOT",
        verdict="NOT_APPLICABLE",
        reason=Text(
            "A candidate's duty allows no conclusion about a product.", "考生的义务不能用来评判产品。"
        ),
    ),
    rule(
        "WAIT-01",
        "The waiting room opens fifteen minutes before the start.",
        "候考应在开考前十五分钟开放。",
        chapter="waiting_room",
        source=(form.Source(section="Manual 二.4.2(3)", lines=(402,), atoms=("R432",)),),
    ),
    rule(
        "WAIT-02",
        "Whoever is not waiting when the exam starts cannot enter.",
        "开考时仍未进入候考的考生不得再进入。",
        basis="reading",
        readings=(
            form.Reading(
                id="C06", text=Text("Exactly at the start it is too late.", "恰在开考时刻视为已过时间。")
            ),
        ),
    ),
    rule("WAIT-03", "The countdown follows the server's time.", "候考倒计时应以服务器时间为准。", harm=2),
    rule(
        "WAIT-04",
        "The auxiliary phone records before the main phone may enter.",
        "主机进入候考前辅机应已开始录制。",
        verdict="INCONCLUSIVE",
        reason=Text("The target offers no control “camera”.", "被测对象未提供“摄像头”测试手段。"),
    ),
    rule(
        "WAIT-05",
        "The phone has twenty gigabytes free.",
        "手机应有 20 GB 以上可用空间。",
        answers_for="phone",
        level="SHOULD",
        harm=2,
    ),
    rule(
        "SUB-01",
        "All pages are photographed before the answers can be submitted.",
        "全部页面拍摄完成后方可提交答卷。",
    ),
    rule("SUB-02", "What was uploaded cannot be changed.", "答卷一经上传，不得更改。"),
    rule(
        "SUB-03",
        "After the photo countdown nothing is accepted.",
        "拍照倒计时结束后不再接收任何内容。",
        basis="reading",
        verdict="REVIEW",
        reason=Text("A person has to look at the message.", "提示内容需人工核验。"),
    ),
    rule(
        "SUB-04",
        "A broken upload goes on where it stopped.",
        "中断的上传应从断点继续。",
        harm=2,
        verdict="WAIVED",
        reason=Text("Approved until the next release.", "经批准，有效期至下一版本。"),
    ),
    rule(
        "SUB-05",
        "The state of each file can be looked up.",
        "应可查看每个文件的提交状态。",
        level="SHOULD",
        harm=3,
    ),
)


def fourth_phone() -> Story:
    """The one that fails: a fourth phone gets in."""
    main, aux = screens.code_page(), screens.aux_confirm(ticked=False)
    return Story(
        slug="fourth-phone",
        name=Text("A fourth phone is refused by the same code", "同一二维码拒绝第四部手机"),
        rules=("PAIR-03",),
        verdict="FAIL",
        steps=[
            step(
                "Given",
                "林子涵 has the exam page of her formal exam open",
                "林子涵已打开正式考试的考试页面",
                -30,
                (screens.exam_page(), screens.aux_scan()),
            ),
            step(
                "And",
                "three phones have scanned her code",
                "已有三部手机扫描了她的二维码",
                -26.5,
                (main, screens.aux_scan()),
                values={"phones_per_code": "3"},
            ),
            step(
                "When",
                "one phone more than a code admits scans it",
                "又有一部手机扫描该二维码",
                -25,
                (main, aux),
            ),
            step(
                "Then",
                "the phone is refused because the code is full",
                "该手机因二维码绑定已满而被拒绝",
                -25,
                (main, aux),
                status="not_met",
                expected=Text("refused, cause: code is full", "拒绝，原因：二维码绑定已满"),
                seen=Text("paired as the fourth phone", "作为第四部手机绑定成功"),
            ),
            step("And", "three phones stay bound", "仍只绑定三部手机", -25, (None, None), status="not_run"),
        ],
        timeline=(
            record(-31, "main", "logged_in", account="13800000001"),
            record(-30, "main", "opened"),
            record(-29, "aux", "paired", phones=1),
            record(-27.5, "platform", "paired", phones=2, device="D-3"),
            record(-26.5, "platform", "paired", phones=3, device="D-4"),
            record(-25, "aux", "paired", phones=4, device="D-5"),
        ),
    )


def too_late() -> Story:
    """A refusal that is right, with the boundary's resolved value."""
    return Story(
        slug="at-the-start",
        name=Text("Exactly at the start it is too late to enter", "恰在开考时刻不得再进入候考"),
        rules=("WAIT-02", "WAIT-01"),
        basis="reading",
        steps=[
            step(
                "Given",
                "陈思远's auxiliary phone is recording",
                "陈思远的辅机正在录制",
                -20,
                (screens.exam_page(), screens.aux_recording("00:02:10")),
            ),
            step(
                "When",
                "he enters exactly at the start",
                "他恰在开考时刻点击【开始录制】",
                0,
                (screens.exam_page(), screens.aux_recording("00:22:10")),
                values={"starts": at(0)},
            ),
            step(
                "Then",
                "entry is refused as too late",
                "系统以已过时间为由拒绝进入",
                0,
                (screens.exam_page(True), screens.aux_recording("00:22:10")),
                expected=Text("refused: too late", "拒绝：已过时间"),
                seen=Text("refused: too late", "拒绝：已过时间"),
            ),
            step(
                "And",
                "the sitting counts as forfeited",
                "本场考试按弃考处理",
                0.0001,
                (screens.exam_page(True), screens.aux_recording("00:22:11")),
            ),
        ],
        timeline=(
            record(-25, "aux", "paired", phones=1),
            record(-22, "aux", "aux_recording"),
            record(0, "platform", "forfeited"),
            record(0, "main", "refused", operation="enter", cause="too_late"),
        ),
    )


def ordinary(number: int, rule_id: str, verdict: form.Verdict) -> Story:
    """One of the many that hold no surprise."""
    main, aux = screens.answering(f"{59 - number}:00"), screens.aux_recording(f"00:{number:02d}:00")
    statuses: dict[str, form.StepStatus] = {
        "INCONCLUSIVE": "control_missing",
        "REVIEW": "review",
        "ERROR": "transport_lost",
    }
    last = statuses.get(verdict, "passed")
    foreign = (
        {"error": "WebDriverException: Message: An unknown server-side error occurred"}
        if last == "transport_lost"
        else {}
    )
    return Story(
        slug=f"case-{number:02d}",
        name=Text(f"The exam goes on, {number} minutes after the start", f"开考 {number} 分钟后考试正常进行"),
        rules=(rule_id,),
        verdict=verdict,
        reason={"INCONCLUSIVE": Text("Control “camera” is missing.", "缺少“摄像头”测试手段。")}.get(
            verdict, form.NOTHING
        ),
        steps=[
            step("Given", "the candidate is answering", "考生正在作答", number, (main, aux)),
            step(
                "When",
                "time goes on to the photo countdown",
                "时间推进到拍照倒计时",
                60.5,
                (screens.photos(1, "09:59"), screens.aux_recording("01:20:00")),
            ),
            step(
                "Then",
                "the camera is offered",
                "应用提供拍照入口",
                60.5,
                (screens.photos(1 + number % 2, "09:58"), aux),
                status=last,
                **foreign,
            ),
        ],
        timeline=(
            record(0, "platform", "started"),
            record(60, "platform", "displayed"),
            record(60.5, "platform", "photos_opened"),
            record(62 + number / 10, "main", "photo", page=1),
        ),
    )


def stories() -> list[Story]:
    """All twenty-five."""
    special: dict[str, form.Verdict] = {
        "WAIT-04": "INCONCLUSIVE",
        "SUB-03": "REVIEW",
        "PAIR-04": "WARN",
        "SUB-04": "ERROR",
    }
    free = [row.id for row in RULES if row.id not in {"PAIR-03", "WAIT-02", "PAIR-05"}]
    many = [
        ordinary(number, name := free[number % len(free)], special.get(name, "PASS")) for number in range(23)
    ]
    return [fourth_phone(), too_late(), *many]


def keep(story: Story, change: Callable[[Tree], Tree]) -> tuple[form.Scenario, form.Evidence]:
    """The scenario of a story, and its evidence; a failed step has screenshots."""
    trees: dict[str, Tree] = {}
    shots: dict[str, str] = {}

    def kept(tree: Tree | None, failed: bool) -> tuple[str, str]:
        if tree is None:
            return "", ""
        picture, tree = tree, change(tree)
        mark = hashlib.sha256(json.dumps(tree, sort_keys=True).encode()).hexdigest()
        trees[mark] = tree
        if not failed:
            return mark, ""
        shots[f"shot-{mark}"] = screens.photograph(picture)
        return mark, f"shot-{mark}"

    steps = []
    for made, (main, aux) in story.steps:
        failed = made.status == "not_met"
        (main_tree, main_shot), (aux_tree, aux_shot) = kept(main, failed), kept(aux, failed)
        steps.append(
            replace(
                made, evidence=form.Seen(main=main_tree, aux=aux_tree, main_shot=main_shot, aux_shot=aux_shot)
            )
        )
    chapter = {row.id: row.chapter for row in RULES}[story.rules[0]]
    file = f"features/{chapter}/{chapter}.feature"
    scenario = form.Scenario(
        id=f"{file}#{story.slug}",
        name=story.name,
        file=file,
        line=12,
        rules=story.rules,
        basis=story.basis,
        verdict=story.verdict,
        reason=story.reason,
        duration_s=1.25,
        steps=tuple(steps),
        timeline=story.timeline,
        evidence=f"evidence/{chapter}-{story.slug}.json.gz",
        rerun=f"./examgate run --seed 7 --scenario '{file}#{story.slug}'",
    )
    return scenario, form.Evidence(trees=trees, shots=shots, steps=tuple(row.evidence for row in steps))


def sample(out_dir: Path, change: Callable[[Tree], Tree] = lambda tree: tree, **more: Any) -> form.Results:
    """Write a run into ``out_dir`` (results and evidence) and return its results, altered by ``more``."""
    made = [keep(story, change) for story in stories()]
    for scenario, evidence in made:
        form.dump_evidence(evidence, out_dir / scenario.evidence)
    scenarios = tuple(scenario for scenario, _ in made)
    rules = tuple(
        replace(row, scenarios=tuple(s.id for s in scenarios if row.id in s.rules)) for row in RULES
    )
    results = form.Results(
        kit=form.Kit(version="0.1.0"),
        edition="2023.1",
        seed=7,
        started=at(-90000),
        finished=at(-89990),
        exit_code=1,
        verdict="non-conformant",
        season=form.Season(
            id="zjcm-2023",
            edition="2023.1",
            title=Text(
                "Zhejiang Conservatory of Music, first round 2023", "浙江音乐学院 2023 年本科招生校考初试"
            ),
        ),
        target=form.Target(
            name="simulated",
            kind="simulated",
            under_test=Text("examgate's reference apps", "examgate 参考应用"),
        ),
        subjects=(
            form.Subject(
                party="main app", id="com.xiaoyibang.main", version="1.0", sha256="ab" * 32, read_from="bench"
            ),
            form.Subject(
                party="aux app", id="com.xiaoyibang.aux", version="1.0", sha256="cd" * 32, read_from="bench"
            ),
        ),
        controls=("worlds", "clock", "face-checks", "network", "probes"),
        waivers=(
            form.Waiver(
                rule="SUB-04",
                reason=Text("Approved until the next release.", "经批准，有效期至下一版本。"),
                approver="王老师",
                expires="2023-02-01",
            ),
        ),
        chapters=(
            form.Chapter(id="pairing", title=Text("Pairing the two phones", "双机绑定")),
            form.Chapter(id="waiting_room", title=Text("Waiting room", "候考")),
            form.Chapter(id="submission", title=Text("Photographing and submitting", "拍照与提交")),
        ),
        counts=form.count(rules, scenarios),
        rules=rules,
        scenarios=scenarios,
        reference=form.Reference(
            screens=18,
            transitions=64,
            text=61,
            assumed=21,
            rows=(
                {
                    "app": "main",
                    "kind": "screen",
                    "name": "waiting",
                    "basis": ["R432", "R439"],
                    "assumed": "a note in one language only",
                },
                {
                    "app": "aux",
                    "kind": "screen",
                    "name": "home",
                    "basis": [],
                    "assumed": {"en": "the manual does not describe this screen", "zh": "文件未描述首页布局"},
                },
            ),
        ),
    )
    results = replace(results, **more)
    form.dump(results, out_dir / "results.json")
    return results
