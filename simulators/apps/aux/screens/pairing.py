"""Scanning, typing the exam code, confirming what was found."""

from datetime import datetime

from simulators.apps.aux.records import current
from simulators.apps.parts import (
    button,
    card,
    day_and_time,
    field,
    image,
    notice,
    page,
    session_name,
    text,
    wrong_exam,
)
from simulators.apps.screenbook import State
from simulators.core.instants import parse
from simulators.phone.element import Element

REMINDERS = (
    "请将辅机位架设在能拍到考生、答题纸和主机位的位置。",
    "录制全程不允许静音，一镜到底，不得中断。",
    "请在主机位候考前开始录制，录制开始后不可切换摄像头。",
)
AGREED = "我已阅读以上内容，并确认信息正确"


def scan(state: State, _: datetime) -> Element:
    """The viewfinder; what to do where nothing is read (R508), and the way to type the code (R509)."""
    return page(
        "scan",
        "扫码",
        text("scan_advice", "请将主机位考试页面最下方的二维码放入框内", "centre"),
        image("viewfinder", "finder", "取景框", style="finder"),
        button("rescan", "重新扫描", style="outline"),
        text("manual_advice", "扫码失败？可手动填写考试码和主机位考试账号", "centre"),
        button("manual", "点击此处", style="link"),
        told=notice(state),
    )


def manual(state: State, _: datetime) -> Element:
    """Exam code and the main phone's account (R510, R511)."""
    return page(
        "manual",
        "填写考试码",
        text("", "考试码", "heading"),
        field("exam_code", "请输入主机位二维码页面上的考试码", state),
        text("", "主机位账号", "heading"),
        field("main_account", "请输入主机位考试账号", state),
        button("pair", "确认"),
        told=notice(state),
    )


def confirm(state: State, _: datetime) -> Element:
    """考生信息, 考试信息, 录制提醒 (R519-R521), the box to tick (R522), 进入录制 (R523)."""
    record = current(state)
    if record is None:
        return page(
            "confirm", "确认考试信息", text("no_records", "暂无考试记录", "centre"), told=notice(state)
        )
    view = record["view"]
    candidate, times = (
        view["candidate"],
        f"{day_and_time(parse(view['start']))} - {parse(view['end']).strftime('%H:%M')}",
    )
    return page(
        "confirm",
        "确认考试信息",
        card(
            "candidate_information",
            text("", "考生信息", "heading"),
            text("candidate_name", f"姓名：{candidate['name']}", "line"),
            text("admission_number", f"准考证号：{candidate.get('admission_number', '')}", "line"),
            text("account", f"主机位账号：{candidate['account']}", "line"),
        ),
        card(
            "exam_information",
            text("", "考试信息", "heading"),
            text("exam_major", f"专业：{view['major']['name']}", "line"),
            text("exam_subject", f"科目：{view['subject']['name']}", "line"),
            text("exam_session", f"场次：{session_name(view['session'])}", "line"),
            text("exam_time", f"时间：{times}", "line"),
        ),
        card(
            "reminders",
            text("", "录制提醒", "heading"),
            *(text(f"reminder_{number}", words, "block") for number, words in enumerate(REMINDERS, 1)),
        ),
        footer=(
            Element("checkbox", "agree", AGREED, checked=state["agreed"], tap="agree"),
            button("enter_recording", "进入录制"),
        ),
        told=(*wrong_exam(view), *notice(state)),
    )
