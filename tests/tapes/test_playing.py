"""A tape answers as it was answered then, each exchange once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
import urllib3
from hypothesis import given
from hypothesis import strategies as st

from conformance.tapes.forms import Exchange, Tape
from conformance.tapes.playing import Playing, fits

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_what_was_asked_then_fits(asked: Any) -> None:
    assert fits(asked, asked)


@pytest.mark.parametrize(
    ("taped", "given", "fit"),
    [
        ("138****0007", "13812340007", True),
        ("138****0007", "13812340008", False),
        ("******", "anything", True),
        ("******3", "anything", True),
        ("a ******3 b", "a secret b", True),
        ("a ******3 b", "a secret c", False),
        ("100****3", "1001234", False),
        ("*", "", True),
        ({"text": "******"}, {"text": "x"}, True),
        ({"text": "******"}, {"text": "x", "more": 1}, False),
        ({"text": "a"}, {"word": "a"}, False),
        (["1", "*"], ["1", "2"], True),
        (["1", "*"], ["1"], False),
        (None, {}, False),
        (1, "1", False),
    ],
)
def test_anything_fits_where_something_was_masked(taped: Any, given: Any, fit: bool) -> None:
    assert fits(taped, given) is fit


def clock(now: str) -> Exchange:
    return Exchange("bench", "GET", "/clock", 200, answer={"now": now})


TAPE = Tape(
    "one",
    "simulated",
    (
        clock("1"),
        Exchange("phone", "POST", "/session", 200, session="S1", body={}, answer={"value": {"sessionId": "S1"}}),
        Exchange("phone", "GET", "/element/E1/text", 200, session="S1", answer={"value": "等候"}),
        clock("2"),
        Exchange("phone", "GET", "/screenshot", 200, session="S1", left_out="a film"),
        Exchange("bench", "GET", "/files/x", 200, raw="AAEC", kind="video/mp4"),
    ),
)  # fmt: skip


class Player:
    """A client of both doors."""

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self._http = urllib3.PoolManager(retries=False)

    def ask(self, door: Any, method: str, path: str, body: Any = None) -> tuple[int, bytes]:
        content = None if body is None else json.dumps(body).encode()
        said = self._http.request(method, self.playing.through("", door) + path, body=content)
        return said.status, said.data

    def told(self, door: Any, method: str, path: str, body: Any = None) -> Any:
        return json.loads(self.ask(door, method, path, body)[1])


@pytest.fixture
def player() -> Iterator[Player]:
    with closing(Playing({"one": TAPE})) as playing:
        playing.turn_to("one")
        yield Player(playing)


def test_each_exchange_is_told_once_and_in_its_order(player: Player) -> None:
    assert [player.told("bench", "GET", "/clock")["now"] for _ in range(2)] == ["1", "2"]
    status, said = player.ask("bench", "GET", "/clock")
    assert status == 501
    assert b"not on the tape of one" in said
    player.playing.turn_to("one")
    assert player.told("bench", "GET", "/clock") == {"now": "1"}


def test_a_session_goes_by_its_name_whatever_a_lab_has_called_it(player: Player) -> None:
    wish = {"capabilities": {"alwaysMatch": {"appium:udid": "u", "appium:systemPort": 8201}}}
    assert player.told("phone", "POST", "/session", wish)["value"]["sessionId"] == "S1"
    assert player.told("phone", "GET", "/session/S1/element/E1/text") == {"value": "等候"}
    assert player.told("phone", "GET", "/session/S2/element/E1/text")["value"]["error"] == "unknown command"


def test_what_was_left_out_says_so_and_what_is_no_json_comes_back_as_it_was(player: Player) -> None:
    status, said = player.ask("phone", "GET", "/session/S1/screenshot")
    assert status == 500
    assert b"left out of the tape: a film" in said
    assert player.ask("bench", "GET", "/files/x") == (200, b"\x00\x01\x02")


def test_a_scenario_that_was_not_recorded_is_not_answered(player: Player) -> None:
    player.playing.turn_to("another")
    assert player.ask("bench", "GET", "/clock")[0] == 501
