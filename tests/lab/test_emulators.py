"""Two emulators, an unmodified Appium and the real adb: what target `avd-pair` declares is done by their consoles."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from appium.webdriver.webdriver import WebDriver
from selenium.common.exceptions import WebDriverException

from conformance import target as targets
from conformance.lab.appium import ways
from conformance.lab.byhand.bench import HandBench, HandWire
from conformance.phone.connecting import open_driver
from conformance.target import Address, Driver
from conformance.target.pairs import Device, PhonePair
from tests.walking.laboratory import simulation

pytestmark = [pytest.mark.needs_appium, pytest.mark.needs_adb]
FIRST = "47400"
PORT = "ANDROID_ADB_SERVER_PORT"


@dataclass
class Held:
    """A phone in the hand of its driver."""

    driver: WebDriver
    kind: Driver = "android"
    name: str = "main"

    def command(self, name: str, arguments: Mapping[str, Any]) -> Any:
        return self.driver.execute_script(f"mobile: {name}", dict(arguments))

    def does(self, name: str, arguments: Mapping[str, Any]) -> bool:
        try:
            self.command(name, arguments)
        except WebDriverException:
            return False
        return True


@dataclass
class Lab:
    bench: HandBench
    phones: dict[str, Held]
    main: str
    aux: str


@pytest.fixture
def lab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lab]:
    form = targets.load("appium-android").appium
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with ExitStack() as stack:
        (tmp_path / "lab").mkdir()
        outside = {"usbmuxd": str(tmp_path / "lab" / "socket")}
        appium = stack.enter_context(ways.serving(form, outside, private=True))
        assert appium is not None
        assert appium.adb is not None
        monkeypatch.setenv(PORT, str(appium.adb.port))
        told = stack.enter_context(simulation("--emulators", FIRST, "--announce"))
        serials = [phone["cables"]["adb"] for phone in told["phones"]]
        quick = {
            "appium:automationName": "UiAutomator2",
            "appium:adbPort": appium.adb.port,
            "appium:suppressKillServer": True,
            "appium:skipServerInstallation": True,
            "appium:skipDeviceInitialization": True,
        }
        main, aux = (Device(one, "android", capabilities=quick) for one in serials)
        pair = PhonePair("avds", main, aux)
        target = replace(targets.load("avd-pair"), pairs=(pair,))
        phones = {one: Held(open_driver(appium.server.url, target, one, "android")) for one in serials}
        for held in phones.values():
            stack.callback(held.driver.quit)
        bench = HandBench(HandWire(target, Address(appium.server.url, "", ""), pair))
        bench.lend(phones.__getitem__, lambda: None)
        yield Lab(bench, phones, *serials)


def test_consoles_do_what_takes_a_hand_elsewhere(lab: Lab, tmp_path: Path) -> None:
    main, shell = lab.phones[lab.main].driver, lab.phones[lab.main].command
    lab.bench.point_camera(lab.aux, {"screen": lab.main})
    assert (tmp_path / f"examgate-{lab.main}.png").read_bytes() == main.get_screenshot_as_png()
    lab.bench.set_battery(lab.main, percent=15, plugged=False)
    assert "level: 15" in shell("shell", {"command": "dumpsys battery"})
    lab.bench.send_message(lab.main, "10086", "流量 用完")
    assert shell("listSms", {})["items"][0]["body"] == "流量 用完"
    lab.bench.call(lab.main, "10010")
    assert "mCallState=1" in shell("shell", {"command": "dumpsys telephony.registry"})
    lab.bench.hang_up(lab.main)
    assert "mCallState=0" in shell("shell", {"command": "dumpsys telephony.registry"})
    lab.bench.set_network(lab.main, up=False)
    assert shell("getConnectivity", {}) == {"wifi": False, "data": False, "airplaneMode": False}
    assert {deed.by for deed in lab.bench.deeds} == {"driver"}
