"""The exam itself: the question, the time that is left."""

from collections.abc import Mapping
from datetime import datetime

from simulators.apps.main.phase import View
from simulators.apps.main.sitting.waiting import recording_words, resources_to_come
from simulators.apps.parts import button, countdown, exam_screen, field, image, notice, row, text, time_bar
from simulators.apps.screenbook import State
from simulators.core.instants import parse
from simulators.phone.element import Element

NOT_YET = {"title": "", "question": "试题加载中"}
"""What stands in the paper's place until the platform has been heard after the start."""


def answering(state: State, now: datetime) -> Element:
    """The time at the top (R451), the question as a picture (R449, R450), a field where there is no sheet."""
    view = state["view"]
    answer = () if view["subject"]["has_sheet"] else (field("answer", "请在此作答", state, style="answer"),)
    return exam_screen(
        "answering",
        _bar(view, now),
        text("paper_title", paper_of(view)["title"], "title"),
        asked(view),
        *answer,
        text("advice", _advice(view["subject"]["has_sheet"]), "small"),
        *resources_to_come(state),
        text("recording_state", recording_words(state), "small"),
        image("preview", "person", "考生画面"),
        *(_early_end(state) if view["terms"]["early_end"] else ()),
        told=notice(state),
    )


def _early_end(state: State) -> tuple[Element, ...]:
    """Where a candidate may end before the time: asked once more, because there is no way back."""
    if not state["ending"]:
        return (button("finish", "结束作答", style="outline"),)
    return (
        text("finish_advice", "结束后不能继续作答。", "warning"),
        row(button("go_back", "继续作答", style="outline"), button("finish_now", "确认结束", style="wide")),
    )


def paper_of(view: View) -> Mapping[str, str]:
    """The paper, once the platform has been heard after the start."""
    return view["paper"] or NOT_YET


def asked(view: View) -> Element:
    """The question as a picture (R449)."""
    words = paper_of(view)["question"]
    return Element("image", "question", words, "考题（点击全屏显示）", tap="zoom", style="question")


def question(state: State, now: datetime) -> Element:
    """The question alone, as large as the screen (R450)."""
    view = state["view"]
    paper = paper_of(view)
    return Element("group", "question_page", style="whole", children=(
        _bar(view, now),
        Element("image", "question_full", paper["question"], "考题（点击返回）", tap="unzoom", style="question_full"),
    ))  # fmt: skip


def _bar(view: View, now: datetime) -> Element:
    reading = now < parse(view["answering_from"])
    until, words = ("answering_from", "阅题剩余时间") if reading else ("end", "剩余时间")
    left = f"{words} {countdown(parse(view[until]), now)}"
    return time_bar("answering_bar", text("remaining", left, "clock_left"), now)


def _advice(has_sheet: bool) -> str:
    return "请在答题纸上作答，不得离开画面，不得发出声音" if has_sheet else "请在屏幕上作答，内容自动保存"
