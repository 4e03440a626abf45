"""What some seasons have and others have not: a time for reading, going on by hand, looking at one's recording."""

from datetime import datetime

from simulators.apps.main.sitting.answering import asked, paper_of
from simulators.apps.main.sitting.waiting import recording_words, resources_to_come
from simulators.apps.parts import (
    button,
    clockwise,
    countdown,
    exam_screen,
    image,
    notice,
    page,
    text,
    time_bar,
)
from simulators.apps.screenbook import State
from simulators.core.instants import parse
from simulators.phone.element import Element


def reading(state: State, now: datetime) -> Element:
    """The question is there to be read; there is nowhere to answer yet."""
    view = state["view"]
    left = f"阅题剩余时间 {countdown(parse(view['answering_from']), now)}"
    return exam_screen(
        "reading",
        time_bar("reading_bar", text("reading_left", left, "clock_left"), now),
        text("paper_title", paper_of(view)["title"], "title"),
        asked(view),
        text("advice", "阅题时间：请阅读试题，暂不作答。阅题时间结束后自动进入作答", "small"),
        *resources_to_come(state),
        text("recording_state", recording_words(state), "small"),
        image("preview", "person", "考生画面"),
        told=notice(state),
    )


def going_on(state: State, now: datetime) -> Element:
    """The exam was interrupted: it goes on with 【继续录制】, as long as there is time for it."""
    until = state["view"]["interruptions"]["until"]
    left = countdown(parse(until), now) if until else ""
    return exam_screen(
        "going_on",
        time_bar("going_on_bar", text("going_on_left", f"剩余返回时间 {left}", "clock_left"), now),
        text("going_on_title", "考试已中断", "title"),
        text("going_on_advice", "请在剩余返回时间内点击“继续录制”返回考试。", "block"),
        button("go_on", "继续录制"),
        told=notice(state),
    )


def playback(state: State, _: datetime) -> Element:
    """The candidate's own recording, which may be looked at."""
    return page(
        "playback",
        "查看录像",
        image("playback_picture", "person", "录像画面"),
        text("playback_length", f"录像时长 {clockwise(state['viewing'] or 0)}", "centre"),
        told=notice(state),
    )
