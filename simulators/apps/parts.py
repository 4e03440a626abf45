"""Pieces that screens of both apps are made of."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from simulators.apps.screenbook import State
from simulators.phone.element import Element

SECOND = timedelta(seconds=1)


def page(
    name: str,
    title: str,
    *body: Element,
    back: bool = True,
    footer: tuple[Element, ...] = (),
    night: bool = False,
) -> Element:
    """A screen with its header, what stands in the middle, and what stays at the bottom."""
    left = (
        Element("button", "back", "〈", "返回", tap="back", style="header_back")
        if back
        else Element("group", "", style="header_blank")
    )
    header = Element("group", "header", style="header", children=(
        left, Element("text", "page_title", title, style="header_title"), Element("group", "", style="header_blank"),
    ))  # fmt: skip
    middle = Element("group", "body", style="body", children=body)
    below = (Element("group", "footer", children=footer, style="footer"),) if footer else ()
    return Element(
        "group", name, children=(header, middle, *below), style="whole_night" if night else "whole"
    )


def exam_screen(name: str, bar: Element, *body: Element) -> Element:
    """A screen of an exam under way: no header to leave by, the time always in view."""
    return Element("group", name, style="whole", children=(bar, card("body", *body, style="body")))


def time_bar(element_id: str, left: Element, now: datetime) -> Element:
    """What is counted on the left, the server's time on the right."""
    clock = text("server_time", now.strftime("%H:%M:%S"), "clock_right")
    return card(element_id, left, clock, style="bar")


def text(element_id: str, words: str, style: str = "") -> Element:
    return Element("text", element_id, words, style=style)


def button(element_id: str, label: str, action: str = "", style: str = "", enabled: bool = True) -> Element:
    """A button whose action is its id unless it says otherwise."""
    return Element("button", element_id, label, tap=action or element_id, style=style, enabled=enabled)


def field(element_id: str, hint: str, state: State, *, secret: bool = False, style: str = "") -> Element:
    """A field with what has been typed into it so far."""
    return Element(
        "field",
        element_id,
        state["fields"].get(element_id, ""),
        hint,
        secret=secret,
        tap="focus",
        style=style,
    )


def card(element_id: str, *children: Element, style: str = "card") -> Element:
    return Element("group", element_id, children=children, style=style)


def row(*children: Element) -> Element:
    return Element("group", "", children=children, style="row")


def notice(state: State) -> tuple[Element, ...]:
    """What went wrong last, in the platform's own words; nothing where nothing did."""
    return (text("notice", state["notice"], "notice"),) if state["notice"] else ()


def image(
    element_id: str, source: str, description: str, action: str = "", style: str = "preview"
) -> Element:
    return Element("image", element_id, description=description, source=source, tap=action, style=style)


def countdown(until: datetime, now: datetime) -> str:
    """What is left, as `mm:ss` or `h:mm:ss`: whole seconds, rounded up, so that 00:00 shows only when it is over."""
    seconds = max(0, -((now - until) // SECOND))
    return clockwise(seconds)


def duration(span: timedelta) -> str:
    """What has passed, in whole seconds."""
    return clockwise(max(0, span // SECOND))


def clockwise(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    minutes_seconds = f"{rest // 60:02}:{rest % 60:02}"
    return f"{hours}:{minutes_seconds}" if hours else minutes_seconds


def day_and_time(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%d %H:%M")


def session_name(session: str) -> str:
    """`mock-1` is 模拟考试（第1场）."""
    kind, _, number = session.partition("-")
    label = SESSION_LABELS.get(kind, session)
    return f"{label}（第{number}场）" if number else label


def session_label(session: str) -> str:
    return SESSION_LABELS.get(session.partition("-")[0], session)


def sitting_name(view: Mapping[str, Any]) -> str:
    """Subject and session, as both apps name a sitting."""
    return f"{view['subject']['name']} {session_name(view['session'])}"


SESSION_LABELS = {"formal": "正式考试", "mock": "模拟考试"}
