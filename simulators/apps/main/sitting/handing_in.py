"""After the end: the answer sheet before the lens, its photos, the submission."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from simulators.apps.main.sitting.exam_page import chances_left
from simulators.apps.parts import (
    beside,
    button,
    card,
    countdown,
    exam_screen,
    image,
    notice,
    page,
    row,
    text,
    time_bar,
)
from simulators.apps.screenbook import State
from simulators.core.instants import parse
from simulators.phone.element import Element

POOR: Mapping[str, str] = {
    "sharpness": "照片不清晰",
    "exposure": "光线过暗或过亮",
    "corners": "未拍全答题纸四角",
}
"""What the platform measures of a photo, where it is poor; nothing is refused for it (assumed)."""


def display(state: State, now: datetime) -> Element:
    """定格: the sheet is held to the lens, page by page, for as long as the countdown runs (R401, R459-R461)."""
    view = state["view"]
    left = f"展示倒计时 {countdown(parse(view['display_ends']), now)}"
    return exam_screen(
        "display",
        time_bar("display_bar", text("display_countdown", left, "clock_left"), now),
        text("display_title", "定格：展示答卷", "title"),
        text("voice", "语音提示：考试结束，请手持答卷，按页序面向镜头逐页展示，每页 2 至 3 秒", "voice"),
        *(_with_face() if view["terms"]["display_with_face"] else ()),
        image("preview", "sheet", "答卷画面"),
        told=notice(state),
    )


def _with_face() -> tuple[Element, ...]:
    """Where a season wants to see whose sheets they are."""
    return (text("with_face", "展示时请保持面部与答题纸同时入镜", "warning"),)


def photos(state: State, now: datetime) -> Element:
    """Photos in order (R462, R463), taken again until the submission (C15), then 提交答卷 (R469)."""
    view = state["view"]
    left = countdown(parse(view["photo_ends"]), now)
    sheet = _pages(state) if view["subject"]["has_sheet"] else _typed(view)
    due = bool(next_page(view))
    take = (
        (button("photo", "拍照", style="wide_outline", enabled=due),) if view["subject"]["has_sheet"] else ()
    )
    label = "拍照倒计时" if view["subject"]["has_sheet"] else "提交倒计时"
    return page(
        "photos",
        "拍照提交",
        *sheet,
        *_recorded(view),
        back=False,
        footer=(
            text("final", "一经上传，不得更改！", "warning"),
            row(*take, button("submit", "提交答卷", style="wide")),
        ),
        told=(text("photo_countdown", f"{label} {left}", "display"), *notice(state)),
    )


def _recorded(view: dict[str, Any]) -> tuple[Element, ...]:
    """The recording may be looked at, or made once more, where a season lets the candidate."""
    look = (
        (button("view_recording", "查看录像", style="outline"),)
        if view["terms"]["recordings_viewable"]
        else ()
    )
    if view["chances"] is None or view["subject"]["has_sheet"]:
        return look
    again = button("record_again", "重新录制", style="outline", enabled=view["chances"]["left"] > 0)
    return (*look, *chances_left(view), again)


def next_page(view: dict[str, Any]) -> int:
    """The page that is due; beyond the last one when all are accepted."""
    return next(
        (page for page in range(1, view["pages"]["required"] + 1) if page not in view["pages"]["accepted"]), 0
    )


def _pages(state: State) -> tuple[Element, ...]:
    view = state["view"]
    required, due = view["pages"]["required"], next_page(view)
    words = f"请拍摄第 {due} 页，共 {required} 页" if due else f"{required} 页答题纸已全部上传"
    return (
        text("photo_progress", words, "title"),
        image("viewfinder", "sheet", "答题纸取景", style="finder"),
        Element("list", "page_list", style="group", children=tuple(
            _page_row(number, view) for number in range(1, required + 1)
        )),
    )  # fmt: skip


def _page_row(number: int, view: dict[str, Any]) -> Element:
    """Where a page stands; a photo that is not good enough is said to be so, and may be taken again (R110, R111)."""
    accepted = number in view["pages"]["accepted"]
    poor = view["pages"].get("quality", {}).get(str(number), {}).get("poor", [])
    label = text(f"page_{number}", f"第 {number} 页  {'已上传' if accepted else '待拍摄'}", "line")
    words = "、".join(POOR.get(name, name) for name in poor)
    advice = (text(f"quality_{number}", f"{words}，建议重拍", "warning_left"),) if accepted and poor else ()
    again = (button(f"retake_{number}", "重拍", "retake", "small_outline"),) if accepted else ()
    return beside("", (label, *advice), *again)


def _typed(view: dict[str, Any]) -> tuple[Element, ...]:
    return (
        card(
            "answer_card",
            text("", "作答内容", "heading"),
            text("answer_text", view["answer"] or "（未作答）", "long"),
        ),
        Element("group", "", style="space"),
    )
