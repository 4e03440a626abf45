"""Alerts: the system's questions, answered as each driver answers them."""

from pathlib import Path

import pytest

from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.webdriver import Endpoint
from tests.phone.kit import NOON, PACKAGE, SmallApp
from tests.wire.client import Wire, assert_error, assert_success

MODELS = {"Android": "oppo-a55-5g", "iOS": "iphone-15"}
BUTTON = {"Android": "android.widget.Button", "iOS": "XCUIElementTypeButton"}
APP = {"Android": "appPackage", "iOS": "bundleId"}


class Asking:
    """A phone whose app has asked for something, and the way to it."""

    def __init__(self, platform: str, folder: Path) -> None:
        self.platform, self.app = platform, SmallApp()
        self.phone = Phone("p", DrivenClock(NOON), Chance(1), folder, MODELS[platform])
        self.phone.install(self.app, granted=False)
        self.phone.launch(PACKAGE)
        self.free = Wire(Endpoint(lambda: {"p": self.phone}, Turns()))

    def ask(self, *names: str) -> None:
        assert self.phone.ask(PACKAGE, names) is False

    def begin(self, **capabilities: object) -> Wire:
        return self.free.begin(self.platform, noReset=True, **{APP[self.platform]: PACKAGE}, **capabilities)

    def has(self, name: str) -> bool:
        return self.phone.permissions.allows(PACKAGE, name)


@pytest.fixture
def android(tmp_path: Path) -> Asking:
    return Asking("Android", tmp_path)


@pytest.fixture
def iphone(tmp_path: Path) -> Asking:
    return Asking("iOS", tmp_path)


@pytest.mark.parametrize("platform", sorted(MODELS))
def test_an_alert_is_read_and_answered(platform: str, tmp_path: Path) -> None:
    asking = Asking(platform, tmp_path)
    wire = asking.begin()
    for method, path in (("GET", "text"), ("POST", "text"), ("POST", "accept"), ("POST", "dismiss")):
        assert_error(wire.send(method, f"alert/{path}", {}), "no such alert")
    asking.ask("camera", "microphone")
    asked = [wire.text(button) for button in wire.find_all("class name", BUTTON[platform])]
    assert "“示例”" in wire.ask("GET", "alert/text")
    assert len(asked) > 1
    assert all(words not in wire.ask("GET", "alert/text") for words in asked)
    wire.ask("POST", "alert/accept", {})
    wire.ask("POST", "alert/dismiss")
    assert (asking.has("camera"), asking.has("microphone")) == (True, False)
    assert_error(wire.send("GET", "alert/text"), "no such alert")


def test_an_alert_has_no_field(android: Asking, iphone: Asking) -> None:
    for asking, code in ((android, "element not interactable"), (iphone, "unsupported operation")):
        asking.ask("camera")
        assert_error(asking.begin().send("POST", "alert/text", {"text": "x"}), code)


def test_an_iphones_buttons_are_known_by_their_place(iphone: Asking) -> None:
    wire = iphone.begin()
    iphone.ask("network")
    labels = assert_success(wire.mobile("alert", action="getButtons"))
    assert labels == ["无线局域网与蜂窝网络", "仅限无线局域网", "不允许"]
    wire.ask("POST", "alert/accept", {})  # the last of them, whatever it says
    assert not iphone.has("network")


@pytest.mark.parametrize(("act", "chosen"), [("accept", "仅限无线局域网"), ("dismiss", "不允许")])
def test_a_setting_names_the_button(iphone: Asking, act: str, chosen: str) -> None:
    wire = iphone.begin()
    setting = f"{act}AlertButtonSelector"
    wire.ask(
        "POST", "appium/settings", {"settings": {setting: f"**/XCUIElementTypeButton[`label == '{chosen}'`]"}}
    )
    iphone.ask("network")
    wire.ask("POST", f"alert/{act}", {})
    assert iphone.has("network") is (chosen != "不允许")
    wire.ask("POST", "appium/settings", {"settings": {setting: "no ["}})
    iphone.ask("camera")
    wire.ask("POST", f"alert/{act}", {})
    assert iphone.has("camera") is (act == "accept")


