"""WebDriverAgent's API: its answers, its names, its errors; each is the endpoint's work under another name."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.ios.agent import Agent
from simulators.wire.ios.agent.agent import ROWS
from simulators.wire.ios.agent.elements import KEYBOARD
from simulators.wire.ios.agent.screen import SCOPE
from tests.phone.kit import PACKAGE, SmallApp, phone
from tests.wire.ios.usb.driver import Driver

WAYS = [
    ("accessibility id", "go"),
    ("id", "go"),
    ("name", "go"),
    ("class chain", "**/XCUIElementTypeButton[`name == 'go'`]"),
    ("predicate string", "type == 'XCUIElementTypeButton' AND label == '开始'"),
    ("xpath", "//XCUIElementTypeButton[@name='go']"),
    ("link text", "label=开始"),
    ("partial link text", "label=开"),
]


@pytest.mark.parametrize(("using", "value"), WAYS)
def test_an_element_is_found_under_every_name_of_a_strategy(
    driver: Driver, app: SmallApp, using: str, value: str
) -> None:
    driver.ask("POST", f"element/{driver.find(using, value)}/click", {})
    assert app.log[-1] == "tap go go"
    assert len(driver.ask("POST", "elements", {"using": using, "value": value})) == 1


def test_what_an_element_says_has_the_kinds_that_the_agent_gives(driver: Driver) -> None:
    button = driver.find("id", "go")
    told = {
        name: driver.ask("GET", f"element/{button}/{name}")
        for name in ("text", "name", "enabled", "displayed")
    }
    assert told == {"text": "开始", "name": "XCUIElementTypeButton", "enabled": True, "displayed": True}
    assert driver.ask("GET", f"element/{button}/attribute/wdVisible") is True
    assert driver.ask("GET", f"element/{button}/attribute/label") == "开始"
    assert driver.ask("GET", f"element/{button}/attribute/rect") == driver.ask(
        "GET", f"element/{button}/rect"
    )
    assert driver.ask("GET", f"wda/element/{button}/accessible") is True
    assert driver.refused("GET", f"element/{button}/attribute/colour") == "invalid argument"
    picture = base64.b64decode(driver.ask("GET", f"element/{button}/screenshot"))
    assert picture == base64.b64decode(driver.ask("GET", f"screenshot/{button}"))


def test_an_element_that_is_unknown_or_gone_is_stale(driver: Driver, device: Phone) -> None:
    button = driver.find("id", "go")
    assert driver.refused("GET", "element/nobody/text") == "stale element reference"
    device.background()
    assert driver.refused("POST", f"element/{button}/click", {}) == "stale element reference"
    assert driver.refused("POST", "element", {"using": "id", "value": "go"}) == "no such element"


@pytest.mark.parametrize(
    ("using", "value", "word"),
    [
        ("xpath", "//[", "invalid selector"),
        ("class chain", "**/", "invalid selector"),
        ("predicate string", "name ==", "invalid selector"),
        ("css selector", "#go", "invalid argument"),
        ("-ios class chain", "**/XCUIElementTypeButton", "invalid argument"),
    ],
)
def test_a_selector_that_cannot_be_read_is_refused(driver: Driver, using: str, value: str, word: str) -> None:
    assert driver.refused("POST", "element", {"using": using, "value": value}) == word


def test_typing_takes_text_or_characters(driver: Driver, app: SmallApp) -> None:
    field = driver.find("id", "name")
    driver.ask("POST", f"element/{field}/value", {"value": ["王", "芳"]})
    driver.ask("POST", f"element/{field}/value", {"value": "方"})
    driver.ask("POST", "wda/keys", {"value": ["1"]})
    driver.ask("POST", "wda/element/0/keyboardInput", {"keys": ["2"]})
    assert app.state["name"] == "王芳方12"
    driver.ask("POST", f"element/{field}/clear")
    assert app.state["name"] == ""
    assert driver.refused("POST", f"element/{field}/value", {}) == "invalid argument"
    assert (
        driver.refused("POST", f"element/{driver.find('id', 'go')}/value", {"value": "x"})
        == "invalid element state"
    )


def test_the_keyboard_is_there_as_long_as_a_field_has_it(driver: Driver) -> None:
    keyboard = {"using": "class name", "value": KEYBOARD}
    assert driver.refused("POST", "element", keyboard) == "no such element"
    assert driver.refused("POST", "wda/keyboard/dismiss", {}) == "invalid element state"
    driver.ask("POST", f"element/{driver.find('id', 'name')}/click", {})
    assert driver.ask("POST", "element", keyboard)
    assert len(driver.ask("POST", "elements", keyboard)) == 1
    driver.ask("POST", "wda/keyboard/dismiss", {"keyNames": ["done"]})
    assert driver.ask("POST", "elements", keyboard) == []


def test_a_session_begins_its_app_anew_and_ends_it(bare: Driver, device: Phone, app: SmallApp) -> None:
    bare.begin(bundleId=PACKAGE)
    assert device.foreground == PACKAGE
    first = bare.session
    bare.begin(bundleId=PACKAGE, forceAppLaunch=False, shouldTerminateApp=False)
    assert app.log == ["launched", "background exit", "killed", "launched"]
    assert bare.refused("GET", f"/session/{first}/source") == "invalid session id"
    bare.ask("DELETE", "")
    assert device.foreground == PACKAGE
    assert bare.refused("GET", "source") == "invalid session id"
    bare.begin(bundleId=PACKAGE)
    bare.ask("DELETE", "")
    assert device.foreground is None


def test_a_session_that_cannot_be_is_not_created(bare: Driver) -> None:
    def begin(first: object, always: object) -> str:
        return bare.refused(
            "POST", "/session", {"capabilities": {"firstMatch": first, "alwaysMatch": always}}
        )

    assert begin([{"bundleId": "com.example.other"}], {}) == "session not created"
    assert begin([{"bundleId": PACKAGE}], {"bundleId": PACKAGE}) == "session not created"
    assert bare.refused("POST", "/session", {}) == "invalid argument"


def test_the_agent_answers_what_is_asked_without_a_session(bare: Driver, device: Phone) -> None:
    assert bare.ask("GET", "/status")["os"]["version"] == device.model.platform_version
    assert bare.ask("GET", "/wda/locked") is False
    device.launch(PACKAGE)
    assert bare.ask("GET", "/wda/activeAppInfo")["bundleId"] == PACKAGE
    bare.ask("POST", "/wda/homescreen", {})
    assert device.foreground is None
    bare.ask("POST", "/wda/lock")
    assert device.locked
    bare.ask("POST", "/wda/device/appearance", {"name": "dark"})
    assert bare.ask("GET", "/wda/device/info")["userInterfaceStyle"] == "dark"
    assert bare.begin().session


@pytest.mark.parametrize(
    ("model", "kind", "name"), [("iphone-6s", "iphone", "iOS"), ("ipad-9", "ipad", "iPadOS")]
)
def test_every_model_says_what_it_is(tmp_path: Path, model: str, kind: str, name: str) -> None:
    made, _, _ = phone(tmp_path, model)
    told = Driver(Agent(made, Turns())).ask("GET", "/status")
    assert (told["device"], told["os"]["name"]) == (kind, name)
    assert told["os"]["version"] == made.model.platform_version


def test_the_source_has_the_form_and_the_scope_that_are_asked_for(driver: Driver) -> None:
    whole = etree.fromstring(driver.ask("GET", f"source?format=xml&scope={SCOPE}").encode())
    assert (whole.tag, whole[0].tag) == (SCOPE, "XCUIElementTypeApplication")
    assert etree.fromstring(driver.ask("GET", "source").encode()).tag == "XCUIElementTypeApplication"
    assert etree.fromstring(driver.ask("GET", "source?scope=Other").encode()).tag == "Other"
    bare = driver.ask("GET", f"source?format=xml&scope={SCOPE}&excluded_attributes=visible,index")
    assert "visible=" not in bare
    assert driver.ask("GET", "source?format=json")["type"] == "Application"
    assert driver.ask("GET", "source?format=description").startswith("Application,")
    assert driver.refused("GET", "source?format=yaml") == "invalid argument"


def test_apps_and_the_phone_are_driven(driver: Driver, device: Phone) -> None:
    def state() -> Any:
        return driver.ask("POST", "wda/apps/state", {"bundleId": PACKAGE})

    assert state() == 4
    assert driver.ask("POST", "wda/apps/terminate", {"bundleId": PACKAGE}) is True
    assert state() == 1
    driver.ask("POST", "wda/apps/launch", {"bundleId": PACKAGE, "arguments": [], "environment": {}})
    driver.ask("POST", "wda/deactivateApp", {"duration": 1})
    assert state() == 4
    driver.ask("POST", "wda/pressButton", {"name": "home"})
    driver.ask("POST", "wda/apps/activate", {"bundleId": PACKAGE})
    assert driver.ask("GET", "wda/apps/list")[0]["bundleId"] == PACKAGE
    assert set(driver.ask("GET", "wda/batteryInfo")) == {"level", "state"}
    text = base64.b64encode("考".encode()).decode()
    driver.ask("POST", "wda/setPasteboard", {"content": text, "contentType": "plaintext"})
    assert driver.ask("POST", "wda/getPasteboard", {"contentType": "plaintext"}) == text
    driver.ask("POST", "wda/simulatedLocation", {"latitude": 30.1, "longitude": 120.2})
    assert driver.ask("GET", "wda/device/location")["latitude"] == 30.1
    driver.ask("DELETE", "wda/simulatedLocation")
    assert device.position is None
    assert driver.refused("POST", "url", {"url": "https://example.com/"}) == "unknown error"
    assert driver.refused("POST", "wda/resetAppAuth", {"resource": 99}) == "invalid argument"
    assert driver.refused("POST", "wda/expectNotification", {"name": "x"}) == "timeout"
    driver.ask("POST", "wda/resetAppAuth", {"resource": 6})


def test_settings_are_told_whole(driver: Driver) -> None:
    told = driver.ask("POST", "appium/settings", {"settings": {"snapshotMaxDepth": 7}})
    assert told["snapshotMaxDepth"] == 7
    assert told == driver.ask("GET", "appium/settings")
    assert told["defaultAlertAction"] == ""


def test_gestures_go_to_an_element_or_to_the_app(driver: Driver, app: SmallApp) -> None:
    button = driver.find("id", "go")
    box = driver.ask("GET", f"element/{button}/rect")
    driver.ask("POST", f"wda/element/{button}/tap", {"x": 2, "y": 2})
    driver.ask("POST", "wda/tap", {"x": box["x"] + 3, "y": box["y"] + 3})
    driver.ask("POST", f"wda/element/{button}/doubleTap", {})
    assert app.log.count("tap go go") == 4
    driver.ask("POST", "wda/swipe", {"direction": "up"})
    driver.ask("POST", "wda/scroll", {"direction": "down", "distance": "0.5"})
    driver.ask("POST", f"wda/element/{button}/pressAndDragWithVelocity", {
        "pressDuration": 1, "holdDuration": 1, "velocity": 100, "toElement": button,
    })  # fmt: skip
    driver.ask(
        "POST", "wda/dragfromtoforduration", {"fromX": 1, "fromY": 90, "toX": 1, "toY": 400, "duration": 1}
    )
    assert (
        driver.refused("POST", f"wda/pickerwheel/{button}/select", {"order": "next"})
        == "invalid element state"
    )


def test_an_alert_is_read_and_answered(driver: Driver, device: Phone) -> None:
    assert driver.refused("GET", "alert/text") == "no such alert"
    assert driver.refused("GET", "wda/alert/buttons") == "no such alert"
    device.permissions.forget(PACKAGE, "camera")
    device.permissions.ask(PACKAGE, ["camera"])
    assert "示例" in driver.ask("GET", "alert/text")
    assert len(driver.ask("GET", "wda/alert/buttons")) == 2
    driver.ask("POST", "alert/accept", {})
    assert device.permissions.allows(PACKAGE, "camera")


def test_a_session_may_answer_every_alert_by_itself(bare: Driver, device: Phone) -> None:
    bare.begin(bundleId=PACKAGE, defaultAlertAction="dismiss")
    device.permissions.forget(PACKAGE, "camera")
    device.permissions.ask(PACKAGE, ["camera"])
    assert bare.refused("GET", "alert/text") == "no such alert"
    assert not device.permissions.allows(PACKAGE, "camera")


def test_nothing_is_known_of_a_phone_that_was_unplugged(driver: Driver) -> None:
    driver.agent.close()
    assert driver.refused("GET", "source") == "invalid session id"
    assert driver.refused("GET", "/status") == "invalid session id"


def test_a_phone_that_is_off_says_so(driver: Driver, device: Phone) -> None:
    device.power_off()
    assert driver.refused("GET", "source") == "unknown error"


def test_what_is_no_command_or_no_json_is_refused(driver: Driver) -> None:
    assert driver.refused("GET", "/wda/nothing") == "unknown command"
    assert driver.refused("DELETE", "source") == "unknown command"
    assert driver.agent.handle("POST", "/session", b"{").status == 400
    assert driver.agent.handle("POST", "/session", json.dumps([]).encode()).status == 400


def test_no_address_stands_twice_in_the_table() -> None:
    places = [(row.method, row.path) for row in ROWS]
    assert len(places) == len(set(places))
