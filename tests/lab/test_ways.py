"""Which way leads to a phone: through Appium where its driver takes it and its cables are there, else to the target's own endpoint."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from conformance import target
from conformance.bench.forms import Phone
from conformance.lab.appium import ways
from conformance.lab.appium.project import OWN, Project
from conformance.lab.appium.ways import Appium, Way
from conformance.outcome import TransportLost
from conformance.saying import Stopped
from conformance.target import Driver
from conformance.target.appium import AppiumForm
from reports.form import Text

NONE = cast(Any, None)


def appium(name: str = "appium-android") -> Appium:
    form = target.load(name).appium
    assert form
    return Appium(form, Project(OWN, "node"), NONE, NONE, "http://127.0.0.1:1")


def phone(**info: Any) -> Phone:
    return Phone("u", None, "main", "X", info=info, cables={})


CASES: list[tuple[Driver, dict[str, str], str]] = [
    ("android", {"apiVersion": "26"}, ""),
    ("android", {"apiVersion": "34"}, ""),
    ("android", {}, ""),
    (
        "android",
        {"apiVersion": "25"},
        "UiAutomator2 takes no system older than API level 26; this phone has 25",
    ),
    (
        "android",
        {"apiVersion": "0"},
        "UiAutomator2 takes no system older than API level 26; this phone has 0",
    ),
    ("ios", {"platformVersion": "17.2"}, "this target's phones of that kind are not plugged in"),
]


@pytest.mark.parametrize(("kind", "info", "why"), CASES)
def test_what_the_driver_does_not_take_is_judged_at_the_endpoint(
    kind: Driver, info: dict[str, str], why: str
) -> None:
    refusal = appium().refusal(phone(**info), kind)
    assert (refusal.en if refusal else "") == why


class Bench:
    """A bench with one phone."""

    def __init__(self, **info: Any) -> None:
        self.there = phone(**info)

    def phone(self, _: str) -> Phone:
        return self.there


def way(monkeypatch: pytest.MonkeyPatch, bench: Bench, through: Appium | None) -> tuple[Way, list[str]]:
    opened: list[str] = []
    monkeypatch.setattr(ways, "open_driver", lambda url, *_: opened.append(url))
    return Way("http://127.0.0.1:2", target.load("appium-android"), cast(Any, bench), through), opened


def test_it_is_said_which_way_was_taken_where_there_are_two(monkeypatch: pytest.MonkeyPatch) -> None:
    made, opened = way(monkeypatch, Bench(apiVersion="25"), appium())
    made.connect("u", "android")
    assert opened == ["http://127.0.0.1:2"]
    assert made.driven["u"].en.startswith("the target's own endpoint: UiAutomator2 takes no system older")
    made, opened = way(monkeypatch, Bench(apiVersion="25"), None)
    made.connect("u", "android")
    assert (opened, made.driven) == (["http://127.0.0.1:2"], {})


def test_a_phone_without_its_cable_is_lost_to_the_lab(monkeypatch: pytest.MonkeyPatch) -> None:
    made, opened = way(monkeypatch, Bench(apiVersion="30"), appium())
    with pytest.raises(TransportLost, match="tells no cable adb of phone u"):
        made.connect("u", "android")
    assert opened == []
    assert made.driven["u"].en == "UiAutomator2 8.7.0, through Appium 3.8.0"


def test_without_the_packages_the_lab_is_lost_with_the_line_that_installs_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def missing(_: AppiumForm) -> Project:
        raise Stopped(Text("it is missing", "缺少"))

    monkeypatch.setattr(ways, "installed", missing)
    form = target.load("appium-ios").appium
    with pytest.raises(TransportLost, match="it is missing"), ways.serving(form, {}, private=True):
        pass