def test_a_button_may_be_named(iphone: Asking, android: Asking) -> None:
    on_iphone, on_android = iphone.begin(), android.begin()
    iphone.ask("network")
    assert "不允许" in assert_error(
        on_iphone.mobile("alert", action="accept", buttonLabel="好的"), "invalid element state"
    )
    assert_success(on_iphone.mobile("alert", action="dismiss", buttonLabel="无线局域网与蜂窝网络"))
    assert iphone.has("network")
    assert_error(on_iphone.mobile("alert", action="frob"), "invalid argument")
    android.ask("camera")
    assert_error(on_android.mobile("acceptAlert", buttonLabel="好的"), "invalid element state")
    assert_success(on_android.mobile("acceptAlert", buttonLabel="拒绝"))
    assert not android.has("camera")
    android.ask("microphone")
    assert_success(on_android.mobile("dismissAlert"))
    assert not android.has("microphone")


def test_an_alert_is_an_element_of_its_own(iphone: Asking) -> None:
    wire = iphone.begin()
    iphone.ask("camera")
    alert = wire.find("class name", "XCUIElementTypeAlert")
    assert wire.attribute(alert, "label") == wire.attribute(alert, "name") == "“示例”想访问相机"
    wire.click(wire.find("accessibility id", "允许"))
    assert iphone.has("camera")


@pytest.mark.parametrize(("wish", "granted"), [("autoAcceptAlerts", True), ("autoDismissAlerts", False)])
def test_alerts_may_be_answered_without_a_word(iphone: Asking, wish: str, granted: bool) -> None:
    wire = iphone.begin(**{wish: True})
    iphone.ask("camera", "microphone")
    assert wire.ask("GET", f"/session/{wire.session}")
    assert iphone.app.log[-1] == "answered"
    assert (iphone.has("camera"), iphone.has("microphone")) == (granted, granted)
    wire.ask("POST", "appium/settings", {"settings": {"defaultAlertAction": ""}})
    iphone.phone.permissions.revoke(PACKAGE)
    iphone.ask("camera")
    assert wire.ask("GET", "alert/text")


def test_a_call_is_no_alert(iphone: Asking, android: Asking) -> None:
    for asking in (iphone, android):
        wire = asking.begin()
        asking.phone.incoming_call("10086")
        assert_error(wire.send("POST", "alert/dismiss", {}), "no such alert")
        assert asking.phone.calls.state == "ringing"


def test_permissions_may_be_granted_beforehand(android: Asking) -> None:
    assert not android.has("camera")
    android.begin(autoGrantPermissions=True)
    assert android.phone.ask(PACKAGE, ["camera", "microphone", "storage"])


def test_the_language_of_the_phone_is_the_sessions_to_choose(android: Asking, iphone: Asking) -> None:
    android.begin(language="en", locale="US").ask("DELETE", "")
    assert android.phone.settings["language"] == "en-US"
    assert "go together" in assert_error(android.free.new(language="en"), "session not created")
    iphone.begin(language="en", locale="US")
    assert iphone.phone.settings["language"] == "zh-CN"


def test_androids_buttons_have_the_ids_that_scripts_know(android: Asking) -> None:
    wire = android.begin()
    place = "com.android.permissioncontroller:id/permission"
    android.ask("camera", "microphone", "storage")
    assert wire.text(wire.find("id", f"{place}_allow_one_time_button")) == "仅限这一次"
    wire.click(wire.find("id", f"{place}_deny_button"))
    wire.click(wire.find("id", f"{place}_allow_foreground_only_button"))
    wire.click(wire.find("id", f"{place}_allow_button"))
    assert [android.has(name) for name in ("camera", "microphone", "storage")] == [False, True, True]
