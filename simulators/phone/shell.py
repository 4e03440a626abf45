"""The operating system's own screens: status bar, home, lock, call, the question for a permission."""

from collections.abc import Iterable
from datetime import datetime

from simulators.phone.app import App
from simulators.phone.element import Element
from simulators.phone.inbox import Notification
from simulators.phone.system import Question

SYSTEM = "com.android.systemui:id/"
LAUNCHER = "com.android.launcher3:id/"
CALLS = "com.android.incallui:id/"
QUESTIONS = "com.android.permissioncontroller:id/"
KIND_NAMES = {"wifi": "Wi-Fi", "mobile": "5G", "none": "无网络"}
WEEKDAYS = "一二三四五六日"


def owns(content: Element) -> bool:
    """Whether the system shows this and not an app: the id of a system's screen names its package."""
    return ":id/" in content.id


def status_bar(now: datetime, network: str, battery: float, night: bool = False) -> Element:
    """The phone's own clock, its network, its battery."""
    dark = "_night" if night else ""
    clock = Element("text", SYSTEM + "clock", now.strftime("%H:%M"), style="status_text" + dark)
    icons = Element("text", SYSTEM + "status", f"{network}   {battery:.0f}%", style="status_end" + dark)
    return Element("group", SYSTEM + "status_bar", children=(clock, icons), style="status" + dark)


def home(apps: Iterable[App], now: datetime) -> Element:
    """The launcher: the time, and one icon for each app."""
    icons = tuple(
        Element(
            "button",
            f"icon_{app.package}",
            app.label,
            app.label,
            tap=f"os:launch:{app.package}",
            style="icon",
        )
        for app in apps
    )
    return Element("group", LAUNCHER + "launcher", style="whole_night", children=(
        Element("text", "home_time", now.strftime("%H:%M"), style="night_huge"),
        Element("text", "home_date", _date(now), style="night_text"),
        Element("group", "", style="space"),
        Element("group", "icons", children=icons, style="icons"),
    ))  # fmt: skip


def lock(now: datetime) -> Element:
    """The lock screen."""
    return Element("group", SYSTEM + "lock_screen", style="whole_night", children=(
        Element("text", "lock_time", now.strftime("%H:%M"), style="night_huge"),
        Element("text", "lock_date", _date(now), style="night_text"),
        Element("group", "", style="space"),
        Element("button", "unlock", "上滑解锁", tap="os:unlock", style="link"),
    ))  # fmt: skip


def notifications(notes: Iterable[Notification], now: datetime) -> Element:
    """What apps and the system had to say, the newest first, drawn down over the screen."""
    cards = tuple(
        Element("group", "notification", style="card", children=(
            Element("text", "notification_title", note.title),
            Element("text", "notification_text", note.text, style="small"),
        ))
        for note in reversed(tuple(notes))
    )  # fmt: skip
    nothing = (Element("text", "no_notifications", "没有通知", style="night_text"),)
    clear = (Element("button", "clear_all", "全部清除", tap="os:clear", style="link"),) if cards else ()
    return Element("group", SYSTEM + "notification_panel", style="whole_night", children=(
        Element("text", "panel_date", _date(now), style="night_text"),
        Element("list", "notifications", style="body", children=cards or nothing),
        *clear,
    ))  # fmt: skip


def ringing(number: str) -> Element:
    """An incoming call, with the two answers."""
    return Element("group", CALLS + "incoming_call", style="whole_night", children=(
        Element("text", "caller", number, style="night_title"),
        Element("text", "call_state", "来电", style="night_text"),
        Element("group", "", style="space"),
        Element("group", "", style="bar", children=(
            Element("button", "decline", "拒绝", tap="os:decline", style="red"),
            Element("button", "answer", "接听", tap="os:answer", style="green"),
        )),
    ))  # fmt: skip


def talking(number: str) -> Element:
    """A call under way."""
    return Element("group", CALLS + "call", style="whole_night", children=(
        Element("text", "caller", number, style="night_title"),
        Element("text", "call_state", "通话中", style="night_text"),
        Element("group", "", style="space"),
        Element("group", "", style="bar", children=(
            Element("button", "hang_up", "挂断", tap="os:decline", style="red"),
        )),
    ))  # fmt: skip


def permission(label: str, question: Question) -> Element:
    """The system's question whether an app may use something."""
    buttons = tuple(
        Element("button", f"permission_{answer}", words, tap=f"os:permit:{answer}",
                style="outline" if answer == "deny" else "")
        for answer, words in question.buttons
    )  # fmt: skip
    message = Element("text", "permission_message", question.message.format(app=label), style="title")
    return Element("group", QUESTIONS + "permission", style="whole_night", children=(
        Element("group", "", style="space"),
        Element("group", "permission_dialog", style="card", children=(message, *buttons)),
    ))  # fmt: skip


def _date(now: datetime) -> str:
    return f"{now.month}月{now.day}日 星期{WEEKDAYS[now.weekday()]}"
