"""Through which drivers the phones of a run were judged, as the report says it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

from lxml import html

from reports.form import Text
from reports.junit import junit
from reports.overview import drivers
from reports.page import page
from tests.reports.sample import sample

REAL = Text("UiAutomator2 8.7.0, through Appium 3.8.0", "UiAutomator2 8.7.0（经由 Appium 3.8.0）")
OWN = Text("the target's own endpoint: too old", "被测对象自带的接口：系统过旧")


def test_each_driver_is_listed_with_the_number_of_its_scenarios(tmp_path: Path) -> None:
    bare = sample(tmp_path)
    first, second, *others = bare.scenarios
    told = (
        replace(first, drivers={"main": REAL, "aux": OWN}),
        replace(second, drivers={"main": REAL, "aux": REAL}),
    )
    run = replace(bare, scenarios=(*told, *others))
    assert {said: len(judged) for said, judged in drivers(run).items()} == {REAL: 2, OWN: 1}
    shown = "".join(map(str, html.fromstring(page(run, tmp_path)).itertext()))
    assert REAL.en in shown
    assert OWN.zh in shown
    assert "Drivers that the phones were judged through" in shown
    properties = {one.get("name"): one.get("value", "") for one in ET.fromstring(junit(run)).iter("property")}
    assert REAL.en in properties["driver of main"]


def test_where_there_is_one_way_to_the_phones_nothing_is_said_of_it(tmp_path: Path) -> None:
    run = sample(tmp_path)
    assert drivers(run) == {}
    assert "Drivers that the phones" not in page(run, tmp_path)
