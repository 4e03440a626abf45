"""The examiner's hand: both drivers' sources become one kind of tree, and keys that a phone lacks stand on its page."""

from __future__ import annotations

from typing import Any, cast

import pytest
from selenium.common.exceptions import (
    ElementNotInteractableException,
    ElementNotVisibleException,
    InvalidSessionIdException,
    NoSuchElementException,
    UnknownMethodException,
    WebDriverException,
)

from conformance import target
from conformance.outcome import NotShown, TransportLost
from conformance.phone import connecting, screentree
from conformance.phone.handset import Handset
from conformance.phone.keys import ACROSS_MS
from conformance.target import Driver

ANDROID = """<hierarchy width="1080" height="2340">
  <android.widget.TextView class="android.widget.TextView" resource-id="com.x:id/title" text="登录" content-desc="标题"
    bounds="[0,60][1080,200]" clickable="false" enabled="true" checked="false"/>
  <android.widget.CheckBox class="android.widget.CheckBox" text="" bounds="[0,200][90,290]" clickable="true"
    enabled="false" checked="true"/>
</hierarchy>"""
IOS = """<AppiumAUT><XCUIElementTypeApplication type="XCUIElementTypeApplication" name="小艺帮" label="小艺帮" x="0" y="0"
    width="390" height="844" enabled="true" visible="true">
  <XCUIElementTypeStaticText type="XCUIElementTypeStaticText" name="title" label="登录" value="登录" x="0" y="20"
    width="390" height="47" enabled="true" visible="true"/>
  <XCUIElementTypeTextField type="XCUIElementTypeTextField" name="account" label="账号" value="139" x="10" y="90"
    width="300" height="40" enabled="true" visible="true"/>
  <XCUIElementTypeButton type="XCUIElementTypeButton" name="登录" label="登录" value="1" x="10" y="140" width="100" height="40"
    enabled="false" visible="true"/>
  <XCUIElementTypeStaticText type="XCUIElementTypeStaticText" name="off" label="看不见" x="0" y="900" width="390"
    height="40" enabled="true" visible="false"/>
  <XCUIElementTypeSwitch type="XCUIElementTypeSwitch" name="agree" label="同意" value="1" x="0" y="200" width="50"
    height="30" enabled="true" visible="true"/>
  <XCUIElementTypeImage type="XCUIElementTypeImage" name="question" label="考题" value="写一首歌" x="0" y="300" width="90"
    height="30" enabled="true" visible="true"/>
</XCUIElementTypeApplication></AppiumAUT>"""


def test_uiautomator2s_source() -> None:
    tree = screentree.parse(ANDROID)
    title, box = tree["children"]
    assert tree["bounds"] == [0, 0, 1080, 2340]
    assert (title["id"], title["text"], title["desc"]) == ("com.x:id/title", "登录", "标题")
    assert title["bounds"] == [0, 60, 1080, 200]
    assert (box["clickable"], box["enabled"], box["checked"]) == (True, False, True)


def test_xcuitests_source() -> None:
    tree = screentree.parse(IOS, "ios")
    title, field, button, hidden, switch, picture = tree["children"]
    assert tree["bounds"] == [0, 0, 390, 844]
    assert (title["id"], title["text"], title["desc"], title["clickable"]) == ("title", "登录", "", False)
    assert (field["id"], field["text"], field["desc"]) == ("account", "139", "账号")
    assert (button["id"], button["text"], button["enabled"], button["clickable"]) == ("", "登录", False, True)
    assert button["bounds"] == [10, 140, 110, 180]
    assert (hidden["text"], hidden["clickable"]) == ("", False)
    assert (switch["text"], switch["checked"]) == ("同意", True)
    assert (picture["text"], picture["desc"]) == ("写一首歌", "考题")
    assert screentree.texts(tree) == ["小艺帮", "登录", "139", "账号", "登录", "同意", "写一首歌", "考题"]


@pytest.mark.parametrize("driver", ["android", "ios"])
def test_what_is_no_source_is_told(driver: Driver) -> None:
    with pytest.raises(ValueError, match="no XML"):
        screentree.parse("<hierarchy", driver)


