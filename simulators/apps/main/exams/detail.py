"""考试详情: what has to be done before an exam, the pledge, the admission number, practice and the sittings."""

from datetime import datetime
from typing import Any

from simulators.apps.main.exams.exams import Exam, exam_of
from simulators.apps.main.exams.pledge import pledge
from simulators.apps.names import both
from simulators.apps.parts import (
    beside,
    button,
    card,
    day_and_time,
    notice,
    numbered,
    page,
    section,
    session_label,
    sitting_name,
    text,
)
from simulators.apps.screenbook import State
from simulators.core.instants import parse
from simulators.phone.element import Element

FORMAL = "formal"
MOCK_ADVICE = "请在正式考试前自主完成至少一次模拟考试，熟悉操作和流程。因未参加模拟考试而影响正式考试的，责任由考生自负。"


def exam_detail(state: State, _: datetime) -> Element:
    """考前任务 at the top (R365), the pledge signed on this page (R128, R129), 考试信息 with the admission number
    (R349) and the exam's name, 考前练习 (R369), the mock exams taken, one button a sitting (R407, R504)."""
    exam = exam_of(state)
    if exam is None:
        return page("exam_detail", "考试详情", text("no_exams", "暂无考试记录", "centre"), told=notice(state))
    return page(
        "exam_detail",
        "考试详情",
        text("exam_name", exam["title"], "small"),
        text("major", exam["major"]["name"], "title"),
        *_tasks(exam),
        _pledge(exam["pledge"]["signed"], state["pledge_open"], pledge(*both(state))),
        section(
            "exam_information",
            "考试信息",
            text("candidate_name", f"考生：{state['candidate']['name']}", "line"),
            text("admission_number", f"准考证号：{exam['admission_number']}", "line"),
        ),
        beside(
            "practice_row",
            (text("", "考前练习", "line"), text("practice_advice", "不限时间，不限次数，无须提交", "small")),
            button("practice", "考前练习", style="small_outline"),
            style="card_row",
        ),
        Element("list", "sittings", children=tuple(map(_sitting_row, exam["sittings"]))),
        *_mocks(exam),
        told=notice(state),
    )


def _tasks(exam: Exam) -> tuple[Element, ...]:
    """考前任务, each with the way to it until it is done; none where the exam has none."""
    rows = tuple(map(_task, exam["tasks"]))
    return (section("tasks", "考前任务", *rows),) if rows else ()


def _task(task: dict[str, Any]) -> Element:
    name = task["id"]
    if task["done"]:
        control = text(f"task_done_{name}", "已完成", "badge")
    else:
        control = button(f"task_{name}", "去完成", "task", "small_button")
    return beside(f"task_row_{name}", (text(f"task_title_{name}", task["title"], "line"),), control)


def _pledge(signed: bool, unfolded: bool, promised: tuple[str, ...]) -> Element:
    """In full until it is signed; afterwards its words can be unfolded."""
    state = text("pledge", "诚信考试承诺书：已签署" if signed else "诚信考试承诺书：未签署", "line")
    words = (text("pledge_title", "《诚信考试承诺书》", "heading"), *numbered("pledge", promised, "pledge"))
    if not signed:
        agreed = text("pledge_advice", "签署即表示本人已阅读并同意以上全部内容。", "small")
        return card("pledge_card", state, *words, agreed, button("sign_pledge", "签署"))
    fold = button("fold_pledge", "收起全文" if unfolded else "查看全文", style="small_outline")
    return card("pledge_card", beside("", (state,), fold), *(words if unfolded else ()))


def _mocks(exam: Exam) -> tuple[Element, ...]:
    """How many mock exams of each subject were taken to their end (R082, R083, R382); none where none is held."""
    held = {
        one["subject"]["id"]: one["subject"]["name"] for one in exam["sittings"] if one["session"] != FORMAL
    }
    taken = {one["subject"]: one["mocks"] for one in exam["registrations"]}
    rows = [
        text(f"mocks_{subject}", f"{name}：已完成 {taken[subject]} 次", "line")
        for subject, name in held.items()
    ]
    return (section("mocks", "模拟考试", text("mock_advice", MOCK_ADVICE, "block"), *rows),) if rows else ()


def _sitting_row(sitting: dict[str, Any]) -> Element:
    """Subject, time, status; 查看提交状态 once it was handed in, the way in until then and beyond (C35)."""
    suffix = f"{sitting['subject']['id']}_{sitting['session']}"
    start, end = parse(sitting["start"]), parse(sitting["end"])
    times = f"{day_and_time(start)}-{end.strftime('%H:%M')}  {sitting['status']}"
    look = button(f"submission_{suffix}", "查看提交状态", "submission", "link")
    enter = button(f"open_{suffix}", session_label(sitting["session"]), "open", "small_button")
    return beside(
        f"sitting_{suffix}",
        (text(f"subject_{suffix}", sitting_name(sitting), "line"), text(f"status_{suffix}", times, "small")),
        *((look,) if sitting["state"] == "submitted" else ()),
        enter,
        style="card_row",
    )
