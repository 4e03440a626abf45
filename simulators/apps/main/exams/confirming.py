"""确认考试: the majors that the school has for this ID number, and what stands in the way."""

from datetime import datetime
from typing import Any

from simulators.apps.parts import button, card, day_and_time, notice, page, section, text
from simulators.apps.screenbook import State
from simulators.core.instants import parse
from simulators.phone.element import Element

CONFIRMED = "确认成功。请返回“在线考试”列表，点击专业查看考试详情和准考证号。"
ADVICE = "以下为该证件号下已报名的专业。如与报名的专业（招考方向）不符，请立即联系报考院校。"
NONE = "暂无待确认的考试"


def confirmations(state: State, _: datetime) -> Element:
    """Each pending major with its subjects (R343, R344); what does not match (R337-R340); where none waits, since when."""
    found = state["confirmations"] or {"pending": [], "trouble": None, "opens_at": None}
    pending = tuple(map(_pending, found["pending"]))
    return page(
        "confirmations",
        "确认考试",
        *((text("confirmed", CONFIRMED, "voice"),) if state["just_confirmed"] else ()),
        *_trouble(found["trouble"]),
        *((text("confirm_advice", ADVICE, "block"),) if pending else ()),
        *pending,
        *(() if pending or found["trouble"] else _none(found["opens_at"])),
        footer=(button("to_exams", "返回在线考试列表", "back", "outline"),),
        told=notice(state),
    )


def _pending(one: dict[str, Any]) -> Element:
    major = one["major"]
    subjects = "、".join(subject["name"] for subject in one["subjects"])
    return card(
        f"pending_{major['id']}",
        text(f"pending_major_{major['id']}", major["name"], "title"),
        text(f"pending_subjects_{major['id']}", f"考试科目：{subjects}", "block"),
        *_clash(one),
        button(f"confirm_{major['id']}", "确认报考", "confirm"),
    )


def _clash(one: dict[str, Any]) -> tuple[Element, ...]:
    """That this exam lies at the time of one that is confirmed already: told, and left to the candidate (C23)."""
    others = "、".join(one["clashes"])
    words = f"与已确认的“{others}”正式考试时间冲突，只能参加其中一场。"
    return (text(f"clash_{one['major']['id']}", words, "caution"),) if others else ()


def _trouble(trouble: dict[str, Any] | None) -> tuple[Element, ...]:
    if trouble is None:
        return ()
    words = trouble["message"]["zh"] if isinstance(trouble["message"], dict) else trouble["message"]
    return (section("trouble", "未能确认", text("trouble_words", words, "notice_plain")),)


def _none(opens_at: str | None) -> tuple[Element, ...]:
    since = (
        (text("opens_at", f"考试确认开始时间：{day_and_time(parse(opens_at))}", "centre"),)
        if opens_at
        else ()
    )
    return (text("no_pending", NONE, "centre"), *since)
