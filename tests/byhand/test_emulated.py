"""Emulators of a lab: what their consoles do, so that no hand is needed."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conformance import target as targets
from conformance.lab.byhand import emulated
from conformance.lab.byhand.bench import HandBench, HandWire
from conformance.lab.byhand.emulated import CONSOLE
from conformance.outcome import ControlMissing
from conformance.target import Address
from tests.byhand.test_bench import Held

PAIR = targets.load("avd-pair")
MAIN, AUX = (one.udid for one in PAIR.pairs[0].devices.values())
DONE: list[tuple[str, Mapping[str, Any], tuple[str, ...]]] = [
    ("call", {"number": "10010"}, ("gsm call 10010",)),
    ("battery", {"percent": 4, "plugged": False}, ("power ac off", "power capacity 4")),
    ("network", {"bytes_per_second": 50_000, "latency_ms": 300, "jitter_ms": 100}, ("network speed 400", "network delay 200:400")),
    ("network", {"bars": 1}, ("gsm signal-profile 1",)),
    ("messages", {"sender": "10086", "text": "流量 用完"}, ("sms send 10086 流量 用完",)),
    ("camera", {"pointed_at": "desk"}, ("virtualscene-image wall",)),
]  # fmt: skip


def lines(commands: Any) -> tuple[str, ...]:
    return tuple(arguments["command"] for name, arguments in commands if name == CONSOLE)


@pytest.mark.parametrize(("control", "body", "typed"), DONE)
def test_the_console_does_it(control: str, body: Mapping[str, Any], typed: tuple[str, ...]) -> None:
    assert lines(emulated.reads("android", MAIN)[f"phones/{control}"](body)) == typed


NOT_DONE: list[tuple[str, Mapping[str, Any]]] = [
    ("network", {"loss": 0.5}),
    ("network", {}),
    ("battery", {}),
    ("call", {}),
    ("camera", {"pointed_at": "desk", "blur": 0.5}),
    ("camera", {"pointed_at": {"sheet": {"page": 1}}}),
]


@pytest.mark.parametrize(("control", "body"), NOT_DONE)
def test_what_it_cannot_do_is_left_to_others(control: str, body: Mapping[str, Any]) -> None:
    assert emulated.reads("android", MAIN)[f"phones/{control}"](body) is None


def test_a_phone_has_no_console() -> None:
    assert "phones/battery" not in emulated.reads("android", "R58M123")
    assert "phones/battery" not in emulated.reads("ios", "emulator-5554")


def test_who_called_hangs_up_and_a_network_goes() -> None:
    does = emulated.reads("android", AUX)
    assert does["phones/call"]({"hang_up": True}) == (("shell", {"command": "input keyevent 6"}),)
    assert does["phones/network"]({"up": False}) == (("setConnectivity", {"wifi": False, "data": False}),)


def bench(phones: Mapping[str, Held]) -> HandBench:
    made = HandBench(HandWire(PAIR, Address("http://127.0.0.1:9", "", "t"), PAIR.pairs[0]))
    made.lend(lambda udid: phones[udid], lambda: None)
    return made


def test_the_aux_camera_sees_the_main_phone_s_screen() -> None:
    phones = {MAIN: Held("android"), AUX: Held("android")}
    made = bench(phones)
    made.point_camera(AUX, {"screen": MAIN})
    (shot,), (shown,) = lines(phones[MAIN].did), lines(phones[AUX].did)
    assert shot.removeprefix("screenrecord screenshot ") == shown.removeprefix("virtualscene-image wall ")
    assert [deed.by for deed in made.deeds] == ["driver"]


def test_where_the_screen_is_not_to_be_had_nothing_is_shown() -> None:
    phones = {MAIN: Held("android", takes=False), AUX: Held("android")}
    with pytest.raises(ControlMissing):
        bench(phones).point_camera(AUX, {"screen": MAIN})
    assert phones[AUX].did == []


def test_a_picture_is_handed_over_as_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    body = {"pointed_at": {"picture": base64.b64encode(b"a picture").decode()}}
    (line,) = lines(emulated.reads("android", AUX)["phones/camera"](body))
    assert Path(line.removeprefix("virtualscene-image wall ")).read_bytes() == b"a picture"


def test_the_target_declares_what_there_is() -> None:
    offered = bench({}).controls().controls
    assert set(PAIR.features.controls) <= set(offered)
    assert replace(PAIR, name="x").operator is not None
