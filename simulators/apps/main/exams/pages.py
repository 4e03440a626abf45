"""The list of exams, and one exam with its sittings."""

from datetime import datetime
from typing import Any

from simulators.apps.parts import (
    button,
    card,
    day_and_time,
    notice,
    page,
    row,
    session_label,
    sitting_name,
    text,
)
from simulators.apps.screenbook import State
from simulators.apps.upload import failed
from simulators.core.instants import parse
from simulators.phone.element import Element

ENDED = "已结束"
Exam = dict[str, Any]


def exams(state: State, _: datetime) -> Element:
    """报考: one row a major (R348), and at the bottom what was not uploaded (R482)."""
    rows = tuple(_exam_row(exam) for exam in state["exams"])
    none = (text("no_exams", "暂无考试记录", "centre"),)
    again = (
        (button("resubmit", "您有文件上传失败，点击重新提交", style="red_bar"),)
        if failed(state["uploads"])
        else ()
    )
    return Element("group", "exams", style="whole", children=(
        *page("", "报考", text("list_title", "在线考试", "title"), *notice(state),
              Element("list", "exam_list", children=rows or none), *again, back=False).children,
        Element("group", "tabs", style="tabs", children=(button("tab_exams", "报考", "refresh", "tab"),)),
    ))  # fmt: skip


def _exam_row(exam: Exam) -> Element:
    ended = sum(sitting["status"] == ENDED for sitting in exam["sittings"])
    return Element("group", f"exam_{exam['major']['id']}", style="card", tap="exam_detail", children=(
        text("", exam["major"]["name"], "title"),
        text("", f"共 {len(exam['sittings'])} 场，{ended} 场{ENDED}", "small"),
    ))  # fmt: skip


def exam_of(state: State) -> Exam | None:
    """The exam whose details are open."""
    return next((exam for exam in state["exams"] if exam["major"]["id"] == state["major"]), None)


def exam_detail(state: State, _: datetime) -> Element:
    """考试详情: pledge (R129), 考试信息 with the admission number (R349), one button a sitting (R407, R504)."""
    exam = exam_of(state)
    if exam is None:
        return page("exam_detail", "考试详情", text("no_exams", "暂无考试记录", "centre"), *notice(state))
    return page(
        "exam_detail",
        "考试详情",
        text("major", exam["major"]["name"], "title"),
        _pledge(exam["major"]["id"] in state["pledges"]),
        card(
            "exam_information",
            text("", "考试信息", "heading"),
            row(
                text("candidate_name", f"考生：{state['candidate']['name']}", "line"),
                text("admission_number", f"准考证号：{exam['admission_number']}", "line"),
            ),
        ),
        *notice(state),
        Element("list", "sittings", children=tuple(map(_sitting_row, exam["sittings"]))),
    )


def _pledge(signed: bool) -> Element:
    words = "诚信考试承诺书：已签署" if signed else "诚信考试承诺书：未签署"
    sign = () if signed else (button("sign_pledge", "签署", style="small_outline"),)
    return card(
        "",
        Element("group", "", children=(text("pledge", words, "line"),), style="stretch"),
        *sign,
        style="card_row",
    )


def _sitting_row(sitting: dict[str, Any]) -> Element:
    """Subject, time, status; 查看提交状态 once it was handed in, the way in until then and beyond (C35)."""
    suffix = f"{sitting['subject']['id']}_{sitting['session']}"
    start, end = parse(sitting["start"]), parse(sitting["end"])
    times = f"{day_and_time(start)}-{end.strftime('%H:%M')}  {sitting['status']}"
    look = button(f"submission_{suffix}", "查看提交状态", "submission", "link")
    enter = button(f"open_{suffix}", session_label(sitting["session"]), "open", "small_button")
    return card(
        f"sitting_{suffix}",
        card(
            "",
            text(
                f"subject_{suffix}",
                sitting_name(sitting),
                "line",
            ),
            text(f"status_{suffix}", times, "small"),
            style="stretch",
        ),
        *((look,) if sitting["state"] == "submitted" else ()),
        enter,
        style="card_row",
    )
