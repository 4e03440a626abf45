"""The unmodified Appium client on a real simulated Android phone and on an iPhone, side by side."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from appium.options.android import UiAutomator2Options
from appium.options.ios import XCUITestOptions
from appium.webdriver.common.appiumby import AppiumBy
from appium.webdriver.webdriver import WebDriver
from lxml import etree
from selenium.common.exceptions import (
    ElementClickInterceptedException,
    InvalidElementStateException,
    InvalidSelectorException,
    NoAlertPresentException,
    NoSuchElementException,
    SessionNotCreatedException,
)
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.core.turns import Turns
from simulators.phone.element import Element
from simulators.phone.phone import Phone
from simulators.wire.webdriver import Endpoint
from tests.phone.kit import NOON, PACKAGE, SmallApp
from tests.wire.test_appium_client import Wireless


class Diary(SmallApp):
    """A page with a way back, two fields, a box to tick and a button."""

    label = "日记"

    def screen(self, now: datetime) -> Element:
        header = Element("group", "header", style="header", children=(
            Element("button", "back", "〈", "返回", tap="back", style="header_back"),
            Element("text", "page_title", "日记", style="header_title"),
        ))  # fmt: skip
        written = self.state.get
        body = Element("group", "body", style="body", children=(
            Element("field", "title", written("title", ""), "标题", tap="focus"),
            Element("field", "words", written("words", ""), "正文", tap="focus", secret=True),
            Element("checkbox", "agree", "同意", checked=written("agreed", False), tap="agree"),
            Element("button", "save", "保存", tap="save"),
        ))  # fmt: skip
        return Element("group", "diary", style="whole", children=(header, body))

    def tap(self, action: str, element_id: str) -> None:
        super().tap(action, element_id)
        if action == "agree":
            self.state["agreed"] = not self.state.get("agreed", False)


@pytest.fixture
def app() -> Diary:
    return Diary()


@pytest.fixture
def phones(app: Diary, tmp_path: Path) -> dict[str, Phone]:
    made = {}
    for model in ("oppo-a55-5g", "iphone-15", "huawei-mate-70-pro"):
        made[model] = Phone(model, DrivenClock(NOON), Chance(1), tmp_path / model, model)
        if made[model].model.why_no_app is None:
            made[model].install(app)
    return made


@pytest.fixture
def endpoint(phones: dict[str, Phone]) -> Endpoint:
    return Endpoint(lambda: phones, Turns())


@pytest.fixture
def iphone(endpoint: Endpoint) -> Iterator[WebDriver]:
    options = XCUITestOptions().load_capabilities({"appium:bundleId": PACKAGE})
    with WebDriver(Wireless(endpoint), options=options) as driver:
        yield driver


@pytest.fixture
def android(endpoint: Endpoint) -> Iterator[WebDriver]:
    options = UiAutomator2Options().load_capabilities({"appium:appPackage": PACKAGE})
    with WebDriver(Wireless(endpoint), options=options) as driver:
        yield driver


def pixels(png: bytes) -> Any:
    picture = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return picture.shape[1], picture.shape[0]


def test_each_driver_is_given_its_own_phone(android: WebDriver, iphone: WebDriver) -> None:
    assert (android.capabilities["platformName"], iphone.capabilities["platformName"]) == ("Android", "iOS")
    assert (android.capabilities["appium:automationName"], iphone.capabilities["appium:automationName"]) == (
        "UiAutomator2", "XCUITest",
    )  # fmt: skip
    assert (android.capabilities["appium:udid"], iphone.capabilities["appium:udid"]) == (
        "oppo-a55-5g",
        "iphone-15",
    )


IPHONES_WAYS = [
    (AppiumBy.ACCESSIBILITY_ID, "save"),
    (AppiumBy.ID, "save"),
    (AppiumBy.IOS_PREDICATE, "type == 'XCUIElementTypeButton' AND label == '保存'"),
    (AppiumBy.IOS_CLASS_CHAIN, "**/XCUIElementTypeScrollView/XCUIElementTypeButton[-1]"),
    (AppiumBy.XPATH, "//XCUIElementTypeButton[@name='save']"),
    (AppiumBy.CSS_SELECTOR, "button#save"),
]


@pytest.mark.parametrize(("by", "value"), IPHONES_WAYS)
def test_an_element_is_found_in_every_way_of_an_iphone(
    iphone: WebDriver, app: Diary, by: str, value: str
) -> None:
    iphone.find_element(by, value).click()
    assert app.log[-1] == "tap save save"


ANDROIDS_WAYS = [
    (AppiumBy.ID, f"{PACKAGE}:id/save"),
    (AppiumBy.ANDROID_UIAUTOMATOR, 'new UiSelector().text("保存")'),
    (AppiumBy.XPATH, "//android.widget.Button[@text='保存']"),
    (AppiumBy.CSS_SELECTOR, "android.widget.Button[text='保存']"),
]


@pytest.mark.parametrize(("by", "value"), ANDROIDS_WAYS)
def test_an_element_is_found_in_every_way_of_android(
    android: WebDriver, app: Diary, by: str, value: str
) -> None:
    android.find_element(by, value).click()
    assert app.log[-1] == "tap save save"


def test_a_diary_is_written_on_an_iphone(iphone: WebDriver, app: Diary) -> None:
    title = iphone.find_element(AppiumBy.CLASS_NAME, "XCUIElementTypeTextField")
    assert title.text == title.get_attribute("placeholderValue") == "标题"
    title.send_keys("第一天", Keys.BACKSPACE, "周")
    assert title.get_attribute("value") == title.text == "第一周"
    assert iphone.is_keyboard_shown()
    assert iphone.switch_to.active_element == title
    title.send_keys(Keys.TAB, "密", Keys.ENTER)
    assert not iphone.is_keyboard_shown()
    assert app.state == {"title": "第一周", "words": "密"}
    title.clear()
    assert title.text == "标题"
    switch = iphone.find_element(AppiumBy.IOS_CLASS_CHAIN, "**/XCUIElementTypeSwitch[`value == '0'`]")
    ActionChains(iphone).click(switch).perform()
    assert switch.get_attribute("value") == "1"
    assert app.state["agreed"]
    iphone.back()
    assert app.log[-1] == "tap back back"
    with pytest.raises(InvalidElementStateException):
        switch.send_keys("x")


def test_an_iphone_is_measured_in_points_and_pictured_in_pixels(
    iphone: WebDriver, phones: dict[str, Phone]
) -> None:
    model = phones["iphone-15"].model
    assert pixels(iphone.get_screenshot_as_png()) == (model.width, model.height) == (1179, 2556)
    assert iphone.get_window_size() == {"width": 393, "height": 852}
    save = iphone.find_element(AppiumBy.ID, "save")
    assert save.size["width"] * 3 - pixels(save.screenshot_as_png)[0] in range(5)
    root = etree.fromstring(iphone.page_source.encode())
    assert [root.tag, root[0].tag, root[0].get("label")] == [
        "AppiumAUT",
        "XCUIElementTypeApplication",
        "日记",
    ]


def test_a_question_is_an_alert_to_either_client(
    android: WebDriver, iphone: WebDriver, phones: dict[str, Phone]
) -> None:
    for driver in (android, iphone):
        phone = phones[driver.capabilities["appium:udid"]]
        with pytest.raises(NoAlertPresentException):
            _ = driver.switch_to.alert.text
        phone.permissions.revoke(PACKAGE)
        phone.ask(PACKAGE, ["camera", "microphone"])
        assert "日记" in driver.switch_to.alert.text
        driver.switch_to.alert.accept()
        driver.switch_to.alert.dismiss()
        allowed = [phone.permissions.allows(PACKAGE, name) for name in ("camera", "microphone")]
        assert allowed == [True, False]


def test_a_banner_lies_over_what_is_at_the_top(
    android: WebDriver, iphone: WebDriver, phones: dict[str, Phone]
) -> None:
    for driver in (android, iphone):
        phones[driver.capabilities["appium:udid"]].receive_message("10690000", "您的验证码")
        with pytest.raises(ElementClickInterceptedException, match="lies over"):
            driver.find_element(AppiumBy.ID, "back").click()


def test_errors_come_as_the_clients_own(iphone: WebDriver, endpoint: Endpoint) -> None:
    with pytest.raises(NoSuchElementException, match="交卷"):
        iphone.find_element(AppiumBy.ACCESSIBILITY_ID, "交卷")
    for by, value in (
        (AppiumBy.IOS_PREDICATE, "label =="),
        (AppiumBy.IOS_CLASS_CHAIN, "**/"),
        (AppiumBy.XPATH, "//*["),
    ):
        with pytest.raises(InvalidSelectorException):
            iphone.find_element(by, value)
    taken = XCUITestOptions().load_capabilities({"appium:udid": "iphone-15"})
    pure = UiAutomator2Options().load_capabilities({"appium:udid": "huawei-mate-70-pro"})
    for options, sentence in ((taken, "is held by session"), (pure, "for which there is no driver")):
        with pytest.raises(SessionNotCreatedException, match=sentence):
            WebDriver(Wireless(endpoint), options=options)
