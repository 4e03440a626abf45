"""What a season has shown in the waiting room: a list to tick off, each thing for the camera of one of the phones."""

from collections.abc import Mapping, Sequence
from typing import Any

from simulators.apps.parts import beside, button, card, text
from simulators.phone.element import Element

ITEMS: Mapping[str, str] = {
    "room": "考场环境",
    "desk": "桌面",
    "blank_sheets": "空白答题纸",
    "draft_paper": "草稿纸",
    "face": "正面面部",
}
ELSEWHERE: Mapping[str, str] = {"main": "请在主机确认", "aux": "请在辅机确认"}


def checklist(shows: Sequence[Mapping[str, Any]], role: str) -> tuple[Element, ...]:
    """Nothing where nothing is to be shown. What this phone's camera is shown is said here, with 【确认展示】."""
    if not shows:
        return ()
    heading = text("shows_title", "请在候考期间向镜头展示", "heading")
    return (card("shows", heading, *(_row(one, role) for one in shows)),)


def _row(one: Mapping[str, Any], role: str) -> Element:
    item = one["item"]
    words = (text(f"show_item_{item}", ITEMS.get(item, item), "line"),)
    if one["shown"]:
        return beside("", words, text(f"shown_{item}", "已展示", "badge"))
    if one["by"] != role:
        return beside("", words, text(f"show_elsewhere_{item}", ELSEWHERE[one["by"]], "small"))
    return beside("", words, button(f"show_{item}", "确认展示", "show", "small_button"))
