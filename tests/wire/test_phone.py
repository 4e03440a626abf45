"""The wire on a real simulated phone: its port fits, and the system's own screens are Android's."""

from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.core.instants import CST
from simulators.core.turns import Turns
from simulators.phone.app import Capture, Cause
from simulators.phone.element import Element, Kind
from simulators.phone.phone import Phone
from simulators.wire.webdriver import Endpoint
from simulators.wire.webdriver.android.views import CLASSES
from simulators.wire.webdriver.ios.views import BY_KIND
from simulators.wire.webdriver.ports import Phone as Port
from tests.wire.client import Wire, assert_error

PACKAGE = "com.example.note"
START = datetime(2023, 1, 12, 9, 0, tzinfo=CST)


class Note:
    """An app of one field and one button."""

    package, activity, label, version = PACKAGE, ".MainActivity", "便签", "1.0"

    def __init__(self) -> None:
        self.state: dict[str, Any] = {"text": "", "saved": 0}
        self.told: list[str] = []

    def screen(self, now: datetime) -> Element:
        return Element(
            "screen",
            "home",
            children=(
                Element("text", "now", now.strftime("%H:%M:%S")),
                Element("field", "note", self.state["text"], "便签内容"),
                Element("button", "save", "保存", tap="save"),
            ),
        )

    def tap(self, action: str, element_id: str) -> None:
        self.state["saved"] += action == "save" and element_id == "save"

    def type(self, element_id: str, text: str) -> None:
        self.state["text"] += text

    def clear(self, element_id: str) -> None:
        self.state["text"] = ""

    def launched(self) -> None:
        self.told.append("launched")

    def to_background(self, cause: Cause) -> None:
        self.told.append(cause)

    def to_foreground(self) -> None:
        self.told.append("foreground")

    def killed(self) -> None:
        self.told.append("killed")

    def network_changed(self) -> None:
        self.told.append("network")

    def recording_ended(self, name: str, cause: str) -> None:
        self.told.append(cause)

    def permissions_answered(self) -> None:
        self.told.append("answered")

    def captured(self, kind: Capture) -> None:
        self.told.append(f"captured {kind}")

    def restore(self, state: dict[str, Any]) -> None:
        self.state = state


@pytest.fixture
def app() -> Note:
    return Note()


@pytest.fixture
def clock() -> DrivenClock:
    return DrivenClock(START)


@pytest.fixture
def phone(app: Note, clock: DrivenClock, tmp_path: Path) -> Phone:
    phone = Phone("main-1", clock, Chance(1), tmp_path)
    phone.install(app)
    return phone


@pytest.fixture
def wire(phone: Phone) -> Wire:
    port: Port = phone
    return Wire(Endpoint(lambda: {"main-1": port}, Turns())).begin(udid="main-1", appPackage=PACKAGE)


def package(wire: Wire) -> object:
    return wire.ask("POST", "execute/sync", {"script": "mobile: getCurrentPackage"})


def test_every_kind_of_element_has_a_class() -> None:
    assert set(CLASSES) == set(BY_KIND) == set(get_args(Kind))


def test_find_type_and_click(wire: Wire, app: Note, clock: DrivenClock) -> None:
    note = wire.find("accessibility id", "便签内容")
    wire.ask("POST", f"element/{note}/value", {"text": "四部和声"})
    wire.ask("POST", f"element/{note}/value", {"text": "\ue003写作"})
    wire.click(wire.find("id", f"{PACKAGE}:id/save"))
    assert app.state == {"text": "四部和写作", "saved": 1}
    now = wire.find("id", "now")
    clock.advance(datetime(2023, 1, 12, 9, 0, 1, tzinfo=CST))
    assert wire.text(now) == "09:00:01"


def test_an_app_may_have_a_screen_named_like_the_launchers(wire: Wire, phone: Phone) -> None:
    assert package(wire) == PACKAGE
    phone.background()
    assert package(wire) == "com.android.launcher3"
    wire.click(wire.find("-android uiautomator", 'new UiSelector().text("便签")'))
    assert package(wire) == PACKAGE


