"""W3C actions: fingers and keys."""

from typing import Any

import pytest

from simulators.wire.webdriver.call import ELEMENT
from tests.wire.client import Wire, assert_error
from tests.wire.small_phone import SmallPhone

LOGIN = {"type": "pointerMove", "x": 540, "y": 750}
DOWN, UP, PAUSE = {"type": "pointerDown"}, {"type": "pointerUp"}, {"type": "pause", "duration": 100}


def finger(*actions: object, name: str = "finger1") -> dict[str, Any]:
    return {"type": "pointer", "id": name, "parameters": {"pointerType": "touch"}, "actions": actions}


def keyboard(*keys: str) -> dict[str, Any]:
    strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
    return {"type": "key", "id": "keyboard", "actions": strokes}


def test_down_and_up_at_one_place_is_a_tap(wire: Wire, phone: SmallPhone) -> None:
    wire.ask("POST", "actions", {"actions": [finger(LOGIN, DOWN, PAUSE, UP)]})
    assert phone.log == [("tap", "login")]
    assert wire.ask("DELETE", "actions") is None


def test_a_swipe_taps_nothing(wire: Wire, phone: SmallPhone) -> None:
    up_the_screen = {"type": "pointerMove", "origin": "pointer", "x": 0, "y": -400}
    wire.ask("POST", "actions", {"actions": [finger(LOGIN, DOWN, up_the_screen, UP)]})
    wire.ask("POST", "actions", {"actions": [finger(LOGIN, DOWN, {"type": "pointerCancel"}, UP)]})
    wire.ask("POST", "actions", {"actions": [finger(LOGIN, UP)]})
    assert phone.log == [("drag", "540,750", "540,350")]


def test_a_wheel_scrolls_what_lies_under_it(wire: Wire, phone: SmallPhone) -> None:
    roll = {"type": "scroll", "x": 540, "y": 750, "deltaX": 0, "deltaY": 300}
    wire.ask("POST", "actions", {"actions": [{"type": "wheel", "id": "w", "actions": [roll]}]})
    assert phone.log == [("drag", "540,750", "540,450")]


def test_an_element_may_be_the_origin(wire: Wire, phone: SmallPhone) -> None:
    agree = {"type": "pointerMove", "origin": {ELEMENT: wire.find("id", "agree")}, "x": 0, "y": 0}
    wire.ask("POST", "actions", {"actions": [finger(agree, DOWN, UP)]})
    assert phone.agreed


def test_two_fingers_are_two_taps(wire: Wire, phone: SmallPhone) -> None:
    agree = {"type": "pointerMove", "x": 540, "y": 550}
    account = {"type": "pointerMove", "x": 540, "y": 350}
    wire.ask(
        "POST", "actions", {"actions": [finger(agree, DOWN, UP), finger(account, DOWN, UP, name="finger2")]}
    )
    assert phone.log == [("tap", "agree"), ("tap", "account")]


def test_keys_go_to_the_field_that_was_tapped(wire: Wire, phone: SmallPhone) -> None:
    wire.ask("POST", "actions", {"actions": [keyboard("x")]})
    assert phone.typed == {}
    account = {"type": "pointerMove", "x": 540, "y": 350}
    wire.ask("POST", "actions", {"actions": [finger(account, DOWN, UP)]})
    wire.ask("POST", "actions", {"actions": [keyboard("王", "a", "\ue003", "b")]})
    assert phone.typed == {"account": "王b"}


WRONG = [
    ({}, "invalid argument"),
    ({"actions": [7]}, "invalid argument"),
    ({"actions": [{"type": "nose", "id": "n", "actions": []}]}, "invalid argument"),
    ({"actions": [{"type": "pointer", "actions": []}]}, "invalid argument"),
    (
        {"actions": [{"type": "pointer", "id": "f", "parameters": {"pointerType": "nose"}, "actions": []}]},
        "invalid argument",
    ),
    ({"actions": [finger({"type": "keyDown", "value": "a"})]}, "invalid argument"),
    ({"actions": [finger("down")]}, "invalid argument"),
    ({"actions": [finger({"type": "pause", "duration": -1})]}, "invalid argument"),
    ({"actions": [finger({"type": "pointerMove", "x": 1})]}, "invalid argument"),
    ({"actions": [finger({"type": "pointerMove", "x": 1, "y": 1, "origin": "moon"})]}, "invalid argument"),
    ({"actions": [finger({"type": "pointerMove", "x": 10**400, "y": 1})]}, "invalid argument"),
    ({"actions": [finger({"type": "pointerMove", "x": -1, "y": 1})]}, "move target out of bounds"),
    (
        {
            "actions": [
                {"type": "wheel", "id": "w", "actions": [{"type": "scroll", "x": 1, "y": 1, "deltaX": 0}]}
            ]
        },
        "invalid argument",
    ),
    (
        {
            "actions": [
                {
                    "type": "wheel",
                    "id": "w",
                    "actions": [{"type": "scroll", "x": 1, "y": 9999, "deltaX": 0, "deltaY": 1}],
                }
            ]
        },
        "move target out of bounds",
    ),
    ({"actions": [finger({"type": "pointerMove", "x": 1, "y": 2341})]}, "move target out of bounds"),
    (
        {"actions": [finger({"type": "pointerMove", "x": 1, "y": 1, "origin": {ELEMENT: "none"}})]},
        "no such element",
    ),
]


@pytest.mark.parametrize(("body", "code"), WRONG)
def test_actions_that_cannot_be_performed(wire: Wire, phone: SmallPhone, body: object, code: str) -> None:
    assert_error(wire.send("POST", "actions", body), code)
    assert phone.log == []
