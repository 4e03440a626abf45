"""The table of commands as a whole, the form of errors, and what any request at all is answered."""

import logging
import re
from datetime import timedelta

import pytest
from appium.webdriver.errorhandler import ERROR_TO_EXC_MAPPING
from lxml import etree

from simulators.core.turns import Turns
from simulators.wire.webdriver import Endpoint
from simulators.wire.webdriver.android.attributes import ATTRIBUTES
from simulators.wire.webdriver.call import ELEMENT, Command
from simulators.wire.webdriver.commands import COMMANDS
from simulators.wire.webdriver.errors import STATUS
from tests.wire.client import Wire, assert_error
from tests.wire.small_phone import Item, SmallPhone


def test_each_command_stands_once_in_the_table() -> None:
    rows = [(command.method, re.sub(r"\{\w+\}", "{}", command.path)) for command in COMMANDS]
    assert len(rows) == len(set(rows))


def test_the_errors_are_those_that_clients_know() -> None:
    assert set(STATUS) <= set(ERROR_TO_EXC_MAPPING)


IN_SESSION = [command for command in COMMANDS if "{session}" in command.path]


@pytest.mark.parametrize("command", IN_SESSION, ids=lambda command: f"{command.method} {command.path}")
def test_a_command_for_no_session_is_an_invalid_session_id(endpoint: Endpoint, command: Command) -> None:
    path = command.path.replace("{session}", "nobody")
    assert_error(endpoint.handle(command.method, path, b"{}"), "invalid session id")


OF_ELEMENT = [command for command in IN_SESSION if "{element}" in command.path]


@pytest.mark.parametrize("command", OF_ELEMENT, ids=lambda command: f"{command.method} {command.path}")
def test_a_command_for_no_element_is_no_such_element(wire: Wire, command: Command) -> None:
    path = command.path.replace("{session}", wire.session).replace("{element}", "none")
    body = {"using": "id", "value": "x", "text": "x"}
    assert_error(wire.send(command.method, path, body), "no such element")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "",
        "/wd/hub/status",
        "/session/{}/url",
        "/session/{}/cookie",
        "/session/{}/element/x/shadow",
        "/a/b?c",
    ],
)
def test_a_command_that_there_is_not_is_unknown(wire: Wire, path: str) -> None:
    assert_error(wire.send("GET", "/" + path.lstrip("/").format(wire.session)), "unknown command")


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "source"), ("GET", "element"), ("DELETE", "/status"), ("PATCH", "")]
)
def test_a_method_that_a_command_does_not_take_is_unknown(wire: Wire, method: str, path: str) -> None:
    assert_error(wire.send(method, path), "unknown method")


BROKEN = [
    b"{",
    b"[]",
    b"7",
    b'"text"',
    b"null",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"using": NaN}',
    b"1" * 5000,
    b"{}{}",
]


@pytest.mark.parametrize("body", BROKEN, ids=lambda body: repr(body[:12]))
def test_a_body_that_is_no_json_object_is_an_invalid_argument(wire: Wire, body: bytes) -> None:
    assert_error(wire.endpoint.handle("POST", f"/session/{wire.session}/element", body), "invalid argument")


WRONG_FIELDS = [
    ("element", {}),
    ("element", {"using": 7, "value": "x"}),
    ("elements", {"using": "id"}),
    ("timeouts", {"implicit": -1}),
    ("timeouts", {"implicit": "1"}),
    ("timeouts", {"implicit": 1.5}),
    ("timeouts", {"implicit": None}),
    ("timeouts", {"patience": 1}),
    ("timeouts", {"script": True}),
    ("appium/settings", {"settings": []}),
    ("orientation", {"orientation": "ASKEW"}),
    ("context", {}),
    ("execute/sync", {"args": []}),
    ("execute/sync", {"script": "mobile: lock", "args": [1]}),
    ("execute/sync", {"script": "mobile: lock", "args": [{}, {}]}),
    ("execute/sync", {"script": "mobile: lock", "args": {}}),
    ("appium/device/press_keycode", {"keycode": "4"}),
    ("appium/device/press_keycode", {"keycode": 9999}),
]


@pytest.mark.parametrize(("path", "body"), WRONG_FIELDS)
def test_a_wrong_field_is_an_invalid_argument(wire: Wire, path: str, body: object) -> None:
    assert assert_error(wire.send("POST", path, body), "invalid argument")


