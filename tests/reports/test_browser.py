"""The page in a real browser, opened from a file: it works, it asks nobody, and hostile names stay text."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from selenium import webdriver
from selenium.webdriver import ActionChains
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

import reports
from reports import form
from tests.reports.hostile import NAMES
from tests.reports.sample import sample

pytestmark = pytest.mark.needs_chromium
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1500,1100",
)
FAILED = "features/pairing/pairing.feature#fourth-phone"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = Options()
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run")
    sample(out)
    reports.render(out)
    return out / "index.html"


class Page:
    """The page as a reader uses it."""

    def __init__(self, browser: webdriver.Chrome, path: Path) -> None:
        self.browser, self.path = browser, path

    def open(self, rest: str = "?lang=en") -> "Page":
        self.browser.get("about:blank")
        self.logs()
        self.browser.get(f"file://{self.path}{rest}")
        self.until("return document.documentElement.dataset.ready === 'yes'")
        return self

    def until(self, script: str) -> None:
        WebDriverWait(self.browser, 10).until(lambda driver: driver.execute_script(script))

    def one(self, css: str) -> WebElement:
        return self.browser.find_element(By.CSS_SELECTOR, css)

    def all(self, css: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, css)

    def shown(self, css: str) -> list[str]:
        return [element.text for element in self.all(css) if element.is_displayed()]

    def scenario(self, name: str, step: int | None = None, lang: str = "en") -> "Page":
        self.open(f"?lang={lang}#scenario/{quote(name, safe='')}" + (f"/{step}" if step else ""))
        self.until("return document.querySelectorAll('#phones .phone').length >= 2")
        return self

    def at_step(self, number: int) -> None:
        self.until(f"return document.getElementById('phones').dataset.step === '{number - 1}'")

    def press(self, key: str) -> None:
        ActionChains(self.browser).send_keys(key).perform()

    def logs(self) -> tuple[list[Any], list[str]]:
        """Messages of the console, and addresses asked for since the last look."""
        log: Callable[[str], list[Any]] = self.browser.get_log
        events = [json.loads(row["message"])["message"] for row in log("performance")]
        asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
        return log("browser"), asked


@pytest.fixture
def page(browser: webdriver.Chrome, report: Path) -> Page:
    return Page(browser, report)


def test_it_opens_from_a_file_and_asks_nobody(page: Page) -> None:
    page.scenario(FAILED)
    messages, asked = page.logs()
    assert messages == []
    assert {address.partition(":")[0] for address in asked} <= {"file", "data"}
    assert [address for address in asked if address.startswith("file:")] == [asked[0]]


def test_the_language_is_switched_and_remembered(page: Page) -> None:
    page.open("?lang=en")
    assert page.one("h1").text == "Not conformant"
    page.one("button[data-language=zh]").click()
    assert page.one("h1").text == "不符合"
    assert page.browser.title.startswith("不符合")
    assert page.one("#search").get_attribute("placeholder") == "搜索规则、条目与场景"
    assert page.open("").one("h1").text == "不符合"
    assert page.open("?lang=en").one("h1").text == "Not conformant"


def test_a_failed_scenario_opens_where_it_failed_with_both_phones(page: Page) -> None:
    page.open()
    page.one(".finding .act").click()
    page.at_step(4)
    assert page.shown("#phones figcaption > span:first-child") == ["Main phone", "Auxiliary phone"]
    assert page.shown("#facts .seen") == ["paired as the fourth phone"]
    assert len(page.all("#phones .photograph")) == 2
    assert page.one("#scenario-rerun code").text.startswith("./examgate run")


def test_a_step_shows_both_phones_as_they_were(page: Page) -> None:
    page.scenario(FAILED, 4)
    page.all("#steps button")[0].click()
    page.at_step(1)
    main, aux = page.all("#phones .screen")
    assert "拍摄要求" in main.text
    assert "点击此处" in aux.text
    for screen in (main, aux):
        assert screen.rect["height"] > 250
    page.all("#film button")[1].click()
    page.at_step(2)
    assert "考试码：7KQ4M2XH" in page.all("#phones .screen")[0].text
    assert page.browser.current_url.endswith("/2")


def test_text_fits_the_element_that_holds_it(page: Page) -> None:
    page.scenario(FAILED, 1)
    spill = """return [...document.querySelectorAll('#phones .el')].filter(
        (box) => box.scrollHeight > box.clientHeight + 8 || box.scrollWidth > box.clientWidth + 8).map((box) => box.textContent)"""
    assert page.browser.execute_script(spill) == []


def test_a_failure_shows_real_screenshots_or_the_wireframe(page: Page) -> None:
    page.scenario(FAILED)
    glass = page.one("#phones .phone[data-role=main] .glass")
    assert page.one(".photograph").is_displayed()
    page.all("#phones .phone[data-role=main] button")[1].click()
    assert "real" not in (glass.get_attribute("class") or "")
    assert not page.one(".photograph").is_displayed()


def test_keys_go_through_the_steps_and_back(page: Page) -> None:
    page.scenario(FAILED, 1)
    for key, step in ((Keys.ARROW_RIGHT, 2), (Keys.END, 5), (Keys.ARROW_LEFT, 4), (Keys.HOME, 1)):
        page.press(key)
        page.at_step(step)
    page.press("]")
    page.until("return document.getElementById('scenario-name').textContent.includes('0 minutes')")
    page.press(Keys.ESCAPE)
    page.until("return document.documentElement.dataset.view === 'report'")


def test_pointing_at_an_element_names_it(page: Page) -> None:
    page.scenario(FAILED, 1)
    button = next(box for box in page.all("#phones .el.button") if box.text == "点击此处")
    ActionChains(page.browser).move_to_element(button).perform()
    assert "manual" in page.one("#tip").text
    assert "com.xiaoyibang.aux:id/manual" in page.one("#inspector").text


def test_the_timeline_has_a_lane_for_each_party_and_tells_a_record(page: Page) -> None:
    page.scenario("features/waiting_room/waiting_room.feature#at-the-start", lang="zh")
    assert page.shown(".lanes tbody th") == ["步骤", "主机", "辅机", "平台"]
    refused = page.one(".lanes .refused")
    assert refused.text == "拒绝 · 已过时间"
    refused.click()
    assert "2023-01-12 10:00:00.000" in page.one("#record").text


def test_the_filter_and_the_search(page: Page) -> None:
    page.open("?lang=zh")
    page.one(".chip[data-verdict=FAIL]").click()
    assert page.shown(".rule .fold") == ["PAIR-03"]
    assert len(page.shown(".scenario")) == 1
    page.one("#clear").click()
    page.one("#search").send_keys("断点")
    assert page.shown(".rule .fold") == ["SUB-04"]
    page.one("#search").send_keys("没有的字")
    assert page.one("#nothing").is_displayed()


def test_a_rule_unfolds_and_can_be_linked(page: Page) -> None:
    page.open("?lang=en#PAIR-03")
    assert "Three is a cap" in page.one("#PAIR-03-more").text
    page.one("#PAIR-03 .fold").click()
    assert not page.one("#PAIR-03-more").is_displayed()


def test_an_atom_can_be_linked_and_stands_beside_its_rule_and_scenarios(page: Page) -> None:
    page.open("?lang=zh#R507")
    atom = page.one("#R507")
    assert atom.is_displayed()
    assert "操作说明条目R507。" in atom.text
    assert "操作说明 三.2 · 448 · 同 R504" in atom.text
    assert page.shown("#matrix .tile b")[-1] == "1"
    page.one("#search").send_keys("条目R509")
    assert page.shown(".cover .titled") == ["未归入规则"]
    assert page.shown(".scenario") == []


def test_a_dot_of_the_matrix_opens_its_scenario(page: Page) -> None:
    page.open("?lang=en#R504")
    dot = page.one(".cover .dot.v-FAIL")
    assert str(dot.get_attribute("href")).rpartition("#")[2].startswith("scenario/")
    page.browser.execute_script("arguments[0].click()", dot)
    page.until("return document.documentElement.dataset.view === 'viewer'")


def test_chapters_fold_and_a_filter_looks_into_folded_ones(page: Page) -> None:
    page.open("?lang=en")
    page.one(".foldall[data-fold='1']").click()
    assert page.shown(".rule .fold") == []
    page.one("#search").send_keys("PAIR-03")
    assert page.shown(".rule .fold") == ["PAIR-03"]
    page.one("#clear").click()
    assert page.shown(".rule .fold") == []
    page.one("#rules .foldchapter").click()
    assert "PAIR-03" in page.shown(".rule .fold")


def test_in_chinese_the_whole_scenario_is_chinese(page: Page) -> None:
    page.scenario(FAILED, lang="zh")
    text = " ".join(page.shown("#viewer .head h1, #steps, #facts, #timeline, .panel h2, .keys"))
    assert not [word for word in ("phone", "step", "Expected", "paired", "Given") if word in text]


BROKEN_WORDS = r"""
const range = document.createRange(), broken = [];
for (const cell of document.querySelectorAll(".rules thead th, .rules .row td")) {
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) for (const word of walk.currentNode.data.matchAll(/\w+/g)) {
    range.setStart(walk.currentNode, word.index);
    range.setEnd(walk.currentNode, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) broken.push(word[0]);
  }
}
return broken;
"""
A4_PX = 688
"""What the margins leave of an A4 page's width."""


