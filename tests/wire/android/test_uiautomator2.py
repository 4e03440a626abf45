"""The UiAutomator2 server's own shapes: every request becomes one of the endpoint's, and its answer is turned back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.core.turns import Turns
from simulators.wire.android.server import Server
from simulators.wire.android.server.asking import Row
from simulators.wire.android.server.serving import ROWS
from simulators.wire.webdriver.asgi import Answer
from simulators.wire.webdriver.call import ELEMENT
from tests.wire.small_phone import PACKAGE, SmallPhone

ID = f"{PACKAGE}:id/"


@dataclass
class Driver:
    """What the driver says to the server of a phone."""

    server: Server
    session: str = ""

    def send(self, method: str, path: str, body: object = None) -> Answer:
        base = f"/session/{self.session}" if self.session else ""
        return self.server.handle(method, f"{base}{path}", b"" if body is None else json.dumps(body).encode())

    def ask(self, method: str, path: str, body: object = None) -> Any:
        answer = self.send(method, path, body)
        assert answer.status == 200, answer.payload
        assert answer.payload["sessionId"] == (self.session or None)
        return answer.payload["value"]

    def find(self, strategy: str, selector: str, context: str = "") -> str:
        wanted = {"strategy": strategy, "selector": selector, "context": context, "multiple": False}
        return str(self.ask("POST", "/element", wanted)[ELEMENT])


def begun(phone: SmallPhone) -> Driver:
    driver = Driver(Server(phone, Turns()))
    answer = driver.send(
        "POST", "/session", {"capabilities": {"firstMatch": [{"odd": 1}], "alwaysMatch": {}}}
    )
    assert answer.status == 200, answer.payload
    assert answer.payload["sessionId"] == answer.payload["value"]["sessionId"]
    return Driver(driver.server, answer.payload["sessionId"])


@pytest.fixture
def driver(phone: SmallPhone) -> Driver:
    phone.launch(PACKAGE)
    return begun(phone)


def test_before_a_session_it_says_that_it_is_ready_and_lists_none(phone: SmallPhone) -> None:
    server = Driver(Server(phone, Turns()))
    assert server.ask("GET", "/status")["ready"] is True
    assert server.ask("GET", "/sessions") == []


def test_it_holds_one_session_and_a_new_one_ends_it(phone: SmallPhone) -> None:
    first = begun(phone)
    again = Driver(first.server).send("POST", "/session", {"capabilities": {}}).payload["sessionId"]
    assert [one["id"] for one in Driver(first.server).ask("GET", "/sessions")] == [again]
    refused = first.send("GET", "/source")
    assert (refused.status, refused.payload["value"]["error"]) == (404, "invalid session id")
    assert refused.payload["sessionId"] == first.session
    assert Driver(first.server, again).ask("DELETE", "") is None
    assert Driver(first.server).ask("GET", "/sessions") == []


def test_an_element_is_found_by_strategy_and_selector_also_within_another(driver: Driver) -> None:
    source = driver.ask("GET", "/source")
    assert source.startswith("<?xml")
    found = driver.ask(
        "POST", "/elements", {"strategy": "xpath", "selector": "//*", "context": "", "multiple": True}
    )
    assert len(found) > 1
    assert set(found[0]) == {ELEMENT, "ELEMENT"}
    screen = found[0][ELEMENT]
    assert driver.find("class name", "android.widget.Button", screen) in {one[ELEMENT] for one in found}


def test_what_is_not_there_is_no_such_element(driver: Driver) -> None:
    answer = driver.send("POST", "/element", {"strategy": "id", "selector": f"{ID}nowhere", "context": ""})
    assert (answer.status, answer.payload["value"]["error"]) == (404, "no such element")


def test_a_field_is_written_into_after_or_in_the_place_of_what_was_there(driver: Driver) -> None:
    field = driver.find("class name", "android.widget.EditText")
    driver.ask("POST", f"/element/{field}/value", {"elementId": field, "text": "王", "replace": False})
    driver.ask("POST", f"/element/{field}/value", {"elementId": field, "text": "芳", "value": ["芳"]})
    assert driver.ask("GET", f"/element/{field}/text") == "王芳"
    driver.ask("POST", f"/element/{field}/value", {"elementId": field, "text": "李", "replace": True})
    assert driver.ask("GET", f"/element/{field}/text") == "李"
    driver.ask("POST", "/keys", {"text": "强"})
    assert driver.ask("GET", f"/element/{field}/attribute/text") == "李强"


def test_what_an_element_is_called_is_its_description(driver: Driver) -> None:
    button = driver.find("class name", "android.widget.Button")
    said = driver.ask("GET", f"/element/{button}/attribute/content-desc")
    assert driver.ask("GET", f"/element/{button}/name") == said
    box = driver.ask("GET", f"/element/{button}/rect")
    assert driver.ask("GET", f"/element/{button}/location") == {"x": box["x"], "y": box["y"]}
    assert driver.ask("GET", f"/element/{button}/size") == {"width": box["width"], "height": box["height"]}


def test_a_gesture_begins_at_an_element_or_a_point(driver: Driver) -> None:
    button = driver.find("class name", "android.widget.Button")
    assert driver.ask("POST", "/appium/gestures/click", {"origin": {ELEMENT: button}}) is None
    assert driver.ask("POST", "/appium/gestures/click", {"offset": {"x": 5, "y": 5}}) is None
    area = {"left": 100, "top": 400, "width": 600, "height": 900}
    scroll = {"area": area, "direction": "down", "percent": 1.0}
    assert driver.ask("POST", "/appium/gestures/scroll", scroll) in (True, False)
    drag = {"start": {"x": 9, "y": 900}, "end": {"x": 9, "y": 300}}
    assert driver.ask("POST", "/appium/gestures/drag", drag) is None


FACTS: Mapping[str, object] = {
    "/appium/device/battery_info": {"level": 0.8, "status": 3},
    "/appium/device/declared_orientation": "PORTRAIT",
    "/orientation": "PORTRAIT",
    "/window/current/size": {"width": 1080, "height": 2340},
    "/appium/settings": {},
}


@pytest.mark.parametrize("path", FACTS)
def test_the_phone_tells_of_itself(driver: Driver, path: str) -> None:
    assert driver.ask("GET", path) == FACTS[path]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.path}")
def test_every_row_leads_to_a_command_that_the_endpoint_knows(driver: Driver, row: Row) -> None:
    """It may refuse the words, but it never says that it knows of no such command."""
    path = row.path.format(session=driver.session, element="e", to="e", name="text", handle="current")
    value = driver.server.handle(row.method, path, b"").payload["value"]
    code = value.get("error", "") if isinstance(value, dict) else ""
    assert code not in ("unknown command", "unknown method"), value


@given(
    st.sampled_from(ROWS),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(
                    ["strategy", "selector", "context", "text", "value", "origin", "area", "params", "offset"]
                ),
                x,
            )
        ),
    ),
)
def test_no_body_brings_it_down(row: Row, body: object) -> None:
    phone = SmallPhone()
    phone.launch(PACKAGE)
    driver = begun(phone)
    path = row.path.format(session=driver.session, element="e", to="e", name="n", handle="h")
    answer = driver.server.handle(row.method, path, json.dumps(body).encode())
    assert answer.status in (200, 400, 404, 500)
    assert set(answer.payload) == {"sessionId", "value"}
