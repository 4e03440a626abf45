"""An unmodified Appium server with the unmodified XCUITest driver, on simulated iPhones."""

import base64
import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from appium.options.ios import XCUITestOptions
from appium.webdriver.common.appiumby import AppiumBy
from appium.webdriver.webdriver import WebDriver
from selenium.common.exceptions import (
    InvalidSessionIdException,
    NoAlertPresentException,
    NoSuchElementException,
    StaleElementReferenceException,
    WebDriverException,
)

from conformance.lab.appium import project, server
from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.ios.usb import Usb
from tests.phone.kit import NOON, PACKAGE, SmallApp
from tests.wire.ios.usb.test_services import package

pytestmark = pytest.mark.needs_appium
STARTS_S = 120


@pytest.fixture(scope="module")
def usb() -> Iterator[Usb]:
    with TemporaryDirectory() as folder, closing(Usb(Turns(), Path(folder) / "usbmuxd")) as made:
        yield made


@pytest.fixture(scope="module")
def appium(usb: Usb, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server's address."""
    ready = project.found(adb=False)
    own = {"APPIUM_HOME": str(ready.folder), "USBMUXD_SOCKET_ADDRESS": str(usb.path)}
    with server.serving(
        ready, {**os.environ, **own, "HOME": str(tmp_path_factory.mktemp("home"))}, STARTS_S
    ) as up:
        yield up.url


class Phones:
    """Phones that are plugged in as they are asked for, and sessions on them."""

    def __init__(self, usb: Usb, appium: str, folder: Path) -> None:
        self._usb, self._appium, self._folder = usb, appium, folder
        self._agents: dict[str, str] = {}
        self.there: dict[str, Phone] = {}
        self.ending = ExitStack()

    def plugged(self, udid: str, model: str) -> Phone:
        """With the small app on it."""
        if udid not in self.there:
            self.there[udid] = made = Phone(udid, DrivenClock(NOON), Chance(1), self._folder, model)
            made.install(SmallApp())
            made.shelf[PACKAGE] = SmallApp
            self._agents[udid] = self._usb.plug(made)["wda"]
            self.ending.callback(self._usb.unplug, udid)
        return self.there[udid]

    def open(self, udid: str = "phone-1", model: str = "iphone-15", **capabilities: object) -> WebDriver:
        self.plugged(udid, model)
        asked = {
            "udid": udid, "webDriverAgentUrl": self._agents[udid], "skipLogCapture": True,
            "mjpegServerPort": server.free_port(), "webviewConnectTimeout": 0, **capabilities,
        }  # fmt: skip
        options = XCUITestOptions().load_capabilities(
            {f"appium:{name}": said for name, said in asked.items()}
        )
        driver = WebDriver(self._appium, options=options)
        self.ending.callback(_quit, driver)
        return driver


def _quit(driver: WebDriver) -> None:
    """A session that another has ended is over."""
    with suppress(InvalidSessionIdException):
        driver.quit()


@pytest.fixture
def phones(usb: Usb, appium: str, tmp_path: Path) -> Iterator[Phones]:
    made = Phones(usb, appium, tmp_path)
    with made.ending:
        yield made


def mobile(driver: WebDriver, name: str, /, **arguments: object) -> Any:
    return driver.execute_script(f"mobile: {name}", arguments)


WAYS = [
    (AppiumBy.ACCESSIBILITY_ID, "go"),
    (AppiumBy.IOS_PREDICATE, "label == '开始'"),
    (AppiumBy.IOS_CLASS_CHAIN, "**/XCUIElementTypeButton[`name == 'go'`]"),
    (AppiumBy.XPATH, "//XCUIElementTypeButton[@name='go']"),
    (AppiumBy.CSS_SELECTOR, "button#go"),
]


def test_a_screen_is_looked_at_and_touched(phones: Phones) -> None:
    driver = phones.open(bundleId=PACKAGE)
    assert driver.capabilities["platformVersion"] == "17.0"
    app = phones.there["phone-1"].apps[PACKAGE]
    assert isinstance(app, SmallApp)
    for by, value in WAYS:
        driver.find_element(by, value).click()
    assert app.log.count("tap go go") == len(WAYS)
    field = driver.find_element(AppiumBy.CLASS_NAME, "XCUIElementTypeTextField")
    field.send_keys("王芳")
    assert (field.text, field.get_attribute("value"), field.is_enabled()) == ("王芳", "王芳", True)
    assert mobile(driver, "isKeyboardShown") is True
    field.clear()
    assert app.state["name"] == ""
    button = driver.find_element(AppiumBy.ACCESSIBILITY_ID, "off")
    assert (button.is_enabled(), button.get_attribute("enabled")) == (False, "false")
    assert driver.get_window_size() == {"width": 393, "height": 852}
    assert "<AppiumAUT>" in driver.page_source
    assert driver.get_screenshot_as_png().startswith(b"\x89PNG")


def test_errors_are_those_that_the_driver_leaves(phones: Phones) -> None:
    """A selector that cannot be read finds nothing, with this driver; our own endpoint says so."""
    driver = phones.open(bundleId=PACKAGE)
    for by, value in ((AppiumBy.XPATH, "//["), (AppiumBy.IOS_PREDICATE, "name =="), (AppiumBy.ID, "nobody")):
        with pytest.raises(NoSuchElementException):
            driver.find_element(by, value)
        assert driver.find_elements(by, value) == []
    button = driver.find_element(AppiumBy.ACCESSIBILITY_ID, "go")
    mobile(driver, "pressButton", name="home")
    with pytest.raises(StaleElementReferenceException):
        button.click()
    with pytest.raises(NoAlertPresentException):
        _ = driver.switch_to.alert.text


def test_apps_and_the_phone_are_driven(phones: Phones) -> None:
    driver, phone = phones.open(), phones.there["phone-1"]
    driver.activate_app(PACKAGE)
    assert (driver.query_app_state(PACKAGE), phone.foreground) == (4, PACKAGE)
    driver.background_app(-1)
    assert phone.foreground is None
    driver.lock()
    assert driver.is_locked()
    driver.unlock()
    driver.activate_app(PACKAGE)
    phone.permissions.forget(PACKAGE, "camera")
    phone.permissions.ask(PACKAGE, ["camera"])
    assert "相机" in driver.switch_to.alert.text
    assert len(mobile(driver, "alert", action="getButtons")) == 2
    driver.switch_to.alert.accept()
    assert phone.permissions.allows(PACKAGE, "camera")
    driver.set_clipboard_text("考")
    assert driver.get_clipboard_text() == "考"
    assert driver.terminate_app(PACKAGE)
    assert mobile(driver, "activeAppInfo")["bundleId"] == "com.apple.springboard"


@pytest.mark.parametrize("version", ["17.0", "26.1"])
def test_the_cable_tells_installs_and_carries_files(phones: Phones, version: str, tmp_path: Path) -> None:
    """Up to iOS 17 the driver speaks lockdown by one library, later by another."""
    driver, phone = phones.open(platformVersion=version, bundleId=PACKAGE), phones.there["phone-1"]
    assert mobile(driver, "deviceInfo")["lockdownInfo"]["UniqueDeviceID"] == "phone-1"
    assert driver.device_time == "2023-01-12T12:00:00+08:00"
    assert driver.is_app_installed(PACKAGE)
    assert not driver.is_app_installed("com.example.other")
    assert PACKAGE in mobile(driver, "listApps")
    driver.push_file("DCIM/a.txt", base64.b64encode(b"hello").decode())
    driver.push_file(f"@{PACKAGE}:documents/b.txt", base64.b64encode(b"world").decode())
    assert {"DCIM/a.txt", f"Containers/{PACKAGE}/Documents/b.txt"} <= phone.storage.files.keys()
    assert base64.b64decode(driver.pull_file("DCIM/a.txt")) == b"hello"
    assert base64.b64decode(driver.pull_file(f"@{PACKAGE}/Documents/b.txt")) == b"world"
    mobile(driver, "deleteFile", remotePath="DCIM/a.txt")
    assert "DCIM/a.txt" not in phone.storage.files
    (tmp_path / "app.ipa").write_bytes(package())
    driver.install_app(str(tmp_path / "app.ipa"))
    assert phone.apps[PACKAGE].version == "2.5"
    driver.remove_app(PACKAGE)
    assert PACKAGE not in phone.apps
    (tmp_path / "other.ipa").write_bytes(package("com.example.other"))
    with pytest.raises(WebDriverException, match="ApplicationVerificationFailed"):
        driver.install_app(str(tmp_path / "other.ipa"))
    assert driver.contexts == ["NATIVE_APP"]


def test_a_session_installs_its_app(phones: Phones, tmp_path: Path) -> None:
    phones.plugged("phone-1", "iphone-15").uninstall(PACKAGE)
    (tmp_path / "app.ipa").write_bytes(package())
    driver = phones.open(app=str(tmp_path / "app.ipa"))
    assert driver.query_app_state(PACKAGE) == 4


def test_the_log_is_read(phones: Phones) -> None:
    driver = phones.open(skipLogCapture=False, bundleId=PACKAGE)
    assert any(PACKAGE in line["message"] for line in driver.get_log("syslog"))


def test_two_phones_have_a_session_each_and_the_second_on_one_ends_the_first(phones: Phones) -> None:
    first, other = (
        phones.open("phone-1", bundleId=PACKAGE),
        phones.open("phone-2", "iphone-13", bundleId=PACKAGE),
    )
    sizes = [driver.get_window_size()["width"] for driver in (first, other)]
    assert sizes == [393, 390]
    again = phones.open("phone-1")
    with pytest.raises(InvalidSessionIdException):
        _ = first.page_source
    assert again.page_source
    assert other.page_source
