"""The views of a load run: everything that counts is in each, in both languages, and what comes from outside stays text."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from conformance.console import Console
from conformance.load.plan import Objective
from conformance.load.result import building, files, printing, records, words
from conformance.load.result.form import Audit, Load, Violation
from conformance.load.result.page import page
from reports.form import Language, Text
from tests.load.result.days import INSTANTS, a_day, head, written

HOSTILE = "</script><img src=x onerror=alert(1)>\x1b[31m\u202e"
BROKEN = Violation(
    rule="PAIR-05",
    says=Text("a fourth phone was paired", "配对了第四台手机"),
    sitting="s42",
    platform=({"seq": 7, "what": "paired", "device": HOSTILE},),
    user=({"user": "k000042/aux4", "op": "pair", "status": 201},),
)
WANTED = (
    Objective(id="enter-p99", measure="p99", step="rush", most=5),
    Objective(id="nobody-locked-out", measure="lockouts", most=0),
    Objective(id="none-such", measure="p99", step=HOSTILE, most=1),
)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Load:
    folder = tmp_path_factory.mktemp("run")
    written(folder, a_day())
    audit = Audit(checked={"PAIR-05": 40, "WAIT-01": 40}, violations=(BROKEN,))
    return building.built(head(), folder, audit, WANTED, INSTANTS)


def test_every_word_is_there_in_both_languages() -> None:
    for rows in words.wording().values():
        for key, said in rows.items():
            assert said.en, key
            assert re.search(r"[\u4e00-\u9fff]", said.zh), key


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_is_whole_and_runs_nothing_of_others(result: Load, language: Language) -> None:
    text = page(result, language)
    assert text == page(result, language)
    assert f'data-language="{language}"' in text
    for shown in (
        "PAIR-05",
        "a fourth phone was paired",
        "配对了第四台手机",
        "k000042/aux4",
        "enter-p99",
        "rush",
    ):
        assert shown in text
    assert "<img" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.count("<script>") == 1
    assert text.count('<svg class="chart') == 7, "five of the day, two of the rush"


def test_a_run_without_a_request_has_a_page_too(tmp_path: Path) -> None:
    written(tmp_path, [])
    bare = building.built(head(), tmp_path, Audit(finished=False), (), INSTANTS)
    assert "<h1>" in page(bare, "en")
    assert bare.total is None


def test_junit_has_a_case_for_each_rule_each_objective_and_the_run(result: Load, tmp_path: Path) -> None:
    files.write(result, tmp_path, "zh")
    root = ET.parse(tmp_path / "junit.xml").getroot()
    outcomes = {
        (case.get("classname"), case.get("name")): [one.tag for one in case] for case in root.iter("testcase")
    }
    assert outcomes["load.audit", "PAIR-05"] == ["failure"]
    assert outcomes["load.audit", "WAIT-01"] == []
    assert outcomes["load.objectives", "enter-p99"] == ["failure"]
    assert outcomes["load.objectives", "nobody-locked-out"] == ["system-out"]
    assert outcomes["load.objectives", "none-such"] == ["error"]
    assert outcomes["load.run", "finished"] == ["error"]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("6", "2", "2")
    failure = next(root.iter("failure"))
    assert "paired" in (failure.text or "")
    assert "k000042/aux4" in (failure.text or "")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_terminal_shows_both_journals_side_by_side(result: Load, language: Language) -> None:
    stream = io.StringIO()
    printing.summary(result, language, Console(file=stream, width=200))
    said = stream.getvalue()
    for key in ("of_platform", "of_user", "wanted", "missed", "not_measured"):
        assert words.word("ui", key).within(language) in said
    rows = said.splitlines()
    left = next(row for row in rows if "#7 paired" in row)
    right = next(row for row in rows if "k000042/aux4 pair → 201" in row)
    assert left.index("#7") < 100 < right.index("k000042"), (
        "the platform's on the left, the phone's on the right"
    )
    assert "\x1b" not in said


def test_a_record_is_a_line_with_when_what_whose_and_the_rest() -> None:
    paired = {
        "seq": 7,
        "at": "2023-01-12T09:40:01.250+08:00",
        "what": "paired",
        "device": "d4",
        "detail": {"nth": 4},
    }
    assert records.of_platform(paired) == "09:40:01.250 #7 paired d4 nth=4"
    sent = {
        "user": "k1/aux",
        "op": "pair",
        "sent": "2023-01-12T09:40:01.100+08:00",
        "status": 409,
        "cause": "code_full",
    }
    assert records.of_user(sent) == "09:40:01.100 k1/aux pair → 409 cause=code_full"
    again = {
        **sent,
        "status": 201,
        "cause": None,
        "attempt": 2,
        "at": paired["at"],
        "detail": {"files": ["a"]},
    }
    assert records.of_user(again) == '09:40:01.100 k1/aux pair → 201 at=09:40:01.250 attempt=2 files=["a"]'
    assert records.of_user({}) == "→ ?"


def test_of_many_violations_some_are_shown_and_the_rest_counted(result: Load) -> None:
    many = replace(result, audit=replace(result.audit, violations=(BROKEN,) * 53))
    stream = io.StringIO()
    printing.summary(many, "en", Console(file=stream, width=200))
    assert "and 43 more in load.json" in stream.getvalue()
    assert "and 13 more in load.json" in page(many, "en")


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[webdriver.Chrome]:
    options = Options()
    for switch in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        f"--user-data-dir={tmp_path / 'profile'}",
    ):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.mark.needs_chromium
def test_the_page_works_in_a_browser_at_any_width(
    result: Load, browser: webdriver.Chrome, tmp_path: Path
) -> None:
    files.write(result, tmp_path, "en")
    browser.get((tmp_path / "index.html").as_uri())
    heading = browser.find_element(By.TAG_NAME, "h1")
    assert heading.text == "Rules broken"
    browser.find_element(By.CSS_SELECTOR, 'button[data-language="zh"]').click()
    assert heading.text == "有规则被违反"
    for width in (1300, 500):
        browser.set_window_size(width, 900)
        across = browser.execute_script("return document.documentElement.scrollWidth - innerWidth")
        assert across <= 0, f"{width} pixels are too narrow"
    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]
