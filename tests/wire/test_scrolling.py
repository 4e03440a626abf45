"""What is longer than the screen: what each driver tells of it, and how it is brought into view."""

from datetime import datetime
from pathlib import Path

import pytest

from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.core.turns import Turns
from simulators.phone.element import Element
from simulators.phone.phone import Phone
from simulators.wire.webdriver import Endpoint
from simulators.wire.webdriver.locators.ui_scrollable import MOVES
from simulators.wire.webdriver.locators.uiautomator import GIVING, STAYING
from tests.phone.kit import NOON, PACKAGE, SmallApp
from tests.wire.client import Wire, assert_error

UIAUTOMATOR = "-android uiautomator"
SCROLLABLE = "new UiScrollable(new UiSelector().scrollable(true))"


class Shelf(SmallApp):
    """Forty rows, each with a button, in a part that scrolls."""

    def screen(self, now: datetime) -> Element:
        rows = tuple(
            Element("button", f"row_{number}", f"第 {number} 行", f"row {number}", tap=f"row_{number}")
            for number in range(40)
        )
        return Element("group", "shelf", style="whole", children=(
            Element("text", "top", "书架"), Element("group", "body", children=rows, style="body"),
        ))  # fmt: skip


@pytest.fixture
def app() -> Shelf:
    return Shelf()


def wire_to(model: str, app: Shelf, folder: Path) -> Wire:
    phone = Phone("p", DrivenClock(NOON), Chance(1), folder, model)
    phone.install(app)
    phone.launch(PACKAGE)
    platform = phone.model.platform
    return Wire(Endpoint(lambda: {"p": phone}, Turns())).begin(platform, noReset=True)


@pytest.fixture
def android(app: Shelf, tmp_path: Path) -> Wire:
    return wire_to("oppo-a55-5g", app, tmp_path)


@pytest.fixture
def iphone(app: Shelf, tmp_path: Path) -> Wire:
    return wire_to("iphone-15", app, tmp_path)


def numbers(wire: Wire) -> list[int]:
    """The rows that can be seen, by the attribute that the driver has for it."""
    names = [
        wire.attribute(one, "resource-id") for one in wire.find_all("class name", "android.widget.Button")
    ]
    return [int(name.rpartition("_")[2]) for name in names if name and "row_" in name]


def test_android_tells_nothing_of_what_is_out_of_sight(android: Wire) -> None:
    last = ("xpath", "//*[@text='第 39 行']")
    assert android.find_all(*last) == []
    assert "第 39 行" not in android.ask("GET", "source")
    android.ask("POST", "appium/settings", {"settings": {"allowInvisibleElements": True}})
    (row,) = android.find_all(*last)
    assert android.attribute(row, "displayed") == "false"
    assert_error(android.send("POST", f"element/{row}/click", {}), "element not interactable")


def test_a_uiscrollable_scrolls_until_it_sees_what_it_looks_for(android: Wire, app: Shelf) -> None:
    for row, looks_for in enumerate((
        'scrollIntoView(new UiSelector().text("第 0 行"))',
        'scrollTextIntoView("第 1 行")',
        'scrollDescriptionIntoView("row 2")',
        'getChildByText(new UiSelector().className("android.widget.Button"), "第 3 行")',
        'getChildByDescription(new UiSelector().className("android.widget.Button"), "row 4", true)',
        'getChildByInstance(new UiSelector().className("android.widget.Button"), 0)',
    )):  # fmt: skip
        android.find(UIAUTOMATOR, f"{SCROLLABLE}.scrollToEnd(10)")
        assert 39 in numbers(android)
        element = android.find(UIAUTOMATOR, f"{SCROLLABLE}.{looks_for}")
        android.click(element)
        assert app.log[-1] == f"tap row_{row % 5} row_{row % 5}"


def test_a_row_that_there_is_not_moves_nothing(android: Wire) -> None:
    before = numbers(android)
    assert android.find_all(UIAUTOMATOR, f'{SCROLLABLE}.scrollTextIntoView("第 40 行")') == []
    assert (
        android.find_all(UIAUTOMATOR, 'new UiScrollable(new UiSelector().text("书架")).scrollForward()') != []
    )
    assert numbers(android) == before


@pytest.mark.parametrize("way", sorted(MOVES))
def test_a_swipe_and_a_fling_go_their_way(android: Wire, way: str) -> None:
    back = "Backward" in way or "Beginning" in way
    if back:
        android.find(UIAUTOMATOR, f"{SCROLLABLE}.setAsVerticalList().flingToEnd(5)")
    before = numbers(android)
    steps = "(10)" if "To" in way else "()"
    found = android.find(UIAUTOMATOR, f"{SCROLLABLE}.{way}{steps}")
    assert android.attribute(found, "scrollable") == "true"
    after = numbers(android)
    assert (after < before) if back else (after > before)
    assert ("To" in way) <= (0 in after or 39 in after)


def test_every_call_of_a_uiscrollable_is_known() -> None:
    assert set(MOVES) < STAYING
    assert not STAYING & set(GIVING)


def test_an_iphone_keeps_what_is_out_of_sight_and_scrolls_to_it_for_a_tap(iphone: Wire, app: Shelf) -> None:
    row = iphone.find("accessibility id", "row_39")
    assert iphone.ask("GET", f"element/{row}/displayed") is False
    assert iphone.attribute(row, "visible") == "false"
    height = iphone.ask("GET", "window/rect")["height"]
    assert iphone.ask("GET", f"element/{row}/rect")["y"] > height
    iphone.click(row)
    assert app.log[-1] == "tap row_39 row_39"
    assert iphone.attribute(row, "visible") == "true"
    assert iphone.ask("GET", f"element/{row}/rect")["y"] < height
