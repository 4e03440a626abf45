"""The unmodified Appium client: over a loopback socket, and the same journey without one."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import uvicorn
from appium.options.android import UiAutomator2Options
from appium.webdriver import Remote
from appium.webdriver.appium_connection import AppiumConnection
from appium.webdriver.client_config import AppiumClientConfig
from appium.webdriver.common.appiumby import AppiumBy
from appium.webdriver.webdriver import WebDriver
from selenium.common.exceptions import (
    InvalidSelectorException,
    NoSuchElementException,
    SessionNotCreatedException,
    StaleElementReferenceException,
    UnknownMethodException,
)
from selenium.webdriver.common.action_chains import ActionChains

from simulators.wire.webdriver import Endpoint
from tests.wire.small_phone import PACKAGE, SmallPhone

Open = Callable[[], WebDriver]


class Wireless(AppiumConnection):
    """A connection that hands requests to the endpoint; it overrides the one method that would open a socket."""

    def __init__(self, endpoint: Endpoint) -> None:
        super().__init__(client_config=AppiumClientConfig("http://127.0.0.1:0"))
        self._endpoint = endpoint

    def _request(self, method: str, url: str, body: Any = None, timeout: int = 120) -> Any:
        path = "/" + url.split("/", 3)[3]
        answer = self._endpoint.handle(method, path, (body or "").encode())
        text = json.dumps(answer.payload)
        if answer.status >= 400:
            return {"status": answer.status, "value": text}
        return json.loads(text)


def options(**capabilities: object) -> UiAutomator2Options:
    asked = {"udid": "phone-1", "appPackage": PACKAGE, **capabilities}
    return UiAutomator2Options().load_capabilities({f"appium:{name}": value for name, value in asked.items()})


@pytest.fixture
def served(endpoint: Endpoint) -> Iterator[str]:
    """The URL of the endpoint on a free loopback port."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = uvicorn.Server(uvicorn.Config(endpoint.asgi, log_config=None, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(params=["socket", "wireless"])
def open_driver(request: pytest.FixtureRequest, endpoint: Endpoint) -> Open:
    if request.param == "wireless":
        return lambda: WebDriver(Wireless(endpoint), options=options())
    url = request.getfixturevalue("served")
    return lambda: Remote(url, options=options())


@pytest.fixture
def driver(open_driver: Open) -> Iterator[WebDriver]:
    opened = open_driver()
    yield opened
    opened.quit()


def test_a_journey_through_the_small_app(driver: WebDriver, phone: SmallPhone) -> None:
    account = driver.find_element(AppiumBy.ACCESSIBILITY_ID, "账号")
    account.send_keys("王芳")
    assert account.text == "王芳"
    assert account.clear().text == ""
    agree = driver.find_element(AppiumBy.XPATH, "//android.widget.CheckBox")
    agree.click()
    assert agree.get_attribute("checked") == "true"
    assert agree.is_selected()
    login = driver.find_element(AppiumBy.ANDROID_UIAUTOMATOR, 'new UiSelector().text("登录")')
    assert login.is_displayed()
    assert login.is_enabled()
    assert login.rect["width"] == 1000
    login.click()
    assert len(driver.find_elements(AppiumBy.CLASS_NAME, "android.widget.LinearLayout")) == 3
    assert phone.screen == "exams"
    with pytest.raises(StaleElementReferenceException):
        login.click()


def test_errors_come_as_the_clients_own(driver: WebDriver, open_driver: Open) -> None:
    with pytest.raises(NoSuchElementException, match="交卷"):
        driver.find_element(AppiumBy.ID, "交卷")
    with pytest.raises(InvalidSelectorException):
        driver.find_element(AppiumBy.XPATH, "//*[")
    with pytest.raises(UnknownMethodException):
        driver.execute_script("mobile: frobnicate")
    with pytest.raises(SessionNotCreatedException, match="release/phone-1"):
        open_driver()


def test_the_clients_calls_for_the_device(driver: WebDriver, phone: SmallPhone) -> None:
    assert driver.current_package == PACKAGE
    assert driver.current_activity == ".MainActivity"
    assert driver.query_app_state(PACKAGE) == 4
    assert driver.is_app_installed(PACKAGE)
    driver.background_app(-1)
    driver.activate_app(PACKAGE)
    assert driver.terminate_app(PACKAGE)
    assert driver.device_time.startswith("2023-01-12T09:45:00")
    assert driver.battery_info["level"] == 0.8
    driver.lock()
    assert driver.is_locked()
    driver.unlock()
    assert driver.network_connection == 2
    assert driver.set_network_connection(1) == 1
    assert driver.set_network_connection(4) == 4
    assert driver.set_network_connection(0) == 0
    assert driver.toggle_wifi().network_connection == 2
    driver.make_gsm_call("13800000000", "call")
    driver.press_keycode(3)
    driver.back()
    assert phone.log == [("call", "13800000000"), ("press", "home"), ("press", "back")]
    assert driver.orientation == "PORTRAIT"
    assert driver.contexts == ["NATIVE_APP"] == [driver.current_context]
    assert driver.update_settings({"waitForIdleTimeout": 0}).get_settings() == {"waitForIdleTimeout": 0}
    driver.implicitly_wait(3600)
    assert driver.timeouts.implicit_wait == 3600
    assert driver.get_window_size() == {"width": 1080, "height": 2340}
    assert driver.get_screenshot_as_png().startswith(b"\x89PNG")
    assert "登录" in driver.page_source
    assert driver.get_status()["ready"]


def test_taps_and_swipes_of_the_client(driver: WebDriver, phone: SmallPhone) -> None:
    driver.swipe(540, 2000, 540, 500, 100)
    assert phone.log == [("drag", "540,2000", "540,500")]
    phone.log.clear()
    driver.tap([(540, 550)])
    ActionChains(driver).click(driver.find_element(AppiumBy.ID, "account")).perform()
    ActionChains(driver).send_keys("ab").perform()
    assert phone.log == [("tap", "agree"), ("tap", "account")]
    assert driver.switch_to.active_element.text == "ab"


def test_a_second_session_after_the_first_has_quit(open_driver: Open) -> None:
    for _ in range(2):
        open_driver().quit()