class FakeDriver:
    """Writes down what is asked of it; every element is there."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        def ask(*arguments: Any) -> Any:
            self.asked.append((name, *arguments))
            return self

        return ask


def hand(kind: Driver) -> tuple[Handset, FakeDriver]:
    driver = FakeDriver()
    opened: list[tuple[str, Driver]] = []

    def connect(udid: str, asked: Driver) -> Any:
        opened.append((udid, asked))
        return driver

    made = Handset("u", "main", target.load("simulated"), cast(Any, connect), kind)
    assert made.driver is cast(Any, driver)
    assert opened == [("u", kind)]
    return made, driver


@pytest.mark.parametrize(
    ("kind", "key", "asked"),
    [
        ("android", "home", ("press_keycode", 3)),
        ("android", "back", ("press_keycode", 4)),
        ("ios", "home", ("execute_script", "mobile: pressButton", {"name": "home"})),
        ("ios", "power", ("lock",)),
        ("ios", "back", ("click",)),
    ],
)
def test_a_key_is_pressed_where_the_phone_has_it(kind: Driver, key: str, asked: tuple[Any, ...]) -> None:
    handset, driver = hand(kind)
    handset.press(key)
    assert driver.asked[-1] == asked


def test_where_an_iphone_s_page_has_no_way_back_a_finger_comes_from_the_edge(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    handset, driver = hand("ios")
    monkeypatch.setattr(driver, "find_elements", lambda *_: [], raising=False)
    monkeypatch.setattr(driver, "get_window_size", lambda: {"width": 390, "height": 844}, raising=False)
    handset.press("back")
    assert driver.asked == [("swipe", 0, 422, 195, 422, ACROSS_MS)]


def test_a_command_of_the_driver_is_asked_as_it_is() -> None:
    handset, driver = hand("android")
    assert handset.command("shell", {"command": "getprop"}) is cast(Any, driver)
    assert driver.asked[-1] == ("execute_script", "mobile: shell", {"command": "getprop"})


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (WebDriverException("Command exited with code 1"), None),
        (UnknownMethodException("no such command"), None),
        (InvalidSessionIdException("gone"), TransportLost),
        (ConnectionError("refused"), TransportLost),
    ],
)
def test_a_command_that_is_refused_tells_nothing_and_a_lost_driver_is_no_answer(
    fault: Exception, told: type[Exception] | None
) -> None:
    handset, driver = hand("ios")

    def broken(*_: object) -> None:
        raise fault

    driver.execute_script = broken  # type: ignore[attr-defined]
    if told is None:
        assert handset.command("batteryInfo", {}) is None
    else:
        with pytest.raises(told):
            handset.command("batteryInfo", {})


@pytest.mark.parametrize(("driver", "name"), [("android", "uiautomator2"), ("ios", "xcuitest")])
def test_the_session_is_asked_of_the_phones_own_driver(
    driver: Driver, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr(
        "appium.webdriver.Remote", lambda _url, options: asked.update(options.to_capabilities())
    )
    connecting.open_driver("http://phones", target.load("simulated"), "u", driver)
    assert asked["automationName"].lower() == name
    assert (asked["appium:udid"], asked["appium:autoLaunch"]) == ("u", False)


class LongPage(FakeDriver):
    """A page of three screens; the button stands on the last one, and is only there once it is in sight."""

    def __init__(self, last: int = 2, found: bool = True) -> None:
        super().__init__()
        self.at, self.last, self.found, self.touched = 0, last, found, 0

    @property
    def page_source(self) -> str:
        return f"<hierarchy width='10' height='20'><a text='{self.at}' label='{self.at}'/></hierarchy>"

    def find_element(self, _how: str, value: str) -> Any:
        if not self.find_elements("", value):
            raise NoSuchElementException(value)
        return self

    def find_elements(self, *_: str) -> list[Any]:
        return [self] if self.found and self.at == self.last else []

    def execute_script(self, _verb: str, wish: dict[str, Any]) -> None:
        self.at = {"down": min(2, self.at + 1), "up": max(0, self.at - 1)}[wish["direction"]]

    def click(self) -> None:
        self.touched += 1


@pytest.mark.parametrize("kind", ["android", "ios"])
@pytest.mark.parametrize(("at", "last"), [(0, 2), (2, 0), (1, 1)])
def test_what_stands_further_down_or_up_is_scrolled_to(kind: Driver, at: int, last: int) -> None:
    page = LongPage(last)
    page.at = at
    handset = Handset("u", "main", target.load("simulated"), cast(Any, lambda *_: page), kind)
    handset.tap("main.exam_page.code_entry")
    assert (page.touched, page.at) == (1, last)
    page.at = at
    handset.type("main.login.account", "139")
    assert page.asked[-2:] == [("clear",), ("send_keys", "139")]


@pytest.mark.parametrize("kind", ["android", "ios"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_whole_page_is_read_from_its_beginning_to_its_end(kind: Driver, at: int) -> None:
    page = LongPage()
    page.at = at
    handset = Handset("u", "main", target.load("simulated"), cast(Any, lambda *_: page), kind)
    assert handset.whole_page() == ["0", "1", "2"]


class RestlessPage(LongPage):
    """A page that never looks the same twice, as one with a clock on it."""

    def __init__(self) -> None:
        super().__init__(found=False)
        self.looked = 0

    @property
    def page_source(self) -> str:
        self.looked += 1
        return f"<hierarchy width='10' height='20'><a text='{self.looked}'/></hierarchy>"


def test_a_page_with_a_clock_is_not_scrolled_for_ever() -> None:
    handset = Handset("u", "main", target.load("simulated"), cast(Any, lambda *_: RestlessPage()))
    with pytest.raises(NotShown, match="code_entry"):
        handset.tap("main.exam_page.code_entry")


def test_what_is_nowhere_on_the_page_is_told() -> None:
    page = LongPage(found=False)
    handset = Handset("u", "main", target.load("simulated"), cast(Any, lambda *_: page))
    with pytest.raises(NotShown, match="code_entry"):
        handset.tap("main.exam_page.code_entry")


@pytest.mark.parametrize("fault", [ElementNotInteractableException, ElementNotVisibleException])
def test_what_cannot_be_touched_where_it_is_is_told_whatever_the_driver_calls_it(
    fault: type[WebDriverException],
) -> None:
    class Covered(LongPage):
        def click(self) -> None:
            raise fault

    page = Covered(last=0)
    handset = Handset("u", "main", target.load("simulated"), cast(Any, lambda *_: page))
    with pytest.raises(NotShown, match="in sight"):
        handset.tap("main.exam_page.code_entry")


def test_a_phone_that_is_switched_off_takes_the_session_along_and_comes_back_to_a_new_one() -> None:
    handset, driver = hand("android")
    handset.runs(True, 1)
    assert driver.asked == []
    handset.runs(False, 1)
    assert driver.asked == [("quit",)]
    assert not handset.opened
    with pytest.raises(TransportLost, match="switched off"):
        handset.source()
    handset.runs(True, 2)
    assert handset.driver is cast(Any, driver)


def test_a_phone_that_was_started_anew_unseen_has_lost_the_session_too() -> None:
    handset, driver = hand("android")
    handset.runs(True, 2)
    assert (driver.asked, handset.opened) == ([("quit",)], False)
