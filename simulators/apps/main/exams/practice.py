"""考前练习: the candidate's own rehearsal. Nothing is handed in, nothing is counted, nothing is timed (R371-R373)."""

from datetime import datetime

from simulators.apps.parts import (
    beside,
    button,
    duration,
    exam_screen,
    gigabytes,
    image,
    notice,
    numbered,
    page,
    section,
    text,
    time_bar,
)
from simulators.apps.screenbook import State
from simulators.core.instants import parse
from simulators.phone.element import Element

REQUIREMENTS = (
    "请将手机固定在支架上，调整摆放位置，能拍到答题纸和考生本人。",
    "环境应封闭、明亮、安静，不逆光，考试场所内只有考生一人。",
    "不戴帽子、墨镜、口罩、耳机，不使用美颜及滤镜，录制过程中不得静音。",
    "练习不限时间、不限次数，无须提交录制的视频。",
)
TIDY = "练习视频保存在本机，占用手机存储空间，请在正式考试开始前删除。"


def practice(state: State, _: datetime) -> Element:
    """What to heed (R370), the camera's picture, 开始练习; the recordings on this phone (R224, R225)."""
    rows = tuple(map(_recorded, state["practices"]))
    return page(
        "practice",
        "考前练习",
        section("requirements", "考试相关要求", *numbered("requirement", REQUIREMENTS)),
        image("preview", "person", "考生画面", style="camera"),
        *((section("practices", "练习视频", text("tidy", TIDY, "block"), *rows),) if rows else ()),
        footer=(button("begin_practice", "开始练习"),),
        told=notice(state),
    )


def _recorded(one: dict[str, object]) -> Element:
    number, size = one["number"], one["bytes"]
    words = f"第 {number} 次练习  {gigabytes(size) if isinstance(size, int) else ''}"
    delete = button(f"delete_{number}", "删除", "delete_practice", "small_outline")
    return beside("", (text(f"practice_{number}", words, "line"),), delete)


def practising(state: State, now: datetime) -> Element:
    """The practice under way."""
    running = state["practice"]
    elapsed = duration(now - parse(running["since"])) if running else duration(now - now)
    return exam_screen(
        "practising",
        time_bar("practice_bar", text("elapsed", f"● 已录制 {elapsed}", "clock_left"), now),
        text("practice_title", "考前练习", "title"),
        image("preview", "person", "考生画面"),
        text("practice_hint", "请按考试要求调整机位。练习可随时结束。", "small"),
        button("end_practice", "结束练习"),
        told=notice(state),
    )
