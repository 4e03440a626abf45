"""Before and during the recording."""

from datetime import datetime, timedelta
from typing import Any

from simulators.apps.aux.records import current
from simulators.apps.parts import (
    button,
    duration,
    exam_screen,
    image,
    notice,
    page,
    sitting_name,
    storage_warning,
    text,
    time_bar,
    wrong_exam,
)
from simulators.apps.screenbook import State
from simulators.apps.showing import checklist
from simulators.core.instants import parse
from simulators.phone.element import Element

LENSES = {"back": "后置摄像头", "front": "前置摄像头"}


def pre_record(state: State, _: datetime) -> Element:
    """The picture, the lens that may still be changed (R524), 开始录制 (R526)."""
    return page(
        "pre_record",
        "考前录像及调整",
        text("exam_title", _title(state), "title"),
        image("preview", "person", "辅机画面"),
        text("lens", f"当前：{LENSES[state['lens']]}", "small"),
        text("advice", "请按要求摆放主辅机位，开始录制后不可切换摄像头", "small"),
        footer=(button("switch_lens", "切换摄像头", style="outline"), button("record", "开始录制")),
        told=(*wrong_exam(_view(state)), *storage_warning(state["free"], _view(state)), *notice(state)),
    )


def recording(state: State, now: datetime) -> Element:
    """How long it has recorded (R531), when it ends by itself (R532), 完成录制 (R533); the lens is fixed (R530)."""
    record = current(state)
    view = record["view"] if record else None
    elapsed = now - parse(record["since"]) if record and record["since"] else timedelta(0)
    end = parse(view["auto_end"]).strftime("%H:%M:%S") if view else ""
    return exam_screen(
        "recording",
        time_bar("recording_bar", text("elapsed", f"● 已录制 {duration(elapsed)}", "clock_left"), now),
        text("exam_title", _title(state), "title"),
        image("preview", "person", "辅机画面"),
        text("auto_end", f"录制自动结束时间：{end}", "heading"),
        text("lens", f"当前：{LENSES[state['lens']]}", "small"),
        *(checklist(view["shows"], "aux") if view and view["main_state"] == "waiting" else ()),
        button("switch_lens", "切换摄像头", style="outline", enabled=False),
        button("finish", "完成录制"),
        told=(*wrong_exam(_view(state)), *notice(state)),
    )


def _view(state: State) -> dict[str, Any]:
    record = current(state)
    return record["view"] if record else {}


def _title(state: State) -> str:
    record = current(state)
    return sitting_name(record["view"]) if record else ""
