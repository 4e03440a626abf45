"""Settings: what each may be, who hears of a change, and what airplane mode takes away."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from simulators.phone.settings import CHOICES, DEFAULTS, Settings, Value
from tests.phone.kit import PACKAGE, phone

FITS = [
    ("ringer", "silent"),
    ("media_volume", 0),
    ("font_scale", 1.3),
    ("font_scale", 2),
    ("font", "华文楷体"),
    ("language", "en-US"),
    ("auto_lock_seconds", 30),
    ("assistant_key", False),
]
WRONG = [
    ("ringer", "loud", "one of normal, vibrate, silent"),
    ("media_volume", 16, "a whole number from 0 to 15"),
    ("media_volume", 1.0, "a whole number from 0 to 15"),
    ("font_scale", 0.1, "a number from 0.5 to 2"),
    ("font_scale", True, "a number from 0.5 to 2"),
    ("font", "", "the name of a font"),
    ("language", "Chinese", "a language such as zh-CN"),
    ("dark_mode", 1, "one like False"),
]


@pytest.mark.parametrize(("name", "value"), FITS)
def test_what_fits_is_kept_and_told(name: str, value: Value) -> None:
    settings = Settings()
    heard: list[Mapping[str, Value]] = []
    settings.watch(heard.append)
    settings.set({name: value, "flashlight": False})
    settings.set({name: value})
    assert settings[name] == value
    assert heard == [{name: value}]


@pytest.mark.parametrize(("name", "value", "said"), WRONG)
def test_what_does_not_fit_is_told_and_changes_nothing(name: str, value: Value, said: str) -> None:
    settings = Settings()
    with pytest.raises(ValueError, match=f"setting {name} is .* expected {said}"):
        settings.set({"flashlight": True, name: value})
    assert settings.as_dict() == DEFAULTS


def test_an_unknown_setting_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="no setting 'colour'; there are airplane_mode"):
        Settings().set({"colour": "red"})


def test_every_default_fits_its_own_setting() -> None:
    assert all(choice.fits(choice.default) for choice in CHOICES.values())


def test_airplane_mode_takes_the_network_and_the_call_and_gives_the_network_back(tmp_path: Path) -> None:
    device, app, _ = phone(tmp_path)
    device.launch(PACKAGE)
    device.incoming_call("13900001111")
    device.settings.set({"airplane_mode": True})
    assert (device.network.up, device.calls.state) == (False, "idle")
    device.incoming_call("13900001111")
    device.receive_message("10086", "余额不足")
    assert (device.calls.state, device.messages) == ("idle", [])
    device.settings.set({"airplane_mode": False})
    assert device.network.up
    assert app.log == ["launched", "network", "network"]


def test_a_network_that_was_away_stays_away_after_a_flight(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    device.network.up = False
    for airplane in (True, False):
        device.settings.set({"airplane_mode": airplane})
    assert not device.network.up


def test_the_volume_keys_turn_up_and_down(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    device.settings.set({"muted": True, "media_volume": 14})
    for _ in range(3):
        device.press("volume_up")
    assert (device.settings["muted"], device.settings["media_volume"]) == (False, 15)
    for _ in range(20):
        device.press("volume_down")
    assert device.settings["media_volume"] == 0
