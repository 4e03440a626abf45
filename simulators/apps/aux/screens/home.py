"""The home screen with its exam records, and the submission page."""

from datetime import datetime

from simulators.apps.aux.records import RESUMABLE, STATE_WORDS, Record, submittable
from simulators.apps.names import both
from simulators.apps.parts import button, card, notice, page, row, sitting_name, text
from simulators.apps.screenbook import State
from simulators.apps.upload_entry import stuck
from simulators.apps.upload_list import progress_list
from simulators.phone.element import Element

NOT_SUBMITTED = "您有视频未提交成功！"
KEEP = "全部视频上传成功前，请勿清理手机；考试时间结束后48小时内，请勿卸载考试应用。"


def home(state: State, _: datetime) -> Element:
    """Exam records with 继续录制 (R540) and the way to the submission; the scanner (R507)."""
    rows = tuple(map(_record_row, state["records"].values()))
    return page(
        "home",
        both(state)[1],
        text("list_title", "考试记录", "title"),
        Element(
            "list",
            "records",
            children=rows or (text("no_records", "暂无考试记录，请扫描主机位二维码", "centre"),),
        ),
        back=False,
        footer=(button("scan", "扫码"),),
        told=(*_failed_bar(state), *notice(state)),
    )


def _record_row(record: Record) -> Element:
    view, key = record["view"], record["key"]
    state = view["state"]
    choices = {
        "bound": (button(f"record_{key}", "去录制", "go_record", "small_button"),),
        "submitted": (button(f"progress_{key}", "上传进度", "progress", "small_outline"),),
    }
    hand_in = button(f"submit_{key}", "提交视频", "go_submit", "small_outline")
    go_on = button(f"resume_{key}", "继续录制", "resume", "small_button")
    both = (hand_in,) if view["go_on_by_hand"] else (go_on, hand_in)
    return card(
        f"record_row_{key}",
        text("", sitting_name(view), "title"),
        text(f"state_{key}", f"{view['candidate']['name']}  {STATE_WORDS[state]}", "small"),
        row(Element("group", "", style="space"), *(both if state in RESUMABLE else choices.get(state, ()))),
    )


def _failed_bar(state: State) -> tuple[Element, ...]:
    return (button("not_submitted", NOT_SUBMITTED, "reupload", "red_bar"),) if stuck(state["uploads"]) else ()


def submit(state: State, _: datetime) -> Element:
    """Submit subject by subject (R550) or all at once (R551); progress below (R546), failures on top (R565)."""
    waiting = submittable(state)
    rows = tuple(_submit_row(record) for record in waiting)
    every = (button("submit_all", "一键提交全部", style="outline"),) if len(waiting) > 1 else ()
    advice = (
        "录制完的视频无法查看，也不可更改。主机位提交后方可提交辅机位视频。全部上传成功前请勿退出小艺助手。"
    )
    return page(
        "submit",
        "提交视频",
        *rows,
        *every,
        text("advice", advice, "small"),
        text("keep", KEEP, "small"),
        progress_list(state["uploads"]),
        told=(*_failed_bar(state), *notice(state)),
    )


def _submit_row(record: Record) -> Element:
    view = record["view"]
    title = text("", sitting_name(view), "line")
    main = text(
        f"main_{record['key']}", "主机位已提交" if view["main_submitted"] else "主机位未提交", "small"
    )
    return card(
        f"submit_row_{record['key']}",
        card("", title, main, style="stretch"),
        button(f"submit_{record['key']}", "提交视频", "submit", "small_button"),
        style="card_row",
    )
