"""The other apps on a candidate's phone (R215), as data: simulators/phone/others.toml; and the system's own messages."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files

import msgspec

from simulators.phone.app import App
from simulators.phone.element import Element
from simulators.phone.inbox import Inbox, Message
from simulators.phone.model import Runs
from simulators.phone.plain_app import PlainApp
from simulators.phone.system import Table

PLAY = "play"
NO_MESSAGES = "没有信息"


class Row(Table, frozen=True):
    """One app: its name, its package for each kind of phone, what its only screen shows; `{now}` is the time."""

    label: str
    version: str
    icon: str
    packages: dict[Runs, str]
    lines: tuple[str, ...]
    field: str = ""
    button: str = ""


class _Rows(Table, frozen=True):
    apps: tuple[Row, ...]


@cache
def rows() -> tuple[Row, ...]:
    """The apps that the file lists."""
    text = (files("simulators.phone") / "others.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Rows).apps


def shelf(runs: Runs) -> Mapping[str, Callable[[], App]]:
    """What the app market has for phones that run such packages, by package."""
    return {row.packages[runs]: _maker(row, runs) for row in rows()}


def _maker(row: Row, runs: Runs) -> Callable[[], App]:
    return lambda: OtherApp(row, row.packages[runs])


class OtherApp(PlainApp):
    """An app that takes text where it has a field, and plays where it has a button for that."""

    def __init__(self, row: Row, package: str) -> None:
        super().__init__(package, row.label, row.version, row.icon)
        self.row = row
        self.state = {"text": "", "playing": False}

    def screen(self, now: datetime) -> Element:
        lines = tuple(
            Element("text", f"line_{number}", line.format(now=now), style="card_line")
            for number, line in enumerate(self.row.lines)
        )
        body = Element("group", "body", children=(*lines, Element("group", "", style="space")), style="body")
        return page("other", self.label, body, *self._footer())

    def _footer(self) -> tuple[Element, ...]:
        row, parts = self.row, []
        if row.field:
            parts.append(Element("field", "entry", self.state["text"], row.field, tap="focus"))
        if row.button:
            parts.append(Element("button", PLAY, "暂停" if self.state["playing"] else row.button, tap=PLAY))
        return (Element("group", "footer", children=tuple(parts), style="footer"),) if parts else ()

    def tap(self, action: str, _: str, /) -> None:
        if action == PLAY:
            self.state["playing"] = not self.state["playing"]

    def type(self, _: str, text: str, /) -> None:
        self.state["text"] += text

    def clear(self, _: str, /) -> None:
        self.state["text"] = ""

    def killed(self) -> None:
        self.state["playing"] = False


class MessageApp(PlainApp):
    """What has come in by text message, the newest first."""

    def __init__(self, inbox: Inbox, package: str, label: str, version: str) -> None:
        super().__init__(package, label, version, "mail")
        self._inbox = inbox

    def screen(self, _: datetime, /) -> Element:
        messages = tuple(_card(number, one) for number, one in enumerate(reversed(self._inbox.messages)))
        nothing = (Element("text", "no_messages", NO_MESSAGES, style="centre"),)
        return page(
            "messages", self.label, Element("list", "inbox", children=messages or nothing, style="body")
        )


def page(name: str, title: str, *parts: Element) -> Element:
    """A screen below its title."""
    head = Element("text", "page_title", title, style="header_title")
    header = Element("group", "header", children=(head,), style="header")
    return Element("group", name, children=(header, *parts), style="whole")


def _card(number: int, message: Message) -> Element:
    name = f"message_{number}"
    sender = Element("text", f"{name}_sender", message.sender, style="heading")
    body = Element("text", f"{name}_text", message.text, style="paragraph")
    return Element("group", name, children=(sender, body), style="card")
