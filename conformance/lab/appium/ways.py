"""Which way leads to each phone: through the lab's Appium, or straight to the target's own endpoint."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from conformance.bench import Bench
from conformance.bench.forms import Phone
from conformance.lab.appium import adb, project, server
from conformance.lab.appium.adb import AdbServer
from conformance.lab.appium.keeper import ROOM
from conformance.lab.appium.project import Project
from conformance.lab.appium.server import AppiumServer
from conformance.outcome import TransportLost
from conformance.phone.connecting import open_driver
from conformance.saying import Stopped
from conformance.target import Driver, Target
from conformance.target.appium import AppiumForm, Through, filled
from reports.form import Text

if TYPE_CHECKING:
    from appium.webdriver.webdriver import WebDriver

NAMES: Mapping[str, tuple[str, str]] = {
    "android": ("UiAutomator2", "appium-uiautomator2-driver"),
    "ios": ("XCUITest", "appium-xcuitest-driver"),
}
"""What a driver is called, and its package."""
AGE: Mapping[str, tuple[str, str, str]] = {
    "android": ("apiVersion", "API level", "API 级别"),
    "ios": ("platformVersion", "iOS", "iOS"),
}
"""Where a phone tells how old its system is, and what that number is called."""
SOCKET = "usbmuxd.sock"
OTHERS = ("ANDROID_SDK_ROOT", "ANDROID_ADB_SERVER_PORT", "ANDROID_SERIAL", "ADB_SERVER_SOCKET", "ADB_TRACE")
"""Variables by which the user's own adb would be used, or be taken for the lab's."""


class Appium:
    """The servers of one lab, up and ready; `url` is where Appium is spoken to."""

    def __init__(
        self, form: AppiumForm, ready: Project, own: AppiumServer, adb_: AdbServer | None, url: str
    ) -> None:
        self.form, self.server, self.adb = form, own, adb_
        self._project, self._url = ready, url

    def refusal(self, phone: Phone, kind: Driver) -> Text | None:
        """Why this phone is not reached through Appium; None where it is."""
        way = self.form.drivers.get(kind)
        if way is None:
            return Text("this target's phones of that kind are not plugged in", "该被测对象的此类手机不接线")
        return _too_old(phone, kind, way)

    def driver(self, kind: Driver) -> Text:
        """Which driver that is, with its version."""
        name, package = NAMES[kind]
        pinned = project.versions(self._project.folder)
        said = f"{name} {pinned[package]}"
        return Text(f"{said}, through Appium {pinned['appium']}", f"{said}（经由 Appium {pinned['appium']}）")

    def connect(self, target: Target, phone: Phone, kind: Driver) -> WebDriver:
        """A session of the real driver; TransportLost where the phone has not the cable that the target file counts on."""
        way = self.form.drivers[kind]
        missing = sorted(way.cables - phone.cables.keys())
        if missing:
            raise TransportLost(
                Text(
                    f"the bench tells no cable {', '.join(missing)} of phone {phone.udid}",
                    f"测试台未提供手机 {phone.udid} 的连接方式：{'、'.join(missing)}",
                )
            )
        words: dict[str, str | int] = {**phone.cables, "udid": phone.udid, "port": server.free_port()}
        if self.adb is not None and "adb" in way.cables:
            self.adb.connect(phone.cables["adb"])
            words["adb_port"] = self.adb.port
        return open_driver(self._url, target, phone.udid, kind, filled(way.capabilities, words))


@dataclass(frozen=True, slots=True)
class Way:
    """From a phone's udid to a driver's session, whichever way leads there; `driven` says which did, where there are two."""

    endpoint: str
    target: Target
    bench: Bench
    appium: Appium | None
    driven: dict[str, Text] = field(default_factory=dict)

    def connect(self, udid: str, kind: Driver) -> WebDriver:
        """A session: through Appium where the phone is reached so, else at the target's own endpoint."""
        if self.appium is None:
            return open_driver(self.endpoint, self.target, udid, kind)
        phone = self.bench.phone(udid)
        refusal = self.appium.refusal(phone, kind)
        self.driven[udid] = self.appium.driver(kind) if refusal is None else _endpoint(refusal)
        if refusal is None:
            return self.appium.connect(self.target, phone, kind)
        return open_driver(self.endpoint, self.target, udid, kind)


def _endpoint(why: Text) -> Text:
    return Text(f"the target's own endpoint: {why.en}", f"被测对象自带的接口：{why.zh}")


def _too_old(phone: Phone, kind: Driver, way: Through) -> Text | None:
    fact, en, zh = AGE[kind]
    told = str(phone.info.get(fact, "")).partition(".")[0]
    if not told.isdecimal() or int(told) >= way.oldest:
        return None
    name = NAMES[kind][0]
    return Text(
        f"{name} takes no system older than {en} {way.oldest}; this phone has {told}",
        f"{name} 驱动不支持早于 {zh} {way.oldest} 的系统，该手机为 {told}",
    )


def installed(form: AppiumForm) -> Project:
    """What a target's phones are reached with; Stopped with one line where something of it is missing."""
    return project.found("adb" in form.cables)


@contextlib.contextmanager
def room(form: AppiumForm | None) -> Iterator[Mapping[str, str]]:
    """A folder for a lab's own files, and what its names are in the words that start a target."""
    if form is None:
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="examgate-lab-") as name:
        yield {"usbmuxd": str(Path(name) / SOCKET)}


@contextlib.contextmanager
def serving(
    form: AppiumForm | None,
    outside: Mapping[str, str],
    door: Callable[[str], str] = lambda url: url,
    *,
    private: bool,
) -> Iterator[Appium | None]:
    """The servers for a block, none where the target needs none; `door` gives the address that is used for Appium's.

    `private`: no key of the user's is used or made.
    """
    if form is None:
        yield None
        return
    try:
        ready = installed(form)
    except Stopped as missing:
        raise TransportLost(missing.sentence) from missing
    there = _environment(ready, Path(outside["usbmuxd"]).parent, private)
    with contextlib.ExitStack() as stack:
        own = stack.enter_context(adb.serving(ready.adb, there)) if ready.adb else None
        up = stack.enter_context(server.serving(ready, there, form.start_timeout_s))
        yield Appium(form, ready, up, own, door(up.url))


def _environment(ready: Project, folder: Path, private: bool) -> dict[str, str]:
    tools = folder / "sdk" / "platform-tools"
    tools.mkdir(parents=True)
    if ready.adb:
        (tools / "adb").symlink_to(ready.adb)
    (folder / "tmp").mkdir()
    own = {
        "APPIUM_HOME": str(ready.folder),
        "ANDROID_HOME": str(folder / "sdk"),
        "USBMUXD_SOCKET_ADDRESS": str(folder / SOCKET),
        "TMPDIR": str(folder / "tmp"),
        ROOM: str(folder),
    }
    if private:
        own["HOME"] = str(folder)
    return {**{name: value for name, value in os.environ.items() if name not in OTHERS}, **own}
