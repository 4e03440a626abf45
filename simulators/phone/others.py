"""The other apps on a candidate's phone (R215), as data: simulators/phone/others.toml."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from simulators.phone.app import App, Capture, Cause
from simulators.phone.element import Element
from simulators.phone.model import Runs
from simulators.phone.system import Table

PLAY = "play"


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


@dataclass
class OtherApp:
    """An app with one screen. It takes text where it has a field, and plays where it has a button for that."""

    row: Row
    package: str
    activity: str = ".MainActivity"

    def __post_init__(self) -> None:
        self.label, self.version, self.icon = self.row.label, self.row.version, self.row.icon
        self.state: dict[str, Any] = {"text": "", "playing": False}

    def screen(self, now: datetime) -> Element:
        row = self.row
        title = Element("text", "page_title", row.label, style="header_title")
        lines = tuple(
            Element("text", f"line_{number}", line.format(now=now), style="card_line")
            for number, line in enumerate(row.lines)
        )
        field = Element("field", "entry", self.state["text"], row.field, tap="focus") if row.field else None
        shown = "暂停" if self.state["playing"] else row.button
        button = Element("button", PLAY, shown, tap=PLAY) if row.button else None
        parts = tuple(part for part in (field, button) if part is not None)
        body = Element("group", "body", children=(*lines, Element("group", "", style="space")), style="body")
        footer = (Element("group", "footer", children=parts, style="footer"),) if parts else ()
        header = Element("group", "header", children=(title,), style="header")
        return Element("group", "other", children=(header, body, *footer), style="whole")

    def tap(self, action: str, _: str, /) -> None:
        if action == PLAY:
            self.state["playing"] = not self.state["playing"]

    def type(self, _: str, text: str, /) -> None:
        self.state["text"] += text

    def clear(self, _: str, /) -> None:
        self.state["text"] = ""

    def launched(self) -> None:
        self.state["playing"] = False

    def to_background(self, cause: Cause) -> None:
        """Music goes on."""

    def to_foreground(self) -> None:
        """The screen is as it was."""

    def killed(self) -> None:
        self.state["playing"] = False

    def network_changed(self) -> None:
        """Nothing is loaded."""

    def recording_ended(self, name: str, cause: str) -> None:
        """Nothing is recorded."""

    def permissions_answered(self) -> None:
        """Nothing is asked for."""

    def captured(self, kind: Capture) -> None:
        """Nobody minds."""

    def restore(self, state: dict[str, Any]) -> None:
        self.state.update(state)
