"""身份认证: both sides of the ID card, or its words typed; the appeal where somebody else has used it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from simulators.apps.parts import (
    beside,
    button,
    card,
    day_and_time,
    field,
    image,
    notice,
    page,
    section,
    text,
)
from simulators.apps.screenbook import State
from simulators.core.instants import parse
from simulators.phone.element import Element

SIDES: Mapping[str, str] = {"portrait": "人像面", "emblem": "国徽面"}
ADVICE = "请拍摄本人有效居民身份证，按提示上传人像面和国徽面。"
LOCKED = "认证免费，认证后不可更改信息。姓名、证件号码须与报考院校报名系统中的信息一致。"
TAKEN = "该身份证已被其他账号验证。如非本人操作，请点击“去申诉”，由工作人员审核。"
PENDING = "申诉已提交，请耐心等待人工审核结果。"
REJECTED = "申诉未通过。如有异议，请点击“去申诉”再次申诉，由工作人员审核。"
APPEALS: Mapping[str, tuple[str, bool]] = {
    "possible": (TAKEN, True),
    "pending": (PENDING, False),
    "rejected": (REJECTED, True),
}
"""What is said of a card that another account has used, and whether an appeal is offered."""
NOBODY: Mapping[str, Any] = {"identity": {"sides": {}, "appeal": "none"}}
"""An account of which the platform has not been heard yet."""


def identity(state: State, now: datetime) -> Element:
    """Photos of both sides (R320-R322), 下一步 (R323), the manual way at the upper right (R324)."""
    if not state["another_card"] and (stuck := _stuck(state)) is not None:
        return stuck
    sides = [side for side, there in (state["account"] or NOBODY)["identity"]["sides"].items() if there]
    return page(
        "identity",
        "身份认证",
        text("advice", ADVICE, "block"),
        *_due(state, now),
        *(_side(side, label, side in sides) for side, label in SIDES.items()),
        text("locked_advice", LOCKED, "caution"),
        right=button("to_manual", "手动上传身份证信息", style="header_action"),
        footer=(button("next", "下一步", enabled=len(sides) == len(SIDES)),),
        told=notice(state),
    )


def _side(side: str, label: str, done: bool) -> Element:
    words = text(f"{side}_state", f"{label}：{'已上传' if done else '未上传'}", "line")
    take = button(
        f"take_{side}",
        "重新拍摄" if done else "拍照上传",
        "take_side",
        "small_outline" if done else "small_button",
    )
    return card(
        f"{side}_card",
        image(f"{side}_picture", f"id_{side}", f"身份证{label}", style="card_photo"),
        beside("", (words,), take),
    )


def _due(state: State, now: datetime) -> tuple[Element, ...]:
    """Before when it should be done (R328): said in time, and warned of afterwards; it is no bar (C11)."""
    due = (state["account"] or NOBODY)["identity"].get("due")
    if due is None:
        return ()
    if now < (until := parse(due)):
        return (text("due", f"请务必于{day_and_time(until)}前完成身份认证，以免影响考试。", "block"),)
    return (text("overdue", "已超过身份认证截止时间，请立即完成认证，以免影响考试。", "caution"),)


def identity_manual(state: State, now: datetime) -> Element:
    """The card's words, typed (R324, R325)."""
    return page(
        "identity_manual",
        "手动上传身份证信息",
        text("", "姓名", "heading"),
        field("id_name", "请输入身份证上的姓名", state),
        text("", "身份证号", "heading"),
        field("id_number", "请输入18位身份证号", state),
        *_due(state, now),
        text("locked_advice", LOCKED, "caution"),
        footer=(button("next", "下一步"),),
        told=notice(state),
    )


def _stuck(state: State) -> Element | None:
    """Where the card has been used by another account (R326, R327)."""
    known = (state["account"] or NOBODY)["identity"]
    said = APPEALS.get(known["appeal"])
    return None if said is None else _taken(state, *said)


def _taken(state: State, words: str, offer: bool) -> Element:
    return page(
        "identity",
        "身份认证",
        section("taken", "身份证已被验证", text("taken_words", words, "block")),
        *(
            (button("appeal", "去申诉"), button("other_card", "重新上传身份证", style="outline"))
            if offer
            else ()
        ),
        told=notice(state),
    )
