"""报考: what waits for confirmation, and the list of exams."""

from datetime import datetime
from typing import Any

from simulators.apps.main.accounts.face import red_bar
from simulators.apps.main.tabs import tabs
from simulators.apps.parts import beside, button, notice, page, text
from simulators.apps.screenbook import State
from simulators.apps.upload_entry import stuck
from simulators.phone.element import Element

ENDED = "已结束"
BLUE_BAR = "认证免费，认证后不可更改信息。点击去认证"
Exam = dict[str, Any]


def exams(state: State, _: datetime) -> Element:
    """【确认考试】 at the top (R342), the red bar above the list (R353), one row a major (R348), what was not
    uploaded at its end (R482), the blue bar at the bottom until the candidate is authenticated (R313-R315)."""
    rows = tuple(_exam_row(exam) for exam in state["exams"])
    none = (text("no_exams", "暂无考试记录。确认考试后，考试记录将显示在此处。", "centre"),)
    return page(
        "exams",
        "报考",
        _confirming(state),
        text("list_title", "在线考试", "title"),
        Element("list", "exam_list", children=rows or none),
        *_resubmit(state),
        back=False,
        footer=_blue_bar(state),
        tabs=tabs("exams"),
        told=(*red_bar(state), *notice(state)),
    )


def _confirming(state: State) -> Element:
    waiting = len((state["confirmations"] or {"pending": []})["pending"])
    words = f"您有 {waiting} 个专业待确认" if waiting else "查看待确认的考试"
    return beside(
        "confirming",
        (text("pending", words, "line"),),
        button("confirm_exams", "确认考试", style="small_button"),
        style="card_row",
    )


def _blue_bar(state: State) -> tuple[Element, ...]:
    shown = (state["account"] or {}).get("bars", {}).get("blue", False)
    return (button("blue_bar", BLUE_BAR, "authenticate", "blue_bar"),) if shown else ()


def _resubmit(state: State) -> tuple[Element, ...]:
    if not stuck(state["uploads"]):
        return ()
    words = text("not_uploaded", "有视频或图片上传失败", "warning_left")
    return (
        beside("resubmit_row", (words,), button("resubmit", "重新提交", style="small_red"), style="card_row"),
    )


def _exam_row(exam: Exam) -> Element:
    ended = sum(sitting["status"] == ENDED for sitting in exam["sittings"])
    return Element("group", f"exam_{exam['major']['id']}", style="card", tap="exam_detail", children=(
        text("", exam["title"], "small"),
        text("", exam["major"]["name"], "title"),
        text("", f"共 {len(exam['sittings'])} 场，{ended} 场{ENDED}", "small"),
    ))  # fmt: skip


def exam_of(state: State) -> Exam | None:
    """The exam whose details are open."""
    return next((exam for exam in state["exams"] if exam["major"]["id"] == state["major"]), None)
