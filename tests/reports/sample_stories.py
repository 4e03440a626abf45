"""What happened in the sample run: twenty-five scenarios on two phones, one of them failing."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from reports import form
from reports.form import Text
from tests.reports import screens
from tests.reports.sample_rules import RULES
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
