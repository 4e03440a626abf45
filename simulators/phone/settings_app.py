"""The system's own settings, as a person looks them up: a list of pages, and on each what is set there.

The pages are data (simulators/phone/pages.toml). Makers put some of it elsewhere, such as the camera's night mode into
the camera, and what runs into a view of its own; here all of it can be looked up in one place.
"""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files

import msgspec

from simulators.phone.element import Element
from simulators.phone.hardware import Hardware
from simulators.phone.plain_app import PlainApp
from simulators.phone.settings_values import VALUES
from simulators.phone.shell.voice import named
from simulators.phone.system import Table, Text

PERMISSIONS = "permissions"
ALLOWED = Text("应用权限", "App permissions")
WORDS = {
    "camera": Text("相机", "Camera"),
    "microphone": Text("麦克风", "Microphone"),
    "storage": Text("存储", "Storage"),
    "notifications": Text("通知", "Notifications"),
    "network": Text("网络", "Network"),
}
"""What the page of permissions calls them; what the system does not ask for is not named there."""
NOTHING = Text("未允许任何权限", "Nothing allowed")


class Row(Table, frozen=True):
    """One row of a page; `own`: what it is called by one of the systems."""

    id: str
    label: Text
    own: Mapping[str, Text] = msgspec.field(default_factory=dict)


class Page(Table, frozen=True):
    id: str
    title: Text
    rows: tuple[Row, ...]


class _Pages(Table, frozen=True):
    pages: tuple[Page, ...]


@cache
def pages() -> tuple[Page, ...]:
    """The pages that the file lists."""
    text = (files("simulators.phone") / "pages.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Pages).pages


class SettingsApp(PlainApp):
    """Read only: what is set is set by whoever holds the phone, through the bench."""

    def __init__(self, phone: Hardware) -> None:
        super().__init__(
            phone.system.packages.settings, phone.system.words.settings.zh, phone.model.os_version, "gear"
        )
        self._phone = phone
        self.state = {"page": ""}

    def screen(self, _: datetime, /) -> Element:
        shown = self.state["page"]
        if not shown:
            return self._page(self._phone.system.words.settings, self._contents(), back=False)
        if shown == PERMISSIONS:
            return self._page(ALLOWED, self._permissions())
        page = next(page for page in pages() if page.id == shown)
        return self._page(page.title, [self._row(row) for row in page.rows])

    def tap(self, action: str, _: str, /) -> None:
        """To a page, and back to the list of pages."""
        self.state["page"] = "" if action == "back" else action

    def killed(self) -> None:
        self.state["page"] = ""

    def _contents(self) -> list[Element]:
        titles = {**{page.id: page.title for page in pages()}, PERMISSIONS: ALLOWED}
        return [
            Element("button", f"open_{page}", self._say(title), tap=page, style="outline")
            for page, title in titles.items()
        ]

    def _row(self, row: Row) -> Element:
        label = row.own.get(self._phone.system.name, row.label)
        return _pair(row.id, self._say(label), self._say(VALUES[row.id](self._phone)))

    def _permissions(self) -> list[Element]:
        phone = self._phone
        return [
            _pair(package, app.label, self._allowed(package))
            for package, app in phone.apps.items()
            if package != self.package
        ]

    def _allowed(self, package: str) -> str:
        asked = [name for name in WORDS if name in self._phone.permissions.questions]
        had = [self._say(WORDS[name]) for name in asked if self._phone.permissions.allows(package, name)]
        return "、".join(had) or self._say(NOTHING)

    def _page(self, title: Text, rows: list[Element], *, back: bool = True) -> Element:
        left = Element("button", "back", "〈", "返回", tap="back", style="header_back") if back else _blank()
        head = Element("text", "page_title", self._say(title), style="header_title")
        header = Element("group", "header", children=(left, head, _blank()), style="header")
        body = Element("list", "rows", children=tuple(rows), style="body")
        return Element("group", named(self.package, "settings"), children=(header, body), style="whole")

    def _say(self, text: Text) -> str:
        return text.said(str(self._phone.settings["language"]))


def _blank() -> Element:
    return Element("group", "", style="header_blank")


def _pair(name: str, label: str, value: str) -> Element:
    """What a row is called, and what it says."""
    words = (
        Element("text", f"label_{name}", label, style="heading"),
        Element("text", f"value_{name}", value, style="small"),
    )
    return Element("group", f"row_{name}", children=words, style="card")
