"""What is another string in each run gets a short name, and what belongs to a lab alone is not kept."""

from __future__ import annotations

from typing import Any

import pytest

from conformance.tapes import essence
from conformance.tapes.naming import ELEMENT, Names, within


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        ("/session", ("", "/session")),
        ("/status", ("", "/status")),
        ("/session/4f-1", ("4f-1", "")),
        ("/session/4f-1/element/7/click", ("4f-1", "/element/7/click")),
    ],
)
def test_a_session_is_taken_out_of_its_path(path: str, inside: tuple[str, str]) -> None:
    assert within(path) == inside


def test_sessions_and_elements_are_named_by_the_order_of_their_appearance() -> None:
    names = Names()
    assert names.opened("b") == "S1"
    assert names.path("/session/b/elements") == ("S1", "/elements")
    assert names.data({"value": [{ELEMENT: "x", "ELEMENT": "x"}, {ELEMENT: "y"}]}) == {
        "value": [{ELEMENT: "E1", "ELEMENT": "E1"}, {ELEMENT: "E2"}]
    }
    assert names.path("/session/a/element/y/attribute/text") == ("S2", "/element/E2/attribute/text")
    assert names.path("/session/a/element/active") == ("S2", "/element/active")


@pytest.mark.parametrize(
    ("path", "body", "kept"),
    [
        (
            "/session",
            {
                "capabilities": {
                    "alwaysMatch": {"appium:udid": "u", "appium:adbPort": 5137},
                    "firstMatch": [{}],
                }
            },
            {},
        ),
        ("/worlds", {"season": "/some/where.toml", "seed": 1}, {"seed": 1}),
        ("/element/E1/value", {"text": "ab", "value": ["a", "b"]}, {"text": "ab"}),
        (
            "/actions",
            {
                "actions": [
                    {"type": "key", "actions": [{"type": "keyDown", "value": "a"}]},
                    {"type": "pointer"},
                ]
            },
            {
                "actions": [
                    {"type": "key", "actions": [{"type": "keyDown", "value": "*"}]},
                    {"type": "pointer"},
                ]
            },
        ),
        ("/elements", {"using": "id", "value": "x"}, {"using": "id", "value": "x"}),
        ("/elements", None, None),
    ],
)
def test_what_makes_a_request_the_same_request(path: str, body: Any, kept: Any) -> None:
    assert essence.of("POST", path, body) == kept
    assert essence.of("PUT", path, body) == body
