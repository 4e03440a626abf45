"""The exam itself: the question, the time that is left."""

from datetime import datetime

from simulators.apps.main.phase import View
from simulators.apps.main.sitting.waiting import recording_words
from simulators.apps.parts import countdown, exam_screen, field, image, notice, text, time_bar
from simulators.apps.screenbook import State
from simulators.core.instants import parse
from simulators.phone.element import Element

NOT_YET = {"title": "", "question": "试题加载中"}
"""What stands in the paper's place until the platform has been heard after the start."""


def answering(state: State, now: datetime) -> Element:
    """The time at the top (R451), the question as a picture (R449, R450), a field where there is no sheet."""
    view = state["view"]
    paper = view["paper"] or NOT_YET
    asked = Element(
        "image", "question", paper["question"], "考题（点击全屏显示）", tap="zoom", style="question"
    )
    answer = () if view["subject"]["has_sheet"] else (field("answer", "请在此作答", state, style="answer"),)
    return exam_screen(
        "answering",
        _bar(view, now),
        text("paper_title", paper["title"], "title"),
        asked,
        *answer,
        text("advice", _advice(view["subject"]["has_sheet"]), "small"),
        text("recording_state", recording_words(state), "small"),
        image("preview", "person", "考生画面"),
        told=notice(state),
    )


def question(state: State, now: datetime) -> Element:
    """The question alone, as large as the screen (R450)."""
    view = state["view"]
    paper = view["paper"] or NOT_YET
    return Element("group", "question_page", style="whole", children=(
        _bar(view, now),
        Element("image", "question_full", paper["question"], "考题（点击返回）", tap="unzoom", style="question_full"),
    ))  # fmt: skip


def _bar(view: View, now: datetime) -> Element:
    left = f"剩余时间 {countdown(parse(view['end']), now)}"
    return time_bar("answering_bar", text("remaining", left, "clock_left"), now)


def _advice(has_sheet: bool) -> str:
    return "请在答题纸上作答，不得离开画面，不得发出声音" if has_sheet else "请在屏幕上作答，内容自动保存"