def test_no_element_says_what_was_looked_for(wire: Wire) -> None:
    answer = wire.send("POST", "element", {"using": "accessibility id", "value": "交卷"})
    assert "accessibility id '交卷'" in assert_error(answer, "no such element")
    assert wire.find_all("accessibility id", "交卷") == []


def test_an_implicit_wait_is_kept_and_answers_at_once(wire: Wire, phone: SmallPhone) -> None:
    before = phone.clock.now()
    assert wire.ask("POST", "timeouts", {"implicit": 3_600_000, "script": None}) is None
    assert wire.ask("GET", "timeouts") == {"implicit": 3_600_000, "pageLoad": 300_000, "script": None}
    assert_error(wire.send("POST", "element", {"using": "id", "value": "none"}), "no such element")
    assert phone.clock.now() - before == timedelta(0)


def test_settings_and_contexts(wire: Wire) -> None:
    assert wire.ask("POST", "appium/settings", {"settings": {"waitForIdleTimeout": 0}}) is None
    assert wire.ask("GET", "appium/settings") == {"waitForIdleTimeout": 0}
    assert wire.ask("GET", "contexts") == [wire.ask("GET", "context")] == ["NATIVE_APP"]
    assert wire.ask("POST", "context", {"name": "NATIVE_APP"}) is None
    assert_error(wire.send("POST", "context", {"name": "WEBVIEW_1"}), "unknown error")


def test_the_source_has_the_form_of_uiautomator2(wire: Wire) -> None:
    source = wire.ask("GET", "source")
    assert source.startswith("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<hierarchy ")
    root = etree.fromstring(source.encode())
    assert dict(root.items()) == {
        "index": "0",
        "class": "hierarchy",
        "rotation": "0",
        "width": "1080",
        "height": "2340",
    }
    nodes = [node for node in root.iter() if node is not root]
    assert all(node.keys() == list(ATTRIBUTES) and node.tag == node.get("class") for node in nodes)
    button = root.find(".//android.widget.Button[@resource-id='com.example.exam:id/login']")
    assert button is not None
    assert button.get("text") == "登录"
    assert button.get("bounds") == "[40,700][1040,800]"


@pytest.mark.parametrize("text", ["\x00", "\ud800", "a\x1bb", "\ufffe", "<&\">'", "😀"])
def test_no_text_spoils_the_source(wire: Wire, phone: SmallPhone, text: str) -> None:
    phone.typed["account"] = text
    assert etree.fromstring(wire.ask("GET", "source").encode()) is not None
    assert wire.find_all("xpath", "//android.widget.EditText")


def test_the_window_the_orientation_and_no_alert(wire: Wire) -> None:
    assert wire.ask("GET", "window/rect") == {"x": 0, "y": 0, "width": 1080, "height": 2340}
    assert wire.ask("GET", "orientation") == "PORTRAIT"
    wire.ask("POST", "orientation", {"orientation": "PORTRAIT"})
    assert_error(wire.send("POST", "orientation", {"orientation": "LANDSCAPE"}), "invalid element state")
    assert_error(wire.send("POST", "alert/accept", {}), "no such alert")


class Faulty(SmallPhone):
    def tree(self) -> Item:
        raise RuntimeError("the screen broke")


def test_a_fault_of_our_own_is_logged_and_answered_in_form(caplog: pytest.LogCaptureFixture) -> None:
    endpoint = Endpoint(lambda: PHONES_WITH_FAULT, Turns())
    wire = Wire(endpoint).begin(udid="faulty")
    with caplog.at_level(logging.ERROR):
        assert "the screen broke" in assert_error(wire.send("GET", "source"), "unknown error")
    assert "the screen broke" in caplog.text


PHONES_WITH_FAULT = {"faulty": Faulty("faulty")}


def test_a_command_is_a_turn(phones: dict[str, SmallPhone]) -> None:
    turns, holders = Turns(), []

    class Listening(SmallPhone):
        def press(self, key: str) -> None:
            holders.append((key, turns.holder))

    phones["phone-1"] = Listening("phone-1")
    wire = Wire(Endpoint(lambda: phones, turns)).begin(udid="phone-1")
    wire.ask("POST", "back", {})
    assert holders == [("back", f"webdriver POST /session/{wire.session}/back")]
    assert turns.holder is None


def test_an_element_reference_has_both_names(wire: Wire) -> None:
    reference = wire.ask("POST", "element", {"using": "id", "value": "login"})
    assert set(reference) == {ELEMENT, "ELEMENT"}
    assert len(set(reference.values())) == 1
