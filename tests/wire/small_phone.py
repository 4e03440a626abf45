"""A phone of two screens, just large enough for the wire: it has the members that ports.Phone asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, NamedTuple
from weakref import finalize

import cv2
import numpy as np

from simulators.core.clock import DrivenClock
from simulators.core.instants import CST
from simulators.phone.calls import Calls
from simulators.phone.clipboard import Clipboard
from simulators.phone.inbox import Message, Notification
from simulators.phone.journal import Journal
from simulators.phone.permissions import Permissions
from simulators.phone.settings import DEFAULTS
from simulators.phone.storage import Storage
from simulators.wire.webdriver.glass import Pixels

PACKAGE = "com.example.exam"


class Bounds(NamedTuple):
    x: int
    y: int
    width: int
    height: int


NOWHERE = Bounds(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Item:
    kind: str
    id: str = ""
    text: str = ""
    description: str = ""
    enabled: bool = True
    checked: bool | None = None
    secret: bool = False
    tap: str = ""
    children: tuple["Item", ...] = ()
    bounds: Bounds = NOWHERE
    style: str = ""
    offset: int = 0
    reach: int = 0

    @property
    def frame(self) -> Bounds:
        return self.bounds


def laid_out(root: Item, width: int = 1080, height: int = 2340) -> Item:
    """Children one below the other, 100 pixels each; groups as high as what they hold."""

    def place(item: Item, top: int) -> tuple[Item, int]:
        inner, down = [], top
        for child in item.children:
            placed, down = place(child, down)
            inner.append(placed)
        bottom = max(down, top + 100)
        return replace(item, children=tuple(inner), bounds=Bounds(40, top, width - 80, bottom - top)), bottom

    placed, _ = place(root, 100)
    return replace(placed, bounds=Bounds(0, 0, width, height))


@dataclass
class Watch:
    time: datetime = datetime(2023, 1, 12, 9, 45, 0, 250_000, CST)

    def now(self) -> datetime:
        return self.time


@dataclass
class Cell:
    level: float = 80
    charging: bool = False

    def set(self, *, percent: float | None = None, plugged: bool | None = None) -> None:
        self.level = self.level if percent is None else percent
        self.charging = self.charging if plugged is None else plugged


@dataclass
class Radio:
    up: bool = True
    kind: str = "wifi"
    bars: int = 4
    generation: str = "5G"
    bytes_per_second: int = 1

    def set(self, *, bytes_per_second: int | None = None) -> None:
        self.bytes_per_second = bytes_per_second or self.bytes_per_second


class Choices(dict[str, Any]):
    radio: Radio

    def set(self, changes: Mapping[str, Any]) -> None:
        self.update(changes)
        if "airplane_mode" in changes:
            self.radio.up = not changes["airplane_mode"]


@dataclass(frozen=True)
class Program:
    package: str = PACKAGE
    activity: str = ".MainActivity"
    label: str = "小艺帮"
    version: str = "1.2.3"


@dataclass(frozen=True)
class Kind:
    """A model of phone."""

    platform: str = "Android"
    name: str = "Small"
    os: str = "Android"
    os_version: str = "14"
    scale: int = 1
    width: int = 1080
    height: int = 2340

    @property
    def platform_version(self) -> str:
        return self.os_version


IPHONE = Kind("iOS", "Small iPhone", "iOS", "15.1", scale=3)
PURE_HARMONY = Kind("HarmonyOS", "Small Mate", "HarmonyOS", "5.0")


@dataclass
class SmallPhone:
    """`log` holds what was done to it."""

    udid: str = "phone-1"
    model: Kind = Kind()
    clock: Watch = field(default_factory=Watch)
    battery: Cell = field(default_factory=Cell)
    network: Radio = field(default_factory=Radio)
    foreground: str | None = None
    on: bool = True
    locked: bool = False
    settings: Choices = field(default_factory=lambda: Choices(DEFAULTS))
    storage: Storage = field(default_factory=lambda: Storage(1_000_000, 0, Path(mkdtemp("-phone"))))
    clipboard: Clipboard = field(default_factory=Clipboard)
    permissions: Permissions = field(default_factory=lambda: Permissions({}))
    calls: Calls = field(
        default_factory=lambda: Calls(
            DrivenClock(datetime(2023, 1, 12, 9, 45, tzinfo=CST)), "phone-1", lambda _: None
        )
    )
    messages: list[Message] = field(default_factory=list)
    notifications: list[Notification] = field(default_factory=list)
    position: tuple[float, float, float] | None = None
    preferences: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    screen: str = "login"
    agreed: bool = False
    typed: dict[str, str] = field(default_factory=dict)
    running: set[str] = field(default_factory=set)
    log: list[tuple[str, ...]] = field(default_factory=list)
    apps: dict[str, Program] = field(default_factory=lambda: {PACKAGE: Program()})

    def __post_init__(self) -> None:
        self.settings.radio = self.network
        finalize(self, rmtree, self.storage.folder)
        self.world = DrivenClock(self.clock.time)
        self.journal = Journal(self.clock.now)

    def tree(self) -> Item:
        return laid_out(SCREENS[self.screen](self))

    def tap(self, element: Item) -> None:
        self.log.append(("tap", element.id))
        if element.enabled and element.tap == "agree":
            self.agreed = not self.agreed
        if element.enabled and element.tap in SCREENS:
            self.screen = element.tap

    def tap_at(self, x: int, y: int) -> None:
        hit = [item for item in every(self.tree()) if inside(item.bounds, x, y)]
        if hit:
            self.tap(hit[-1])

    def drag(self, x: int, y: int, to_x: int, to_y: int) -> bool:
        self.log.append(("drag", f"{x},{y}", f"{to_x},{to_y}"))
        return False

    def scroll(self, part: Item, by: int) -> bool:
        return False

    def reveal(self, element: Item) -> Item:
        self.log.append(("reveal", element.id))
        return element

    def type(self, element: Item, text: str) -> None:
        self.typed[element.id] = self.typed.get(element.id, "") + text

    def clear(self, element: Item) -> None:
        self.typed[element.id] = ""

    def picture(self) -> Pixels:
        return np.full((2340, 1080, 3), 200, np.uint8)

    def screenshot(self) -> bytes:
        return cv2.imencode(".png", self.picture())[1].tobytes()

    def press(self, key: str) -> None:
        self.log.append(("press", key))

    def launch(self, package: str) -> None:
        self.foreground = package
        self.running.add(package)

    def standing(self, package: str) -> str:
        if package not in self.apps:
            return "not_installed"
        away = "background" if package in self.running else "not_running"
        return "foreground" if package == self.foreground else away

    def terminate(self, package: str) -> None:
        self.running.discard(package)
        self.background()

    def get(self, package: str, *, version: str = "", granted: bool = False) -> Program:
        if package != PACKAGE:
            raise ValueError(f"{package} is not to be had; there is {PACKAGE}")
        self.apps[package] = Program(version=version or Program().version)
        return self.apps[package]

    def uninstall(self, package: str) -> None:
        self.terminate(package)
        del self.apps[package]

    def crash(self, package: str) -> None:
        self.terminate(package)

    def background(self) -> None:
        self.foreground = None

    def lock(self) -> None:
        self.locked = True

    def unlock(self) -> None:
        self.locked = False

    def incoming_call(self, number: str) -> None:
        self.log.append(("call", number))

    def answer_call(self) -> None:
        self.log.append(("answer",))

    def end_call(self) -> None:
        self.log.append(("hang up",))

    def receive_message(self, sender: str, text: str) -> None:
        self.messages.append(Message(sender, text, self.clock.now()))

    def open_notifications(self) -> None:
        self.log.append(("notifications", "open"))

    def close_notifications(self) -> None:
        self.log.append(("notifications", "closed"))

    def uptime(self) -> timedelta:
        return timedelta(hours=1)

    def info(self) -> dict[str, object]:
        return {"model": "Small", "manufacturer": "Examgate", "platformVersion": "14", "apiVersion": "34"}


def login(phone: SmallPhone) -> Item:
    typed = phone.typed.get
    return Item(
        "screen",
        "login_screen",
        children=(
            Item("text", "title", "小艺帮 login"),
            Item("text", "clock", phone.clock.now().strftime("%H:%M:%S")),
            Item("field", "account", typed("account", ""), "账号"),
            Item("field", "password", typed("password", ""), secret=True),
            Item("checkbox", "agree", "我已阅读", checked=phone.agreed, tap="agree"),
            Item("button", "later", "later", enabled=False, tap="exams"),
            Item("button", "login", "登录", "log in", tap="exams"),
        ),
    )


def exams(_: SmallPhone) -> Item:
    rows = tuple(
        Item(
            "group",
            children=(Item("text", text=f"exam {n}"), Item("button", f"open_{n}", "进入", tap="login")),
        )
        for n in range(3)
    )
    return Item(
        "screen",
        "exams",
        children=(Item("image", "logo", description="logo"), Item("list", "list", children=rows)),
    )


SCREENS: dict[str, Callable[[SmallPhone], Item]] = {"login": login, "exams": exams}


def every(item: Item) -> list[Item]:
    return [item, *(below for child in item.children for below in every(child))]


def inside(bounds: Bounds, x: int, y: int) -> bool:
    return bounds.x <= x < bounds.x + bounds.width and bounds.y <= y < bounds.y + bounds.height


SECOND = timedelta(seconds=1)
