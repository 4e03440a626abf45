"""How a phone stands, held against the season: each aspect as it should be and otherwise, numbers at their limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from conformance import season
from conformance.readiness import Grade, Inquiry, Occasion, conditions, grade
from conformance.readiness.aspects import ASPECTS
from conformance.readiness.model import too_little
from conformance.readiness.questions import QUESTIONS
from conformance.target import Driver

SEASON = season.load("zjcm-2023")
EXAM = Occasion(SEASON, 60, time(9, 45), time(11, 5, 20))
LONG = replace(EXAM, minutes=120)
LEAST = SEASON.limit("free_storage_bytes")
GOOD: Mapping[str, str] = {
    "roles": "", "no_calls": "开启", "filmed": "关闭", "playing": "无", "alarms": "无", "opened": "无",
    "dark_mode": "关闭", "night_display": "关闭", "camera_night_mode": "关闭", "ringer": "响铃", "media_volume": "8/15",
    "do_not_disturb": "关闭", "ring_volume": "5/15", "own_font": "系统默认字体", "font_size": "标准", "language": "简体中文",
    "assistant_key": "关闭", "locks_by_itself": "永不", "network": "Wi-Fi", "bars": "3 格", "free_bytes": "20 GB",
}  # fmt: skip


class Silent:
    """A phone whose driver tells its battery and its apps, and nothing else."""

    udid, name = "phone-1", "main"
    kind: Driver = "ios"

    def __init__(self, level: float = 1.0, charges: bool = True, apps: tuple[str, ...] = ("m",)) -> None:
        self.known: dict[str, Any] = {"batteryInfo": {"level": level, "state": 2 if charges else 1}}
        self.apps = apps

    def command(self, name: str, arguments: Mapping[str, Any]) -> Any:
        return arguments["bundleId"] in self.apps if name == "isAppInstalled" else self.known.get(name)


class Person:
    def __init__(self, **answers: str) -> None:
        self.answers = {**GOOD, **answers}
        self.asked: list[str] = []

    def ask(self, _: str, __: str, question: Any) -> str | None:
        self.asked.append(question.fact)
        return self.answers.get(question.fact)


APPS = {"main": "m", "aux": "a"}


def found(
    aspect: str, occasion: Occasion = EXAM, phone: Silent | None = None, answers: Mapping[str, str] = GOOD
) -> Grade:
    (remark,) = conditions(Inquiry(phone or Silent(), APPS, Person(**answers)), occasion, [aspect])
    assert all([remark.said.en, remark.said.zh, remark.asked.en, remark.asked.zh])
    return remark.grade


CASES: list[tuple[str, Grade, Mapping[str, str]]] = [
    ("calls", "unfit", {"no_calls": "关闭"}),
    ("filmed", "unfit", {"filmed": "正在录屏"}),
    ("playing", "unfit", {"playing": "音乐"}),
    ("opened", "unfit", {"opened": "微信、浏览器"}),
    ("dark_mode", "unfit", {"dark_mode": "开启"}),
    ("night_display", "unfit", {"night_display": "on"}),
    ("camera_night_mode", "unfit", {"camera_night_mode": "开启"}),
    ("ringer", "unfit", {"ringer": "静音"}),
    ("ringer", "unfit", {"ringer": "振动"}),
    ("media_volume", "unfit", {"media_volume": "0/15"}),
    ("media_volume", "fit", {"media_volume": "1%"}),
    ("do_not_disturb", "advice", {"do_not_disturb": "开启"}),
    ("ringtone", "fit", {"ring_volume": "50%"}),
    ("ringtone", "advice", {"ring_volume": "51%"}),
    ("ringtone", "fit", {"ring_volume": "49%"}),
    ("font_size", "unfit", {"font_size": "小"}),
    ("font_size", "unfit", {"font_size": "大"}),
    ("language", "unfit", {"language": "English"}),
    ("assistant_key", "unfit", {"assistant_key": "开启"}),
    ("locks_by_itself", "advice", {"locks_by_itself": "30 秒"}),
    ("network", "fit", {"network": "5G"}),
    ("network", "fit", {"network": "4G"}),
    ("network", "advice", {"network": "3G"}),
    ("network", "unfit", {"network": "无服务"}),
    ("signal", "unfit", {"bars": "0"}),
    ("signal", "advice", {"bars": "2"}),
    ("signal", "fit", {"bars": "3"}),
    ("signal", "fit", {"bars": "4"}),
    ("alarms", "advice", {"alarms": "09:44"}),
    ("alarms", "unfit", {"alarms": "09:45"}),
    ("alarms", "unfit", {"alarms": "07:00、09:46"}),
    ("alarms", "unfit", {"alarms": "11:05"}),
    ("alarms", "advice", {"alarms": "11:06"}),
    ("room", "unfit", {"free_bytes": "19.99"}),
    ("room", "fit", {"free_bytes": "20.01 GB"}),
]


@pytest.mark.parametrize("aspect", [name for name in ASPECTS if name != "role"])
def test_a_phone_as_the_notice_wants_it_is_fit(aspect: str) -> None:
    assert found(aspect) == "fit"


@pytest.mark.parametrize(("aspect", "wanted", "answers"), CASES)
def test_each_otherwise(aspect: str, wanted: Grade, answers: Mapping[str, str]) -> None:
    assert found(aspect, answers=answers) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"), [("系统默认字体", "fit"), ("是", "fit"), ("否", "unfit"), ("华文行楷", "unfit")]
)
def test_only_where_fonts_can_be_exchanged_somebody_is_asked(said: str, wanted: Grade) -> None:
    phone = Silent()
    phone.kind = "android"
    assert found("own_font", phone=phone, answers={"own_font": said}) == wanted
    assert found("own_font", answers={"own_font": said}) == "fit"


@pytest.mark.parametrize(("percent", "charges", "wanted"), [
    (79, False, "advice"), (80, False, "fit"), (81, False, "fit"), (79, True, "fit"), (0, False, "advice"),
])  # fmt: skip
def test_battery_at_the_number_we_assume(percent: int, charges: bool, wanted: Grade) -> None:
    assert found("battery", phone=Silent(percent / 100, charges)) == wanted


@pytest.mark.parametrize(("minutes", "charges", "wanted"), [
    (89, False, "advice"), (90, False, "unfit"), (91, False, "unfit"), (120, True, "fit"), (60, True, "fit"),
])  # fmt: skip
def test_a_power_source_by_the_length_of_the_exam(minutes: int, charges: bool, wanted: Grade) -> None:
    assert found("power", replace(EXAM, minutes=minutes), Silent(charges=charges)) == wanted


@pytest.mark.parametrize(("apps", "role", "wanted"), [
    (("m",), "main", "fit"), (("a",), "aux", "fit"), (("m",), "", "fit"), (("m",), "aux", "unfit"),
    (("a",), "main", "unfit"), (("m", "a"), "main", "unfit"), ((), "main", "unfit"), ((), "", "unfit"),
])  # fmt: skip
def test_one_phone_one_app(apps: tuple[str, ...], role: str, wanted: Grade) -> None:
    assert found("role", replace(EXAM, role=role), Silent(apps=apps)) == wanted


@pytest.mark.parametrize(("apps", "may_go", "arrived", "wanted"), [
    (("m",), False, False, "fit"), (("m",), True, True, "fit"), (("m", "a"), False, False, "fit"),
    ((), False, True, "unfit"), ((), True, False, "unfit"), ((), True, True, "fit"), (("a",), False, True, "unfit"),
])  # fmt: skip
def test_an_app_stays_until_its_time_is_over_and_all_has_arrived(
    apps: tuple[str, ...], may_go: bool, arrived: bool, wanted: Grade
) -> None:
    later = replace(EXAM, role="main", may_go=may_go, arrived=arrived)
    assert found("kept", later, Silent(apps=apps)) == wanted


def test_a_season_without_numbers_of_our_own_advises_nothing() -> None:
    bare = replace(SEASON, limits={"free_storage_bytes": SEASON.limits["free_storage_bytes"]})
    silent = replace(EXAM, season=bare)
    assert found("battery", silent, Silent(0.01, charges=False)) == "fit"
    assert found("signal", silent, answers={"bars": "1"}) == "fit"


def test_what_nobody_can_tell_is_unknown_and_weighs_more_than_advice() -> None:
    phone = Inquiry(Silent(), APPS)
    remarks = conditions(phone, EXAM, ["ringer", "battery"])
    assert [(one.grade, one.told_by) for one in remarks] == [("unknown", "nobody"), ("fit", "phone")]
    assert remarks[0].asked == QUESTIONS["ringer"].text
    assert grade(remarks) == "unknown"


def test_what_is_no_answer_is_unknown() -> None:
    assert found("signal", answers={"bars": "好"}) == "unknown"


def test_the_operator_is_asked_once_for_each_fact_and_not_for_what_the_phone_tells() -> None:
    person = Person()
    asked = Inquiry(Silent(), APPS, person)
    conditions(asked, EXAM)
    conditions(asked, LONG)
    assert len(person.asked) == len(set(person.asked))
    assert not {"percent", "charges", "roles"} & set(person.asked)


def test_every_fact_is_asked_of_a_phone_or_of_an_operator() -> None:
    from conformance.readiness.queries import TABLES

    for table in (make(APPS) for make in TABLES.values()):
        missing = {fact for aspect in ASPECTS.values() for fact in aspect.facts} - set(table) - set(QUESTIONS)
        assert not missing


@pytest.mark.parametrize(
    ("free", "said"),
    [
        (2_000_000_000, "剩余存储空间 2.0 G，至少须有 20.0 G"),
        (19_999_999_999, "剩余存储空间 19.9 G，至少须有 20.0 G"),
        (20_000_000_050, "剩余存储空间 20,000,000,050 字节，至少须有 20,000,000,099 字节"),
    ],
)
def test_storage_is_told_in_gigabytes_unless_the_two_would_look_alike(free: int, said: str) -> None:
    least = 20_000_000_099 if free > 20_000_000_000 else 20_000_000_000
    assert too_little(free, least).zh == said
