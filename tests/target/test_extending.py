"""A target file that says only in what it differs from another."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance import target
from conformance.target import TargetError
from conformance.target.appium import filled, holes


def written(folder: Path, name: str, text: str) -> str:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_what_a_file_does_not_say_is_as_in_the_one_that_it_extends(tmp_path: Path) -> None:
    mine = target.load(
        written(tmp_path, "mine", 'extends = "simulated"\nname = "mine"\n[labels]\nlate = "来晚了"\n')
    )
    base = target.load("simulated")
    assert (mine.name, mine.labels) == ("mine", {**base.labels, "late": "来晚了"})
    assert (mine.screens, mine.start, mine.features) == (base.screens, base.start, base.features)


def test_one_driver_s_way_is_laid_over_both_or_over_its_own(tmp_path: Path) -> None:
    text = (
        'extends = "simulated"\n[screens.main.login]\nlogin.ios = "id=go"\naccount = { android = "id=who" }\n'
    )
    found, base = target.load(written(tmp_path, "mine", text)), target.load("simulated")
    assert found.screens["main.login.login"] == {**base.screens["main.login.login"], "ios": "id=go"}
    assert found.screens["main.login.account"] == {"android": "id=who"}


def test_who_gives_an_address_inherits_no_start_and_the_other_way_round(tmp_path: Path) -> None:
    address = 'address = { webdriver = "http://127.0.0.1:1", bench = "http://127.0.0.1:2", token = "t" }\n'
    lab = written(tmp_path, "lab", f'extends = "simulated"\nname = "lab"\n{address}')
    assert (target.load(lab).start, target.load(lab).defects) == ((), None)
    again = target.load(written(tmp_path, "again", 'extends = "lab.toml"\nstart = ["true"]\n'))
    assert (again.name, again.start, again.address) == ("lab", ("true",), None)


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        ('"nowhere"', "'nowhere'"),
        ('"mine.toml"', "'mine.toml'"),
        ("3", "'3'"),
        ('"there.toml"', "'mine.toml'"),
    ],
)
def test_a_reference_that_leads_nowhere_or_in_a_circle_is_named(tmp_path: Path, ref: str, found: str) -> None:
    written(tmp_path, "there", 'extends = "mine.toml"\n')
    with pytest.raises(TargetError, match=rf"extends: found {found}, expected a shipped target"):
        target.load(written(tmp_path, "mine", f"extends = {ref}\n"))


def test_a_fault_of_the_whole_is_named_where_it_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(
        TargetError, match=r"mine\.toml: kind: found .*odd.*expected simulated, device or mixed"
    ):
        target.load(written(tmp_path, "mine", 'extends = "simulated"\nkind = "odd"\n'))


def test_the_holes_of_capabilities_are_filled_and_a_number_stays_one() -> None:
    asked = {"a": "{adb}", "b": "{adb_port}", "c": "at {adb}, {{so}}", "d": 3, "e": True}
    assert holes(asked) == {"adb", "adb_port"}
    assert filled(asked, {"adb": "127.0.0.1:1", "adb_port": 5037}) == {
        "a": "127.0.0.1:1", "b": 5037, "c": "at 127.0.0.1:1, {so}", "d": 3, "e": True,
    }  # fmt: skip


@pytest.mark.parametrize("value", ["{nobody}", "{", "{adb.x}", "{}"])
def test_a_hole_that_nothing_fills_is_a_fault(tmp_path: Path, value: str) -> None:
    text = f'extends = "simulated"\n[appium.android.capabilities]\n"appium:udid" = "{value}"\n'
    with pytest.raises(
        TargetError, match=r"appium\.android\.capabilities\.appium:udid.*no holes but \{adb\}"
    ):
        target.load(written(tmp_path, "mine", text))


def test_the_shipped_appium_targets_say_which_cables_they_need() -> None:
    needed = {name: target.load(name).appium for name in target.names() if name != "simulated"}
    assert {name: sorted(form.cables) for name, form in needed.items() if form} == {
        "appium-android": ["adb"], "appium-ios": ["wda"], "appium-mixed": ["adb", "wda"],
    }  # fmt: skip
