"""Target files: locators with their packages, every fault named, start or address but not both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from conformance import target
from conformance.naming import UnknownName
from conformance.phone import locating
from conformance.target import Driver, TargetError
from tests.conformance.conftest import TINY


def test_the_shipped_target_is_sound() -> None:
    found = target.load("simulated")
    assert found.kind == "simulated"
    appium = ["appium-android", "appium-ios", "appium-mixed"]
    real = ["avd-pair", "real-android", "real-ios", "real-pair"]
    assert {"simulated", "manual-pair", *appium, *real} <= set(target.names())
    for name, ways in found.screens.items():
        for driver in ways:
            assert locating.strategy(found.locator(name, driver), driver)


def test_a_way_stands_for_both_drivers_or_for_the_one_that_it_names() -> None:
    found = target.load("simulated")
    assert found.screens["main.login.account"] == {"android": "id=account", "ios": "id=account"}
    assert set(found.screens["main.login.login"]) == {"android", "ios"}
    with pytest.raises(TargetError, match=r"screens\.system\.key\.back\.android.*ios"):
        found.locator("system.key.back", "android")


@pytest.mark.parametrize(("how", "driver"), [("ui", "ios"), ("predicate", "android"), ("chain", "android")])
def test_a_way_of_the_other_driver_is_told(how: str, driver: Driver) -> None:
    found = target.load("simulated")
    made = replace(found, screens={"main.a.b": dict.fromkeys(get_args(Driver), f"{how}=x")})
    with pytest.raises(TargetError, match="a table with android and ios"):
        made.locator("main.a.b", driver)


def test_capabilities_are_those_of_every_phone_and_those_of_its_driver(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    text = (TINY / "tiny.toml").read_text(encoding="utf-8")
    asked = "capabilities = { 'appium:a' = 1, ios = { 'appium:b' = 2 } }\n"
    path.write_text(asked + text, encoding="utf-8")
    assert target.load(str(path)).capabilities == {
        "android": {"appium:a": 1},
        "ios": {"appium:a": 1, "appium:b": 2},
    }


def test_an_iphone_may_call_an_app_otherwise() -> None:
    app = target.App("com.example.main", "主", "com.example.Main")
    assert (app.id("android"), app.id("ios")) == ("com.example.main", "com.example.Main")
    assert target.load("simulated").app("main").id("ios") == "com.xiaoyibang.main"


def test_holes_are_filled() -> None:
    found = target.load("simulated")
    assert found.locator("main.exams.exam", major="choral").value == "exam_choral"
    with pytest.raises(TargetError, match="major"):
        found.locator("main.exams.exam", subject="song")


@pytest.mark.parametrize("name", ["main.login.acount", "main.nowhere.at_all"])
def test_an_element_that_is_not_there_is_named_with_those_that_are(name: str) -> None:
    with pytest.raises(TargetError, match=rf"screens\.{name}.*main\.login\.account"):
        target.load("simulated").locator(name)


WAYS: list[tuple[Driver, str, str, str, str]] = [
    ("android", "id", "scan", "id", "com.example:id/scan"),
    ("android", "id", "android:id/button1", "id", "android:id/button1"),
    ("android", "text", '说"明\\', "-android uiautomator", 'new UiSelector().text("说\\"明\\\\")'),
    ("android", "has", "调整", "-android uiautomator", 'new UiSelector().textContains("调整")'),
    ("android", "desc", "返回", "accessibility id", "返回"),
    ("ios", "id", "scan", "accessibility id", "scan"),
    ("ios", "text", '说"明', "-ios predicate string", 'label == "说\\"明" OR value == "说\\"明"'),
    ("ios", "has", "调整", "-ios predicate string", 'label CONTAINS "调整" OR value CONTAINS "调整"'),
    ("ios", "chain", "**/XCUIElementTypeButton", "-ios class chain", "**/XCUIElementTypeButton"),
]


@pytest.mark.parametrize(("driver", "how", "value", "by", "sought"), WAYS)
def test_each_driver_has_its_own_way(driver: Driver, how: str, value: str, by: str, sought: str) -> None:
    found = target.Locator("main.a.b", how, value, "com.example")
    assert locating.strategy(found, driver) == (by, sought)


def test_elements_of_the_system_bear_no_package() -> None:
    found = replace(target.load("simulated"), screens={"system.a.b": {"android": "id=button1"}})
    assert locating.strategy(found.locator("system.a.b"))[1] == "button1"


FAULTS = {
    "neither start nor address": ('start = ["{python}", "TARGET"]', "", "start, address", "either a command"),
    "a kind that is none": ('"device"', '"toy"', "kind", "simulated, device or mixed"),
    "a locator that is none": ('"id=scan"', '"scan"', "screens.aux.home.scan", "a locator"),
    "a locator in a table that is none": (
        '"id=scan"',
        '{ ios = "scan" }',
        "screens.aux.home.scan.ios",
        "a locator",
    ),
    "a driver that is none": (
        '"id=scan"',
        '{ iso = "id=scan" }',
        "screens.aux.home.scan.iso",
        "did you mean ios?",
    ),
    "an app that is missing": ("aux = { package", "tablet = { package", "apps", "aux"),
    "a hole that nothing fills": ('"{python}"', '"{pyhton}"', "start[0]", "{python} {season} {seed}"),
    "braces that are no hole": ('"{python}"', '"print({})"', "start[0]", "{{ and }}"),
    "an unknown key": ('kind = "device"', 'kind = "device"\nknid = 1', "knid", "did you mean kind?"),
}


@pytest.mark.parametrize(("old", "new", "key", "expected"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_named(tmp_path: Path, old: str, new: str, key: str, expected: str) -> None:
    path = tmp_path / "mine.toml"
    text = (TINY / "tiny.toml").read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(TargetError) as error:
        target.load(str(path))
    assert key in str(error.value)
    assert expected in str(error.value)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match=r"no target .*'simulatd'.*did you mean simulated\?"):
        target.load("simulatd")