def test_no_word_of_the_table_is_broken_on_paper(page: Page) -> None:
    page.open()
    paper = {"width": A4_PX, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", paper)
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert page.browser.execute_script(BROKEN_WORDS) == []
    finally:
        page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_hostile_name_does_no_harm(browser: webdriver.Chrome, tmp_path: Path, name: str) -> None:
    said = form.Text(name, name)

    def change(tree: dict[str, Any]) -> dict[str, Any]:
        return {
            **tree,
            "text": name,
            "id": name,
            "desc": name,
            "class": name,
            "children": tree["children"][:1],
        }

    results = sample(tmp_path, change=change)
    first = results.scenarios[0]
    steps = tuple(
        replace(step, text=said, expected=name, seen=said, error=name, values={name: name})
        for step in first.steps
    )
    records = tuple(replace(row, what=name, who=name, detail={name: name}) for row in first.timeline)
    hostile = replace(first, name=said, reason=said, rerun=name, steps=steps, timeline=records)
    rules = tuple(replace(row, title=said, reason=said) for row in results.rules)
    form.dump(replace(results, rules=rules, scenarios=(hostile,)), tmp_path / "results.json")
    reports.render(tmp_path)
    page = Page(browser, tmp_path / "index.html").scenario(FAILED)
    page.all(".lanes tbody .mark")[-1].click()
    messages, asked = page.logs()
    assert messages == []
    assert {address.partition(":")[0] for address in asked} <= {"file", "data"}
    assert "owned" not in browser.title
    assert (
        browser.execute_script("return document.querySelectorAll('#viewer script, #report script').length")
        == 0
    )
    width = "return document.documentElement.scrollWidth <= innerWidth"
    assert browser.execute_script(width)
    page.press(Keys.ESCAPE)
    page.until("return document.documentElement.dataset.view === 'report'")
    assert browser.execute_script(width)