def test_the_status_bar_is_the_systems(wire: Wire) -> None:
    clock = wire.find("id", "com.android.systemui:id/clock")
    assert wire.text(clock) == "09:00"
    assert wire.attribute(clock, "package") == "com.android.systemui"


def test_the_lock_screen_covers_the_app(wire: Wire, app: Note) -> None:
    save = wire.find("id", "save")
    wire.ask("POST", "execute/sync", {"script": "mobile: lock", "args": [{}]})
    assert package(wire) == "com.android.systemui"
    assert_error(wire.send("POST", f"element/{save}/click", {}), "stale element reference")
    wire.click(wire.find("id", "com.android.systemui:id/unlock"))
    wire.click(save)
    assert app.told == ["launched", "screen_lock", "foreground"]
    assert app.state["saved"] == 1


def test_a_call_rings_is_answered_and_ends(wire: Wire, app: Note) -> None:
    assert_error(wire.mobile("gsmCall", phoneNumber="1", action="accept"), "unknown error")
    wire.mobile("gsmCall", phoneNumber="13800000000", action="call")
    assert package(wire) == PACKAGE
    wire.click(wire.find("xpath", "//android.widget.Button[@text='接听']"))
    assert package(wire) == "com.android.incallui"
    assert app.told == ["launched", "call_answered"]
    wire.click(wire.find("id", "hang_up"))
    assert package(wire) == PACKAGE


def test_a_permission_is_asked_for_by_an_alert(wire: Wire, phone: Phone) -> None:
    assert_error(wire.send("GET", "alert/text"), "no such alert")
    phone.permissions.revoke(PACKAGE)
    assert not phone.ask(PACKAGE, ("camera", "microphone", "network"))
    assert package(wire) == "com.android.permissioncontroller"
    assert "拍摄照片" in wire.ask("GET", "alert/text")
    assert_error(wire.send("POST", "alert/text", {"text": "x"}), "element not interactable")
    wire.ask("POST", "alert/dismiss", {})
    wire.ask("POST", "alert/accept", {})
    assert package(wire) == PACKAGE
    given = [phone.permissions.allows(PACKAGE, name) for name in ("camera", "microphone", "network")]
    assert given == [False, True, True]


def test_the_assistants_key_brings_it_over_the_app(wire: Wire, app: Note) -> None:
    wire.mobile("pressKey", keycode=219)
    assert package(wire) == "com.android.launcher3"
    wire.click(wire.find("id", "assistant_close"))
    assert package(wire) == PACKAGE
    assert app.told == ["launched"]


def test_airplane_mode_takes_the_network(wire: Wire, phone: Phone, app: Note) -> None:
    seen = []
    for airplane in (True, False):
        wire.mobile("setConnectivity", airplaneMode=airplane)
        seen.append((phone.network.up, phone.settings["airplane_mode"]))
    assert seen == [(False, True), (True, False)]
    assert app.told == ["launched", "network", "network"]


def test_a_phone_that_goes_off_says_so_and_keeps_its_session(wire: Wire, phone: Phone) -> None:
    phone.power_off()
    for method, path in (("GET", "source"), ("GET", "screenshot"), ("POST", "back")):
        assert "main-1 is off" in assert_error(wire.send(method, path, {}), "unknown error")
    phone.power_on()
    assert package(wire) == "com.android.launcher3"


def test_what_the_device_tells(wire: Wire, phone: Phone) -> None:
    assert wire.ask("POST", "execute/sync", {"script": "mobile: deviceInfo"})["model"] == phone.model.name
    assert wire.ask("POST", "execute/sync", {"script": "mobile: getDisplayDensity"}) == phone.model.density
    assert wire.ask("GET", "window/rect")["width"] == phone.model.width
    release = wire.ask(
        "POST",
        "execute/sync",
        {"script": "mobile: shell", "args": [{"command": "getprop ro.build.version.release"}]},
    )
    assert release.strip() == phone.model.platform_version
