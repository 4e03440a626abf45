"""Target files: locators with their packages, every fault named, start or address but not both."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance import target
from conformance.naming import UnknownName
from conformance.phone import locating
from conformance.target import TargetError
from tests.conformance.conftest import TINY


def test_the_shipped_target_is_sound() -> None:
    found = target.load("simulated")
    assert found.kind == "simulated"
    assert target.names() == ["simulated"]
    for name in found.screens:
        assert locating.strategy(found.locator(name))


def test_an_id_bears_the_package_of_its_app() -> None:
    found = target.load("simulated")
    assert str(found.locator("main.login.account").value) == "com.xiaoyibang.main:id/account"


def test_holes_are_filled() -> None:
    found = target.load("simulated")
    assert found.locator("main.exams.exam", major="choral").value == "com.xiaoyibang.main:id/exam_choral"
    with pytest.raises(TargetError, match="major"):
        found.locator("main.exams.exam", subject="song")


@pytest.mark.parametrize("name", ["main.login.acount", "main.nowhere.at_all"])
def test_an_element_that_is_not_there_is_named_with_those_that_are(name: str) -> None:
    with pytest.raises(TargetError, match=rf"screens\.{name}.*main\.login\.account"):
        target.load("simulated").locator(name)


def test_a_text_in_a_selector_is_quoted() -> None:
    found = target.Locator("main.a.b", "text", '说"明\\')
    assert locating.strategy(found)[1] == 'new UiSelector().text("说\\"明\\\\")'


FAULTS = {
    "neither start nor address": ('start = ["{python}", "TARGET"]', "", "start, address", "either a command"),
    "a kind that is none": ('"device"', '"toy"', "kind", "simulated, device or mixed"),
    "a locator that is none": ('"id=scan"', '"scan"', "screens.aux.home.scan", "a locator"),
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
