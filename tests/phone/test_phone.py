"""The phone as a person and the world act on it."""

from datetime import timedelta
from pathlib import Path

import cv2
import numpy as np
import pytest

from simulators.core.clock import DrivenClock
from simulators.phone.model import names
from simulators.phone.phone import Phone, PhoneOff
from tests.phone.kit import NOON, PACKAGE, SmallApp, phone, tap

Made = tuple[Phone, SmallApp, DrivenClock]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return phone(tmp_path)


def test_an_icon_starts_its_app_and_home_leaves_it(made: Made) -> None:
    device, app, _ = made
    tap(device, f"icon_{PACKAGE}")
    device.press("home")
    tap(device, f"icon_{PACKAGE}")
    assert app.log == ["launched", "background home", "foreground"]


def test_taps_reach_what_is_enabled_only(made: Made) -> None:
    device, app, _ = made
    device.launch(PACKAGE)
    tap(device, "go")
    tap(device, "off")
    tap(device, "time")
    assert app.log == ["launched", "tap go go"]


def test_only_fields_take_text(made: Made) -> None:
    device, app, _ = made
    device.launch(PACKAGE)
    name, button = device.tree().find("name"), device.tree().find("go")
    assert name is not None
    assert button is not None
    device.type(name, "王芳")
    device.type(name, "，考生")
    device.type(button, "x")
    assert app.state == {"name": "王芳，考生"}
    device.clear(name)
    assert app.state == {"name": ""}


def test_a_declined_call_leaves_the_app_where_it_was(made: Made) -> None:
    device, app, _ = made
    device.launch(PACKAGE)
    device.incoming_call("13900001111")
    assert device.tree().find("caller") is not None
    tap(device, "decline")
    assert device.tree().find("go") is not None
    assert app.log == ["launched"]


def test_an_answered_call_takes_the_front_until_it_ends(made: Made) -> None:
    device, app, _ = made
    device.launch(PACKAGE)
    device.incoming_call("13900001111")
    tap(device, "answer")
    tap(device, "hang_up")
    assert app.log == ["launched", "background call_answered", "foreground"]


@pytest.mark.parametrize("setting", ["airplane_mode", "call_forwarding"])
def test_calls_that_are_kept_away_do_not_ring(made: Made, setting: str) -> None:
    device, _, _ = made
    device.settings.set({setting: True})
    device.incoming_call("1")
    assert device.calls.state == "idle"


def test_a_lock_tells_the_app_who_did_it(made: Made) -> None:
    device, app, _ = made
    device.launch(PACKAGE)
    device.lock()
    device.lock()
    tap(device, "unlock")
    device.lock(automatic=True)
    assert app.log == ["launched", "background screen_lock", "foreground", "background auto_lock"]


def test_a_crash_says_nothing_and_ends_the_recording(made: Made) -> None:
    device, app, clock = made
    device.launch(PACKAGE)
    device.recorder.start("a.mp4", PACKAGE)
    clock.advance(NOON + timedelta(seconds=5))
    device.crash(PACKAGE)
    assert app.log == ["launched", "killed"]
    assert device.recorder.state()["a.mp4"][0][2] == "crash"
    assert device.foreground is None


def test_closing_an_app_is_leaving_it(made: Made) -> None:
    device, app, _ = made
    device.launch(PACKAGE)
    device.terminate(PACKAGE)
    assert app.log == ["launched", "background exit", "killed"]


def test_a_phone_without_power_shows_nothing(made: Made) -> None:
    device, app, _ = made
    device.launch(PACKAGE)
    device.power_off()
    with pytest.raises(PhoneOff, match="switch it on"):
        device.tree()
    device.power_on()
    assert (app.log, device.running, device.boots) == (["launched", "killed"], set(), 2)


def test_an_empty_battery_takes_the_phone_down_at_its_instant(made: Made) -> None:
    device, app, clock = made
    device.launch(PACKAGE)
    device.battery.set(percent=1, plugged=False)
    clock.advance(NOON + timedelta(minutes=8, seconds=59))
    assert device.info()["on"] is True
    clock.advance(NOON + timedelta(minutes=9))
    assert device.info()["on"] is False
    assert app.log[-1] == "killed"


def test_the_status_bar_shows_the_phones_own_clock(made: Made) -> None:
    device, _, _ = made
    device.clock.set(offset=timedelta(minutes=-20))
    shown = device.tree().find("com.android.systemui:id/clock")
    assert shown is not None
    assert shown.text == "11:40"


def test_uptime_does_not_follow_the_phones_clock_but_its_drift(made: Made) -> None:
    device, _, clock = made
    device.clock.set(offset=timedelta(hours=3), drift_ppm=100)
    clock.advance(NOON + timedelta(seconds=10_000))
    assert device.uptime() == timedelta(seconds=10_001)


@pytest.mark.parametrize("model", names())
def test_a_screenshot_is_a_png_of_the_models_size(tmp_path: Path, model: str) -> None:
    device, _, _ = phone(tmp_path, model)
    device.launch(PACKAGE)
    picture = cv2.imdecode(np.frombuffer(device.screenshot(), np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    assert picture.shape == (device.model.height, device.model.width, 3)
    assert (picture == device.pixels()).all()


def test_unknown_keys_settings_and_apps_are_named(made: Made) -> None:
    device, _, _ = made
    with pytest.raises(ValueError, match="no key"):
        device.press("camera")
    with pytest.raises(ValueError, match="no setting"):
        device.settings.set({"typo": True})
    with pytest.raises(ValueError, match="like False"):
        device.settings.set({"auto_lock": 1})
    with pytest.raises(ValueError, match="not installed"):
        device.launch("com.example.none")
