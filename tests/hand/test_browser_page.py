"""An operator's page in a real browser: nothing that was typed is lost, whatever happens to page and connection."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from conformance.hand.answers import Kept
from conformance.hand.lane import Lane
from conformance.hand.pages import Pages
from conformance.hand.photos import Photos
from conformance.hand.serving import Server
from conformance.target.hand import HandForm
from tests.hand.conftest import answer, by_hand, joined, sheet
from tests.hand.test_pages import picture
from tests.reports.test_browser import SWITCHES

pytestmark = pytest.mark.needs_chromium
PHONE = {"deviceMetrics": {"width": 390, "height": 844, "pixelRatio": 1.0}}
PATIENCE_S = 20


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = Options()
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(switch)
    options.add_experimental_option("mobileEmulation", PHONE)
    driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


class Desk:
    """The pages of a run that can be stopped and gone on with."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.lane = folder, Lane([], Kept(folder))
        self.server: Server | None = None
        self.open()

    def open(self) -> None:
        self.lane = Lane([sheet()], Kept(self.folder))
        pages = Pages(self.lane, Photos(self.folder), by_hand().season, HandForm(), masked=True)
        self.server = Server(pages, HandForm(), self.folder)

    def close(self) -> None:
        if self.server:
            self.lane.close()
            self.server.close(whole=False)
        self.server = None

    @property
    def address(self) -> str:
        assert self.server
        return self.server.addresses()["main"]


@pytest.fixture
def desk(tmp_path: Path, browser: webdriver.Chrome) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    browser.get("about:blank")
    made.close()


def _until(browser: webdriver.Chrome, holds: Callable[[], object]) -> None:
    WebDriverWait(browser, PATIENCE_S, ignored_exceptions=[Exception]).until(lambda _: holds())


def _own(browser: webdriver.Chrome) -> WebElement:
    _until(browser, lambda: browser.find_elements(By.CSS_SELECTOR, "li.own"))
    return browser.find_element(By.CSS_SELECTOR, "li.own")


def _tap(browser: webdriver.Chrome, selector: str) -> None:
    _own(browser).find_element(By.CSS_SELECTOR, selector).click()


def test_who_opens_a_page_says_who_they_are_and_nothing_needs_scrolling_sideways(
    browser: webdriver.Chrome, desk: Desk
) -> None:
    browser.get(desk.address)
    _until(browser, lambda: browser.find_elements(By.CSS_SELECTOR, "form input"))
    name, version = browser.find_elements(By.CSS_SELECTOR, "form input")
    name.send_keys("李梅")
    version.send_keys("3.2.1")
    browser.find_element(By.CSS_SELECTOR, "form button").click()
    assert "王芳已开启辅机" in _own(browser).text
    assert desk.lane.joined["main"].by == "李梅"
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    assert wide <= 390


def test_a_reload_keeps_what_was_chosen_typed_and_photographed(
    browser: webdriver.Chrome, desk: Desk, tmp_path: Path
) -> None:
    desk.lane.join(joined())
    (tmp_path / "photo.jpg").write_bytes(picture(640, 480))
    browser.get(desk.address)
    _tap(browser, "button.not_done")
    note = _own(browser).find_element(By.CSS_SELECTOR, "textarea")
    assert not _own(browser).find_element(By.CSS_SELECTOR, "button.send").is_enabled()
    note.send_keys("开不了机")
    _own(browser).find_element(By.CSS_SELECTOR, "input[type=file]").send_keys(str(tmp_path / "photo.jpg"))
    _until(browser, lambda: browser.find_elements(By.CSS_SELECTOR, ".cover canvas"))
    keep = browser.find_element(By.CSS_SELECTOR, ".cover button.send")
    assert not keep.is_enabled()
    browser.find_element(By.CSS_SELECTOR, ".cover input[type=checkbox]").click()
    keep.click()
    _until(browser, lambda: not browser.find_elements(By.CSS_SELECTOR, ".cover"))
    browser.refresh()
    assert _own(browser).find_element(By.CSS_SELECTOR, "textarea").get_property("value") == "开不了机"
    assert "1 张照片已留存" in _own(browser).text
    _tap(browser, "button.send")
    _until(browser, lambda: desk.lane.version == 2)
    (said,) = desk.lane.current().answers  # type: ignore[union-attr]
    assert (said.said, said.note, len(said.photos), said.by) == ("not_done", "开不了机", 1, "李梅")


def test_an_answer_given_without_a_connection_arrives_when_the_run_goes_on(
    browser: webdriver.Chrome, desk: Desk
) -> None:
    desk.lane.join(joined())
    browser.get(desk.address)
    _own(browser)
    desk.close()
    _tap(browser, "button.done")
    _tap(browser, "button.send")
    _until(browser, lambda: "连接中断" in browser.find_element(By.ID, "status").text)
    desk.open()
    _until(browser, lambda: any(one.place == "main" for one in desk.lane.current().answers))  # type: ignore[union-attr]
    desk.lane.answer(answer(0, "aux"))
    assert "开考前1分钟" in _own(browser).text
    assert not browser.find_element(By.ID, "status").is_displayed()
