"""The exam page before the entry, and the pairing code."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from simulators.apps.main.accounts.face import REVIEWS, bar
from simulators.apps.main.phase import View
from simulators.apps.names import both
from simulators.apps.parts import button, card, notice, page, sitting_name, storage_warning, text
from simulators.apps.screenbook import State
from simulators.phone.element import Element

BLOCKS = {
    "block_content": "考试内容",
    "block_shooting": "拍摄要求",
    "block_time": "拍摄时间",
    "block_notice": "注意事项",
}


def exam_page(state: State, _: datetime) -> Element:
    """Four blocks to read (R408-R411), 开始录制 (R416), the way to the code at the very bottom (R412, R505)."""
    view = state["view"]
    return page(
        "exam_page",
        "考试页面",
        text("exam_title", sitting_name(view), "title"),
        *(_block(element_id, label, view["content"].get(label, "")) for element_id, label in BLOCKS.items()),
        *_aux_state(view["aux"]),
        footer=(*chances_left(view), button("start", "开始录制"), *_code_entry(state)),
        told=(*_red_bar(view["face"]["review"]), *storage_warning(state["free"], view), *notice(state)),
    )


def chances_left(view: View) -> tuple[Element, ...]:
    """How often a recording may still be begun, where a season counts it; beside the button that begins one."""
    chances = view["chances"]
    if chances is None:
        return ()
    return (text("chances", f"剩余录制机会 {chances['left']} 次，共 {chances['allowed']} 次", "centre"),)


def _aux_state(aux: Mapping[str, Any] | None) -> tuple[Element, ...]:
    """Nothing where the exam has no aux phone."""
    if aux is None:
        return ()
    return (text("aux_state", "辅机位：录制中" if aux["recording"] else "辅机位：未开始录制", "small"),)


def _code_entry(state: State) -> tuple[Element, ...]:
    aux = both(state)[1] if state["view"]["aux"] is not None else ""
    return (button("code_entry", f"{aux}二维码", "code", "link"),) if aux else ()


def _red_bar(review: str) -> tuple[Element, ...]:
    return (bar(*REVIEWS[review]),) if review in REVIEWS else ()


def _block(element_id: str, label: str, words: str) -> Element:
    return card(
        element_id, text(f"{element_id}_title", label, "heading"), text(f"{element_id}_text", words, "block")
    )


def code(state: State, _: datetime) -> Element:
    """The code to scan (R513) and its twin in letters (R510)."""
    view, aux = state["view"], both(state)[1]
    shown = view["code"]
    payload, letters = (shown["payload"], shown["text"]) if shown else ("", "")
    return page(
        "code",
        f"{aux}二维码",
        text("exam_title", sitting_name(view), "title"),
        Element("code", "code_image", description=f"{aux}二维码", source=payload),
        text("exam_code_label", "考试码", "centre"),
        text("exam_code", letters, "mono"),
        text("main_account", f"主机位账号：{view['candidate']['account']}", "centre"),
        text("code_advice", f"请使用{aux}扫描二维码。该二维码仅限考生本人使用，请勿外泄。", "centre"),
        told=notice(state),
    )
