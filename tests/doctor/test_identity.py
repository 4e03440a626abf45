"""What phone it is, by what it tells: systems under their own names, versions, days, permissions, and what nobody tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance import season
from conformance.readiness import Grade, Inquiry, identity, making, market
from conformance.readiness.questions import QUESTIONS
from conformance.target import Driver

SEASON = season.load("zjcm-2023")
APPS = {"main": "m", "aux": "a"}
OPPO = {
    "getprop ro.product.brand": "OPPO\n", "getprop ro.product.model": "PEMM00\n", "getprop hw_sc.build.platform.version": "\n",
    "getprop ro.build.version.release": "11\n", "getprop ro.build.characteristics": "default\n",
    "dumpsys package m": "  Package [m] (1f):\n    versionCode=7\n    versionName=3.2.1\n",
    "getPermissions": ["android.permission.CAMERA", "android.permission.RECORD_AUDIO"],
}  # fmt: skip
MATE = {**OPPO, "getprop ro.product.brand": "HUAWEI", "getprop ro.product.model": "CET-AL00",
        "getprop hw_sc.build.platform.version": "3.0.0"}  # fmt: skip
UNLISTED = {**OPPO, "getprop ro.product.model": "V9999", "getprop ro.vivo.market.name": "vivo X999"}
IPHONE = {
    "deviceInfo": {
        "model": "iPhone",
        "lockdownInfo": {"ProductType": "iPhone14,5", "ProductVersion": "15.1"},
    },
    "listApps": {"m": {"CFBundleShortVersionString": "3.2.1", "CFBundleVersion": "7"}},
}
WITHOUT_CABLE = {"deviceInfo": {"model": "iPhone"}, "listApps": None}


class Telling:
    """A phone that answers what it is given, by the command's line or name."""

    udid, name = "phone-1", "main"

    def __init__(self, answers: Mapping[str, Any], kind: Driver) -> None:
        self.answers, self.kind = answers, kind

    def command(self, name: str, arguments: Mapping[str, Any]) -> Any:
        key = str(arguments["command"]) if name == "shell" else name
        return self.answers.get(key, "" if name == "shell" else None)


class Person:
    def __init__(self, **answers: str) -> None:
        self.answers = answers

    def ask(self, _: str, __: str, question: Any) -> str | None:
        return self.answers.get(question.fact)


def asked(answers: Mapping[str, Any], kind: Driver = "android", **told: str) -> Inquiry:
    return Inquiry(Telling(answers, kind), APPS, Person(**told))


def grades(inquiry: Inquiry) -> dict[str, Grade]:
    return {one.aspect: one.grade for one in identity.remarks(inquiry, SEASON)}


FIT = dict.fromkeys(("form", "system", "apps", "age", "brand", "model"), "fit")
PHONES: list[tuple[str, Mapping[str, Any], Driver, str, dict[str, str]]] = [
    ("an Android phone", OPPO, "android", "OPPO A55 5G", FIT),
    ("a HarmonyOS phone says Android's version, too", MATE, "android", "HUAWEI Mate 50", FIT),
    ("an iPhone", IPHONE, "ios", "Apple iPhone 13", FIT),
    ("nobody knows since when an unlisted model is sold", UNLISTED, "android", "OPPO vivo X999", {**FIT, "age": "unknown"}),
    ("HarmonyOS 5 runs no Android apps", {**MATE, "getprop hw_sc.build.platform.version": "5.0.0"}, "android",
     "HUAWEI Mate 50", {**FIT, "apps": "unfit"}),
    ("a tablet", {**OPPO, "getprop ro.build.characteristics": "tablet,nosdcard"}, "android", "OPPO A55 5G", {**FIT, "form": "unfit"}),
    ("an old Android", {**OPPO, "getprop ro.build.version.release": "6.0.1"}, "android", "OPPO A55 5G", {**FIT, "system": "advice"}),
    ("an iPhone without a cable", WITHOUT_CABLE, "ios", "Apple",
     {"form": "fit", "system": "unknown", "apps": "unknown", "age": "unknown", "brand": "unknown", "model": "unknown"}),
    ("a phone that tells nothing", {}, "android", "?", dict.fromkeys(FIT, "unknown")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "kind", "name", "wanted"), [row[1:] for row in PHONES], ids=[row[0] for row in PHONES]
)
def test_a_phone_is_what_it_tells(
    answers: Mapping[str, Any], kind: Driver, name: str, wanted: dict[str, str]
) -> None:
    inquiry = asked(answers, kind)
    assert grades(inquiry) == wanted
    assert str(identity.identity(inquiry)) == name


def test_an_operator_tells_what_the_phone_does_not() -> None:
    told = {"model": "iPhone 13", "released": "2021-09-24", "system": "ios 15.1"}
    assert grades(asked(WITHOUT_CABLE, "ios", **told)) == FIT


OWN: list[tuple[str, Mapping[str, Any], Driver, dict[str, str], dict[str, str]]] = [
    ("as it should be", OPPO, "android", {}, {"version": "fit", "permissions": "fit"}),
    ("without the microphone", {**OPPO, "getPermissions": ["android.permission.CAMERA"]}, "android", {},
     {"version": "fit", "permissions": "unfit"}),
    ("an iPhone's are looked up", IPHONE, "ios", {"main_allowed": "相机、麦克风、通知"}, {"version": "fit", "permissions": "fit"}),
    ("an iPhone that allows nothing", IPHONE, "ios", {"main_allowed": "未允许任何权限"}, {"version": "fit", "permissions": "unfit"}),
    ("nobody there", WITHOUT_CABLE, "ios", {}, {"version": "unknown", "permissions": "unknown"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "kind", "told", "wanted"), [row[1:] for row in OWN], ids=[row[0] for row in OWN]
)
def test_its_own_app(
    answers: Mapping[str, Any], kind: Driver, told: dict[str, str], wanted: dict[str, str]
) -> None:
    found = identity.app(asked(answers, kind, **told), "main")
    assert {one.aspect: one.grade for one in found} == wanted


def test_every_fact_can_be_told_by_a_person_too() -> None:
    for table in (make(APPS) for make in making.TABLES.values()):
        assert set(table) <= set(QUESTIONS)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("android 12", "Android 12"),
        ("鸿蒙 3.0", "HarmonyOS 3.0"),
        (" iOS15.1 ", "iOS 15.1"),
        ("12", None),
        ("windows 11", None),
    ],
)
def test_a_system_as_a_person_names_it(said: str, meant: str | None) -> None:
    assert QUESTIONS["system"].read(said) == meant


@given(st.text())
def test_whatever_a_phone_says_is_read_or_not_understood(said: str) -> None:
    inquiry = asked(dict.fromkeys(OPPO, said))
    assert set(grades(inquiry)) == set(FIT)
    assert len(identity.app(inquiry, "main")) == 2


@given(st.text())
def test_whatever_a_person_says_is_read_or_asked_again(said: str) -> None:
    for fact in ("released", "system", "main_allowed", "form", "model"):
        QUESTIONS[fact].read(said)


def test_the_models_are_those_of_the_makers() -> None:
    assert all(
        model.name and model.brand and model.released.year > 2010 for model in market.models().values()
    )
    assert market.released("no such code") is None
