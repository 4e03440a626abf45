"""Class chains, and the CSS that is translated into them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.wire.webdriver.dialect import XCUITEST
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.ios.views import PREFIX, IosView
from simulators.wire.webdriver.locators import STRATEGIES, locate
from simulators.wire.webdriver.locators.chain import Condition, Step, steps
from simulators.wire.webdriver.locators.css import compounds
from simulators.wire.webdriver.locators.css_translated import class_chain
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import Scene, View
from tests.wire.small_phone import IPHONE, PACKAGE, SmallPhone

CHAIN, PREDICATE, CSS = "-ios class chain", "-ios predicate string", "css selector"


def seen(screen: str) -> Snapshot:
    return Snapshot(
        Scene(SmallPhone("iphone-1", IPHONE, screen=screen).tree(), PACKAGE, None, "小艺帮", 3), XCUITEST
    )


LOGIN, EXAMS = seen("login"), seen("exams")


def names(views: list[View]) -> list[str]:
    return [(view.title or view.role) for view in views if isinstance(view, IosView)]


FOUND = [
    ("id", "login", ["login"]),
    ("name", "login", ["login"]),
    ("accessibility id", "login", ["login"]),
    ("accessibility id", "log in", []),
    ("accessibility id", "小艺帮", ["小艺帮"]),
    ("class name", "XCUIElementTypeButton", ["later", "login"]),
    ("class name", "Button", ["later", "login"]),
    ("class name", "UIAButton", ["later", "login"]),
    ("class name", "XCUIElementTypeApplication", ["小艺帮"]),
    ("class name", "android.widget.Button", []),
    ("xpath", "//XCUIElementTypeButton[@enabled='false']", ["later"]),
    ("xpath", "//*[@label='log in' and @visible='true']", ["login"]),
    ("xpath", "/XCUIElementTypeApplication/XCUIElementTypeWindow/XCUIElementTypeSwitch", ["agree"]),
    ("xpath", "/AppiumAUT", []),
    ("xpath", "//XCUIElementTypeTextField[@placeholderValue='账号']", ["account"]),
    ("xpath", "//*[@hittable='true'][last()]", ["小艺帮", "Window", "login"]),
    (PREDICATE, "type == 'XCUIElementTypeButton' AND enabled == 1", ["login"]),
    (PREDICATE, "wdName == 'login'", ["login"]),
    (PREDICATE, "label CONTAINS[c] 'LOGIN'", ["title"]),
    (PREDICATE, "value == '0'", ["agree"]),
    (PREDICATE, "rect.y > 200 AND accessible == YES", ["login"]),
    (PREDICATE, "type == 'XCUIElementTypeApplication'", ["小艺帮"]),
    (CHAIN, "**/XCUIElementTypeButton", ["later", "login"]),
    (CHAIN, "**/XCUIElementTypeButton[1]", ["later"]),
    (CHAIN, "**/XCUIElementTypeButton[-1]", ["login"]),
    (CHAIN, "**/XCUIElementTypeButton[-3]", []),
    (CHAIN, "**/XCUIElementTypeButton[3]", []),
    (CHAIN, "XCUIElementTypeWindow/XCUIElementTypeButton[2]", ["login"]),
    (CHAIN, "XCUIElementTypeButton", []),
    (CHAIN, "*/*[2]", ["clock"]),
    (CHAIN, "**/XCUIElementTypeAny[`name == 'login'`]", ["login"]),
    (CHAIN, "**/*[`enabled == 0`][`type ENDSWITH 'Button'`][1]", ["later"]),
    (CHAIN, "XCUIElementTypeWindow[$name == 'login'$]", ["Window"]),
    (CHAIN, "*[$name == 'none'$]", []),
    (CHAIN, "**/XCUIElementTypeButton[`label == 'a``b'`]", []),
    (CHAIN, "**/XCUIElementTypeApplication", []),
    (CSS, "XCUIElementTypeButton", ["later", "login"]),
    (CSS, "button", ["later", "login"]),
    (CSS, "button:nth-child(2)", ["login"]),
    (CSS, 'button[enabled="true"]', ["login"]),
    (CSS, "#login", ["login"]),
    (CSS, "window > switch", ["agree"]),
    (CSS, "window button[label*='in']", ["login"]),
    (CSS, "*[label^='log'][value]", []),
    (CSS, ":visible[name$='word']", ["password"]),
]


@pytest.mark.parametrize(("using", "value", "expected"), FOUND)
def test_a_selector_finds(using: str, value: str, expected: list[str]) -> None:
    assert names(locate(LOGIN, None, using, value)) == expected


WITHIN = [
    ("class name", "XCUIElementTypeButton", ["open_1"]),
    ("class name", "XCUIElementTypeCell", ["Cell"]),
    ("xpath", "//XCUIElementTypeButton", ["open_1"]),
    ("xpath", "./*", ["exam 1", "open_1"]),
    ("xpath", "//XCUIElementTypeCell", ["Cell"]),
    (PREDICATE, "label == '进入'", ["open_1"]),
    (CHAIN, "XCUIElementTypeButton", ["open_1"]),
    (CHAIN, "**/XCUIElementTypeCell", []),
    ("id", "open_2", []),
]


@pytest.mark.parametrize(("using", "value", "expected"), WITHIN)
def test_a_search_from_an_element(using: str, value: str, expected: list[str]) -> None:
    second = locate(EXAMS, None, CHAIN, "**/XCUIElementTypeCell[2]")[0]
    assert names(locate(EXAMS, second, using, value)) == expected


def test_a_step_from_many_elements_gives_each_once() -> None:
    assert len(locate(EXAMS, None, CHAIN, "**/*/**/XCUIElementTypeButton")) == 3
    assert names(locate(EXAMS, None, CHAIN, "**/XCUIElementTypeCell/XCUIElementTypeButton[-1]")) == ["open_2"]


NO_SELECTOR = [
    ("-android uiautomator", "new UiSelector()", "there are id, name"),
    (CHAIN, "", "the end"),
    (CHAIN, "/XCUIElementTypeButton", "at character 1"),
    (CHAIN, "**/", "cannot go on with the end at character 4"),
    (CHAIN, "**/**/XCUIElementTypeButton", "at character 4"),
    (CHAIN, "***/XCUIElementTypeButton", "at character 1"),
    (CHAIN, "**/Button", "it may be XCUIElementTypeButton"),
    (CHAIN, "**/XCUIElementTypeButton[0]", "counted from 1"),
    (CHAIN, "**/XCUIElementTypeButton[1][2]", "cannot go on with '[2]'"),
    (CHAIN, "**/XCUIElementTypeButton[1][`label == 'x'`]", "cannot go on with"),
    (CHAIN, "**/XCUIElementTypeButton[`label == 'x'`", "cannot go on with"),
    (CHAIN, "**/XCUIElementTypeButton[`label ==`]", "expected a value"),
    (CHAIN, "**/XCUIElementTypeButton[`colour == 1`]", "has no 'colour'"),
    (CHAIN, "**/XCUIElementTypeButton ", "cannot go on with ' '"),
    (PREDICATE, "label == ", "expected a value"),
    (PREDICATE, "label", "compared with nothing"),
    (CSS, "", "cannot go on"),
    (CSS, "button[", "cannot go on"),
    (CSS, "button, switch", "cannot go on with ', switch'"),
    (CSS, "button + switch", "cannot go on"),
    (CSS, "button >", "cannot go on"),
    (CSS, ".big", "has no class"),
    (CSS, "button[colour='x']", "no driver translates 'colour'"),
    (CSS, "button:nth-child(odd)", "a whole number"),
    (CSS, "button[visible='maybe']", "true or false"),
    (CSS, "#a#b", "one id"),
    ("xpath", "//*[", "XPath"),
]


@pytest.mark.parametrize(("using", "value", "sentence"), NO_SELECTOR)
def test_what_cannot_be_read_is_an_invalid_selector(using: str, value: str, sentence: str) -> None:
    with pytest.raises(WireError) as refusal:
        locate(LOGIN, None, using, value)
    assert refusal.value.code == "invalid selector"
    assert sentence in refusal.value.message


@given(using=st.sampled_from(sorted(STRATEGIES["XCUITest"])), value=st.text(max_size=60))
def test_any_text_finds_something_or_is_an_invalid_selector(using: str, value: str) -> None:
    try:
        code = "" if isinstance(locate(LOGIN, None, using, value), list) else "no list"
    except WireError as refusal:
        code = refusal.code
    assert code in {"", "invalid selector"}


MARKS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=10)
CONDITIONS = st.builds(Condition, st.sampled_from(["itself", "below"]), MARKS)
TYPES = st.one_of(st.just("*"), st.from_regex("[A-Za-z]{1,8}", fullmatch=True).map(PREFIX.__add__))
POSITIONS = st.integers(-99, 99)
STEPS = st.builds(Step, TYPES, st.booleans(), st.lists(CONDITIONS, max_size=2).map(tuple), POSITIONS)


def written(step: Step) -> str:
    marks = {"itself": "`", "below": "$"}
    conditions = "".join(
        f"[{mark}{one.predicate.replace(mark, mark * 2)}{mark}]"
        for one in step.conditions
        for mark in marks[one.of]
    )
    position = f"[{step.position}]" if step.position else ""
    return f"{'**/' if step.deep else ''}{step.type}{conditions}{position}"


@given(st.lists(STEPS, min_size=1, max_size=4))
def test_a_chain_is_read_as_it_was_written(chain: list[Step]) -> None:
    assert steps("/".join(map(written, chain))) == tuple(chain)


SCRAPS = ["**/", "*", "/", "XCUIElementTypeButton", "[", "]", "`", "$", "name == 'x'", "1", "-1", " "]


@given(st.lists(st.sampled_from(SCRAPS), max_size=10))
def test_scraps_of_chains_are_read_or_refused(scraps: list[str]) -> None:
    try:
        code = "" if locate(LOGIN, None, CHAIN, "".join(scraps)) is not None else "nothing"
    except WireError as refusal:
        code = refusal.code
    assert code in {"", "invalid selector"}


def test_css_is_written_as_the_driver_writes_it() -> None:
    css = 'window > button#go[label="a`b"]:nth-child(-1) image'
    assert class_chain(compounds(css), PACKAGE) == (
        '**/XCUIElementTypeWindow/XCUIElementTypeButton[`name == "go" AND label == "a``b"`][-1]/**/XCUIElementTypeImage'
    )
