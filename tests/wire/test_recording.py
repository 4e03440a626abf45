"""Screen recordings are films of what the screen showed; the logs tell what happened on the phone."""

import base64
import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest

from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.webdriver import Endpoint
from tests.phone.kit import NOON, PACKAGE, phone
from tests.wire.client import Wire, assert_error

SYSTEMS = {"UiAutomator2": ("Android", "xiaomi-redmi-9a"), "XCUITest": ("iOS", "iphone-7")}


@pytest.fixture(params=SYSTEMS)
def driver(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def device(driver: str, tmp_path: Path) -> Phone:
    made, _, _ = phone(tmp_path, SYSTEMS[driver][1])
    return made


@pytest.fixture
def wire(driver: str, device: Phone) -> Wire:
    return Wire(Endpoint(lambda: {device.udid: device}, Turns())).begin(SYSTEMS[driver][0])


def advance(device: Phone, seconds: float) -> None:
    device.world.advance(device.world.now() + timedelta(seconds=seconds))  # type: ignore[attr-defined]


def frames(answer: str) -> list[tuple[float, Any]]:
    """Each frame's second and pixels."""
    with av.open(io.BytesIO(base64.b64decode(answer)), "r") as film:
        return [(float(frame.time or 0), frame.to_ndarray(format="bgr24")) for frame in film.decode(video=0)]


def like(film: Any, picture: bytes) -> float:
    """The mean difference of a frame and a screenshot, from 0 to 255."""
    screen = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
    assert screen is not None
    small = cv2.resize(screen, (film.shape[1], film.shape[0]), interpolation=cv2.INTER_AREA)
    return float(np.abs(small.astype(int) - film.astype(int)).mean())


def test_a_film_shows_each_screen_when_it_was_shown(wire: Wire, device: Phone) -> None:
    assert wire.ask("POST", "appium/start_recording_screen", {"options": {}}) == ""
    screens = [device.screenshot()]
    advance(device, 3)
    wire.mobile("activateApp", appId=PACKAGE, bundleId=PACKAGE)
    screens.append(device.screenshot())
    advance(device, 2)
    wire.mobile("lock")
    screens.append(device.screenshot())
    advance(device, 1)
    film = frames(wire.ask("POST", "appium/stop_recording_screen", {}))
    assert [round(second) for second, _ in film] == [0, 3, 5, 6]
    for number, (_, pixels) in enumerate(film):
        differences = [like(pixels, screen) for screen in screens]
        assert differences.index(min(differences)) == min(number, 2)
        assert min(differences) < 4
    assert wire.ask("POST", "appium/stop_recording_screen", {"options": {}}) == ""


def test_a_film_ends_when_its_time_is_up(wire: Wire, device: Phone) -> None:
    wire.ask("POST", "appium/start_recording_screen", {"options": {"timeLimit": "2", "videoSize": "200x401"}})
    advance(device, 600)
    film = frames(wire.ask("POST", "appium/stop_recording_screen"))
    assert film[-1][0] == 2
    assert film[0][1].shape == (400, 200, 3)


def test_a_second_start_gives_back_the_first_or_throws_it_away(wire: Wire) -> None:
    start = ("POST", "appium/start_recording_screen")
    assert wire.ask(*start, {"options": {}}) == ""
    assert frames(wire.ask(*start, {"options": {}}))
    assert wire.ask(*start, {"options": {"forceRestart": True}}) == ""


WRONG = [
    {"timeLimit": 0},
    {"timeLimit": 99_999},
    {"timeLimit": "soon"},
    {"videoSize": "large"},
    {"videoSize": 7},
]


@pytest.mark.parametrize("options", WRONG)
def test_a_recording_that_cannot_be(wire: Wire, options: dict[str, object]) -> None:
    answer = wire.send("POST", "appium/start_recording_screen", {"options": options})
    assert next(iter(options)) in assert_error(answer, "invalid argument")


def test_a_recording_is_not_sent_elsewhere(wire: Wire) -> None:
    answer = wire.send("POST", "appium/stop_recording_screen", {"options": {"remotePath": "http://x/"}})
    assert_error(answer, "unsupported operation")


LINES = {
    "UiAutomator2": (
        "logcat",
        [
            f"I PackageManager: Package {PACKAGE} installed, version 1",
            f":{PACKAGE} for top-activity {PACKAGE}",
            "E AndroidRuntime: FATAL EXCEPTION: main",
            f"E AndroidRuntime: Process: {PACKAGE}, PID: ",
            f"I ActivityManager: Process {PACKAGE} (pid ",
            "I ConnectivityService: Network mobile is up",
        ],
    ),
    "XCUITest": (
        "syslog",
        [
            f"<Notice>: Installed {PACKAGE}, version 1",
            f"<Notice>: Bootstrapping {PACKAGE} with process ",
            "termination reported: crash",
            "configd",
        ],
    ),
}


def test_the_log_tells_what_happened_once_by_the_phones_clock(driver: str, wire: Wire, device: Phone) -> None:
    device.clock.set(offset=timedelta(hours=1))
    device.launch(PACKAGE)
    device.crash(PACKAGE)
    device.network.set(kind="mobile")
    name, expected = LINES[driver]
    lines = wire.ask("POST", "se/log", {"type": name})
    assert len(lines) == len(expected)
    for line, words in zip(lines, expected, strict=True):
        assert words in line["message"]
        assert line["level"] == "ALL"
    assert lines[1]["timestamp"] == round((NOON + timedelta(hours=1)).timestamp() * 1000)
    assert "13:00:00" in lines[1]["message"]
    assert wire.ask("POST", "log", {"type": name}) == []
    device.lock()
    assert len(wire.ask("POST", "se/log", {"type": name})) == 1


def test_the_types_of_logs(driver: str, wire: Wire) -> None:
    types = wire.ask("GET", "se/log/types")
    assert types == wire.ask("GET", "log/types")
    assert LINES[driver][0] in types
    assert LINES[driver][0] in assert_error(
        wire.send("POST", "se/log", {"type": "browser"}), "invalid argument"
    )


def test_a_crash_leaves_a_report_on_an_iphone(driver: str, wire: Wire, device: Phone) -> None:
    device.launch(PACKAGE)
    device.crash(PACKAGE)
    if driver == "XCUITest":
        (report,) = wire.ask("POST", "se/log", {"type": "crashlog"})
        assert report["message"].startswith(f"Process: {PACKAGE} [")
    else:
        assert_error(wire.send("POST", "se/log", {"type": "crashlog"}), "invalid argument")
