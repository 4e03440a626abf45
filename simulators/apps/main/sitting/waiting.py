"""Face check and waiting room."""

from datetime import datetime

from simulators.apps.main.accounts.face import VOICE
from simulators.apps.main.phase import View
from simulators.apps.parts import button, card, countdown, exam_screen, image, notice, page, text, time_bar
from simulators.apps.screenbook import State
from simulators.apps.showing import checklist
from simulators.core.instants import parse
from simulators.phone.element import Element

NOTES = (
    "请调整主机位和辅机位，确保拍到答题纸和考生。",
    "请备好答题纸、草稿纸和笔，考生不得离开拍摄范围。",
    "候考结束后自动进入考试，请勿退出。",
)
OWN_START = (*NOTES[:-1], "请在开放时间内点击“开始作答”，请勿退出。")
"""Where everybody begins at a time of their own."""

WHOLE = 100
"""Percent of the exam's resources that are all of them."""


def face_check(state: State, now: datetime) -> Element:
    """One picture of the face, on the voice's word (R417, R431)."""
    view = state["view"]
    return page(
        "face_check",
        "人脸验证",
        text("countdown", _left(view, now), "title"),
        image("face", "face", "请将面部置于框内", style="finder"),
        text("voice", VOICE, "voice"),
        text("failures", f"已失败 {view['face']['failures']} 次", "small"),
        button("verify", "开始验证"),
        told=notice(state),
    )


def _left(view: View, now: datetime) -> str:
    """Until the start; where everybody begins at a time of their own, until nobody may any more."""
    words = "距截止" if view["terms"]["start"] == "free" else "距开考"
    return f"{words} {countdown(parse(view['closes_at']), now)}"


def waiting(state: State, now: datetime) -> Element:
    """候考: the countdown in the upper left (R439), notes that 收起 folds away to show the picture (R433)."""
    view = state["view"]
    free = view["terms"]["start"] == "free"
    left = f"候考倒计时 {countdown(parse(view['closes_at']), now)}"
    return exam_screen(
        "waiting",
        time_bar("waiting_bar", text("countdown", left, "clock_left"), now),
        text("exam_title", view["subject"]["name"], "title"),
        image("preview", "person", "考生画面"),
        *checklist(view["shows"], "main"),
        *(() if state["collapsed"] else (_notes(OWN_START if free else NOTES),)),
        text("resources", resources_words(state), "small"),
        text("recording_state", recording_words(state), "small"),
        button("collapse", "展开" if state["collapsed"] else "收起", style="outline"),
        *(_own_start(view) if free else ()),
        told=notice(state),
    )


def _own_start(view: View) -> tuple[Element, ...]:
    """Where everybody begins at a time of their own."""
    words = f"您可随时开始作答，最迟须于 {parse(view['closes_at']).strftime('%H:%M')} 前开始。"
    return (text("begin_advice", words, "small"), button("begin", "开始作答"))


def _notes(notes: tuple[str, ...]) -> Element:
    lines = (text(f"note_{number}", words, "block") for number, words in enumerate(notes, 1))
    return card("notes", text("notes_title", "考前准备", "heading"), *lines)


def resources_words(state: State) -> str:
    """How much of the exam's resources has come (R435)."""
    return f"考试资源下载 {state['resources']}%"


def resources_to_come(state: State) -> tuple[Element, ...]:
    """The same once the exam has started, as long as something is still to come."""
    return (text("resources", resources_words(state), "small"),) if state["resources"] < WHOLE else ()


def recording_words(state: State) -> str:
    """Whether the phone records, in the candidate's words."""
    recording = state["recording"]
    return "● 录制中" if recording and not recording["ended"] else "未在录制"
