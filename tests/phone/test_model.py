"""Models: what is shipped, what each answers as, and what a wrong file is told."""

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from simulators.phone.model import DEFAULT, ModelError, load, names, read
from simulators.phone.system import BadSystem, system_of
from simulators.phone.system import read as read_system
from tests.phone.kit import phone

ANSWERS = {
    "huawei-p9": ("Android", "apk"),
    "huawei-p40-pro": ("Android", "apk"),
    "huawei-mate-60-pro": ("Android", "apk"),
    "huawei-mate-70-pro": ("HarmonyOS", "hap"),
    "huawei-matepad-11": ("Android", "apk"),
    "oppo-a55-5g": ("Android", "apk"),
    "iphone-7": ("iOS", "ipa"),
    "ipad-9": ("iOS", "ipa"),
}
TEXT = (files("simulators.phone") / "models" / f"{DEFAULT}.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("model", "expected"), ANSWERS.items())
def test_a_model_answers_as_what_it_is(model: str, expected: tuple[str, str]) -> None:
    assert (load(model).platform, load(model).runs) == expected


def test_what_the_notice_names_is_there() -> None:
    shipped = [load(name) for name in names()]
    assert {model.brand for model in shipped} >= {"HUAWEI", "Xiaomi", "Redmi", "OPPO", "vivo", "Apple"}
    assert {model.os for model in shipped if model.form == "tablet"} == {"Android", "HarmonyOS", "iPadOS"}
    oldest = {os: min(model.version for model in shipped if model.os == os) for os in ("Android", "iOS")}
    assert oldest["Android"] < (7, 0) <= load("huawei-p10").version
    assert oldest["iOS"] < (10, 0) == load("iphone-7").version
    assert load(DEFAULT).released > date(2021, 1, 12)


@pytest.mark.parametrize("model", names())
def test_a_phone_says_what_its_model_is(tmp_path: Path, model: str) -> None:
    made, _, _ = phone(tmp_path, model)
    info = made.info()
    assert info["model_id"] == model
    assert ("harmonyVersion" in info) == (info["os"] == "HarmonyOS")
    assert (info["why_no_app"] is None) == (info["runs"] != "hap")
    assert (int(info["apiVersion"]) > 0) == (info["platform"] == "Android")
    assert system_of(made.model).name in ("Android", "HarmonyOS", "iOS")


def test_harmony_reports_the_version_of_its_android_layer(tmp_path: Path) -> None:
    info = phone(tmp_path, "huawei-mate-50")[0].info()
    told = [info[key] for key in ("os", "harmonyVersion", "platform", "platformVersion")]
    assert told == ["HarmonyOS", "3.0", "Android", "12"]


def test_an_unknown_model_names_those_there_are() -> None:
    with pytest.raises(ModelError, match="xiaomi-mi-10"):
        load("nokia-3310")


WRONG = [
    ('os = "Android"', 'os = "Symbian"', "os is 'Symbian', expected one of Android, HarmonyOS"),
    ('form = "phone"', 'form = "watch"', "form is 'watch', expected one of phone, tablet"),
    ("width = 720", 'width = "720"', "width is '720', expected <class 'int'>"),
    ("width = 720", "width = 0", "width is 0, expected a positive number"),
    ("width = 720", "breadth = 720", r"keys \['breadth', 'width'\] are missing or unknown"),
    ('brand = "OPPO"', 'brand = ""', "brand is '', expected some text"),
    ('os_version = "11"', 'os_version = "R"', "os_version is 'R', expected a version"),
    ("api_level = 30", "api_level = 0", "api_level is 0, expected a number above 0"),
    ("released = 2021-01-25", 'released = "2021"', "released is '2021', expected <class 'datetime.date'>"),
    ("128_000_000_000", "1", "system_bytes is 19000000000, expected less than storage_bytes"),
    ("width = 720", "width 720", "no TOML document"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), WRONG)
def test_a_wrong_file_is_told_where_and_what_is_expected(right: str, wrong: str, said: str) -> None:
    assert TEXT.count(right) == 1
    with pytest.raises(ModelError, match=f"models/x.toml: {said}"):
        read("x", TEXT.replace(right, wrong))


def test_a_wrong_system_is_told_where() -> None:
    with pytest.raises(BadSystem, match=r"systems/x\.toml: .*oses"):
        read_system("x.toml", 'name = "BeOS"')
