"""The tools of libimobiledevice, as a person would type them."""

import os
import plistlib
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from simulators.phone.phone import Phone
from tests.phone.kit import PACKAGE
from tests.wire.ios.usb.test_services import package

pytestmark = pytest.mark.needs_idevice
PATIENCE_S = 60
UDID = "phone-1"
Typed = Callable[..., str]


@pytest.fixture
def typed(plugged: str, tmp_path: Path) -> Typed:
    """What a command says; the tools keep nothing of the user's."""
    own = {"USBMUXD_SOCKET_ADDRESS": f"UNIX:{plugged}", "HOME": str(tmp_path)}

    def run(*words: str) -> str:
        done = subprocess.run(
            words, env={**os.environ, **own}, capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
        return done.stdout + done.stderr

    return run


def test_the_phone_is_listed(typed: Typed) -> None:
    assert typed("idevice_id", "-l").split() == [UDID]
    assert typed("idevice_id", UDID).strip() == "iPhone 13"


def test_the_phone_tells_of_itself(typed: Typed, device: Phone) -> None:
    assert typed("ideviceinfo", "-u", UDID, "-k", "ProductVersion").strip() == device.model.platform_version
    told = plistlib.loads(typed("ideviceinfo", "-u", UDID, "-x").encode())
    assert told["UniqueDeviceID"] == UDID
    device.battery.set(percent=42)
    assert "BatteryCurrentCapacity: 42" in typed("ideviceinfo", "-u", UDID, "-q", "com.apple.mobile.battery")


def test_a_computer_pairs_with_the_phone(typed: Typed) -> None:
    for command, said in (("pair", "Paired with"), ("validate", "Validated"), ("unpair", "Unpaired")):
        assert f"SUCCESS: {said}" in typed("idevicepair", "-u", UDID, command)
    assert "2023" in typed("idevicedate", "-u", UDID)


def test_apps_are_listed_installed_and_taken_away(typed: Typed, device: Phone, tmp_path: Path) -> None:
    tool = ("ideviceinstaller", "-u", UDID)
    assert f'{PACKAGE}, "1", "示例"' in typed(*tool, "-l")
    assert "Complete" in typed(*tool, "-U", PACKAGE)
    assert PACKAGE not in device.apps
    (tmp_path / "app.ipa").write_bytes(package())
    assert "Complete" in typed(*tool, "-i", str(tmp_path / "app.ipa"))
    assert device.apps[PACKAGE].version == "2.5"
    (tmp_path / "other.ipa").write_bytes(package("com.example.other"))
    assert "ApplicationVerificationFailed" in typed(*tool, "-i", str(tmp_path / "other.ipa"))


def test_the_log_is_followed(plugged: str, device: Phone) -> None:
    own = {**os.environ, "USBMUXD_SOCKET_ADDRESS": f"UNIX:{plugged}"}
    with subprocess.Popen(
        ["idevicesyslog", "-u", UDID], env=own, stdout=subprocess.PIPE, text=True
    ) as following:
        assert following.stdout is not None
        try:
            assert any(PACKAGE in line for line in following.stdout)
            device.lock()
            assert any("Device is locked" in line for line in following.stdout)
        finally:
            following.terminate()
