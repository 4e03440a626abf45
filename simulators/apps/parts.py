"""Pieces that screens of both apps are made of."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from simulators.apps.screenbook import State
from simulators.phone.element import Element

SECOND = timedelta(seconds=1)
BLANK = Element("group", "", style="header_blank")


def page(
    name: str,
    title: str,
    *body: Element,
    back: bool = True,
    right: Element | None = None,
    told: tuple[Element, ...] = (),
    footer: tuple[Element, ...] = (),
    tabs: tuple[Element, ...] = (),
) -> Element:
    """A screen: its header, what was `told`, what stands in the middle and scrolls, what stays at the bottom."""
    left = Element("button", "back", "〈", "返回", tap="back", style="header_back") if back else BLANK
    header = Element("group", "header", style="header", children=(
        left, Element("text", "page_title", title, style="header_title"), right or BLANK,
    ))  # fmt: skip
    middle = Element("group", "body", style="body", children=body)
    below = (Element("group", "footer", children=footer, style="footer"),) if footer else ()
    tab_bar = (Element("group", "tabs", children=tabs, style="tabs"),) if tabs else ()
    return Element("group", name, children=(header, *_strip(told), middle, *below, *tab_bar), style="whole")


def exam_screen(name: str, bar: Element, *body: Element, told: tuple[Element, ...] = ()) -> Element:
    """A screen of an exam under way: no header to leave by, the time always in view."""
    return Element(
        "group", name, style="whole", children=(bar, *_strip(told), card("body", *body, style="body"))
    )


def _strip(told: tuple[Element, ...]) -> tuple[Element, ...]:
    """What has to be seen wherever the page stands."""
    return (Element("group", "", children=told, style="told"),) if told else ()


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


def section(element_id: str, title: str, *children: Element) -> Element:
    """A card with a heading."""
    return card(element_id, text("", title, "heading"), *children)


def beside(
    element_id: str, words: tuple[Element, ...], *controls: Element, style: str = "plain_row"
) -> Element:
    """Words on the left, what can be done about them on the right."""
    return Element("group", element_id, style=style, children=(
        Element("group", "", children=words, style="stretch"), *controls,
    ))  # fmt: skip


def numbered(prefix: str, sentences: Iterable[str], style: str = "block") -> tuple[Element, ...]:
    """Sentences one below the other, each with an id of its own."""
    return tuple(text(f"{prefix}_{number}", words, style) for number, words in enumerate(sentences, 1))


def row(*children: Element) -> Element:
    return Element("group", "", children=children, style="row")


def notice(state: State) -> tuple[Element, ...]:
    """What went wrong last, in the platform's own words; nothing where nothing did."""
    return (text("notice", state["notice"], "notice"),) if state["notice"] else ()


def storage_warning(free: int | None, view: Mapping[str, Any]) -> tuple[Element, ...]:
    """Where this phone has less room than the platform names: a warning, never a refusal (assumed; C19)."""
    wanted = view.get("free_storage_bytes")
    if wanted is None or free is None or free >= wanted:
        return ()
    words = f"本机剩余存储空间 {gigabytes(free)}，不足 {wanted / 1_000_000_000:g} G。请清理后再开始录制，以免录制中断。"
    return (text("storage_warning", words, "caution"),)


def wrong_exam(view: Mapping[str, Any]) -> tuple[Element, ...]:
    """Where the main phone is in another exam than the one that this phone is bound to (R541, R543)."""
    other = view.get("main_elsewhere")
    if other is None:
        return ()
    words = f"主机位正在进行的是“{sitting_name(other)}”，与本机的考试不同。请重新扫描主机位当前考试的二维码。"
    return (text("wrong_exam", words, "caution"),)


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


def gigabytes(size: int) -> str:
    """A size as phones show it: decimal, two digits, cut off rather than rounded up to a limit (C19)."""
    return f"{size // 10_000_000 / 100:.2f} G"


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
