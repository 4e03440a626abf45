"""Locators: what each finds on a small screen, and what is no selector."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.locators import STRATEGIES, locate
from simulators.wire.webdriver.locators.java import JavaError, parse
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import Scene, View
from tests.wire.small_phone import PACKAGE, SmallPhone

LOGIN = Snapshot(Scene(SmallPhone(screen="login").tree(), PACKAGE))
EXAMS = Snapshot(Scene(SmallPhone(screen="exams").tree(), PACKAGE))


def ids(views: list[View]) -> list[str]:
    return [view.element.id or view.text or view.element.kind for view in views]


FOUND = [
    ("id", "login", ["login"]),
    ("id", "login_screen", ["login_screen"]),
    ("id", "com.example.exam:id/account", ["account"]),
    ("id", "other.package:id/account", []),
    ("id", "", []),
    ("accessibility id", "log in", ["login"]),
    ("accessibility id", "", []),
    ("class name", "android.widget.EditText", ["account", "password"]),
    ("class name", "Button", []),
    ("xpath", "//android.widget.Button", ["later", "login"]),
    ("xpath", "//*[@text='登录']", ["login"]),
    ("xpath", "//*[@clickable='true' and @enabled='false']", ["later"]),
    ("xpath", "(//android.widget.Button)[last()]", ["login"]),
    ("xpath", "//android.widget.CheckBox/following-sibling::*", ["later", "login"]),
    ("xpath", "/hierarchy/android.widget.FrameLayout", ["login_screen"]),
    ("xpath", "/hierarchy", []),
    ("xpath", "//*[matches(@text, '^小.帮')]", ["title"]),
    ("xpath", "//*[ends-with(@resource-id, '/agree')]", ["agree"]),
    ("xpath", "//*[lower-case(@content-desc) = 'log in']", ["login"]),
    ("xpath", "//*[contains(upper-case(@text), 'LOGIN')]", ["title"]),
    ("xpath", "//nothing", []),
    ("xpath", "//*[matches(@text, '[[]')]", []),
    ("-android uiautomator", 'new UiSelector().textMatches("[[x]")', []),
    ("-android uiautomator", 'new UiSelector().text("登录")', ["login"]),
    ("-android uiautomator", 'new UiSelector().textContains("LOGIN");', ["title"]),
    ("-android uiautomator", 'new UiSelector().textStartsWith("小艺")', ["title"]),
    ("-android uiautomator", 'new UiSelector().textMatches("\\\\d\\\\d:.*")', ["clock"]),
    ("-android uiautomator", 'new UiSelector().textMatches("09")', []),
    ("-android uiautomator", 'new UiSelector().description("log in")', ["login"]),
    ("-android uiautomator", 'new UiSelector().descriptionContains("LOG")', ["login"]),
    ("-android uiautomator", 'new UiSelector().resourceId("com.example.exam:id/agree")', ["agree"]),
    ("-android uiautomator", 'new UiSelector().resourceIdMatches(".*/a.*")', ["account", "agree"]),
    ("-android uiautomator", 'new UiSelector().className("android.widget.Button").instance(1)', ["login"]),
    ("-android uiautomator", 'new UiSelector().className("android.widget.Button").instance(9)', []),
    ("-android uiautomator", 'new UiSelector().className("android.widget.Button").enabled(false)', ["later"]),
    ("-android uiautomator", "new UiSelector().checkable(true).checked(false)", ["agree"]),
    ("-android uiautomator", "new UiSelector().index(2)", ["account"]),
    (
        "-android uiautomator",
        'new UiSelector().packageName("com.example.exam").instance(0)',
        ["login_screen"],
    ),
    ("-android uiautomator", 'new UiSelector().text("nowhere"); new UiSelector().text("登录")', ["login"]),
    (
        "-android uiautomator",
        'new UiScrollable(new UiSelector().scrollable(true)).scrollIntoView(new UiSelector().text("登录"))',
        ["login"],
    ),
    ("-android uiautomator", 'new UiScrollable(new UiSelector()).scrollTextIntoView("登录")', ["login"]),
    ("-android uiautomator", "new UiScrollable(new UiSelector()).flingForward()", ["login_screen"]),
    ("-android uiautomator", 'UiSelector().text("登录")', ["login"]),
    ("-android uiautomator", '.text("登录")', ["login"]),
    ("-android uiautomator", 'text("登录").enabled(true)', ["login"]),
    ("-android uiautomator", r'new UiSelector().textMatches("\d\d:.*")', ["clock"]),
    ("-android uiautomator", 'UiScrollable(.index(0)).scrollIntoView(.text("登录"))', ["login"]),
    ("css selector", "android.widget.EditText", ["account", "password"]),
    ("css selector", "Button", ["later", "login"]),
    ("css selector", "button", []),
    ("css selector", "#agree", ["agree"]),
    ("css selector", "*[checkable][checked='false']", ["agree"]),
    ("css selector", "[text*='LOGIN']", ["title"]),
    ("css selector", "[text^='登']", ["login"]),
    ("css selector", "[text$='录']", ["login"]),
    ("css selector", "[content-desc='log in']:enabled", ["login"]),
    ("css selector", "[resource-id='agree']", ["agree"]),
    ("css selector", "[resource-id$='agree']", ["agree"]),
    ("css selector", "[package-name~='example']:instance(2)", ["clock"]),
    ("css selector", "FrameLayout > CheckBox", ["agree"]),
    ("css selector", "FrameLayout [index='2']", ["account"]),
]


@pytest.mark.parametrize(("using", "value", "expected"), FOUND)
def test_a_selector_finds(using: str, value: str, expected: list[str]) -> None:
    assert ids(locate(LOGIN, None, using, value)) == expected


WITHIN = [
    ("xpath", ".//android.widget.TextView", ["exam 1"]),
    ("xpath", "//android.widget.TextView", ["exam 1"]),
    ("xpath", "./*", ["exam 1", "open_1"]),
    ("xpath", "..", []),
    ("class name", "android.widget.Button", ["open_1"]),
    ("class name", "android.widget.LinearLayout", []),
    ("id", "open_2", []),
    ("-android uiautomator", 'new UiSelector().text("进入")', ["open_1"]),
]


@pytest.mark.parametrize(("using", "value", "expected"), WITHIN)
def test_a_search_from_a_view_stays_below_it(using: str, value: str, expected: list[str]) -> None:
    second = locate(EXAMS, None, "class name", "android.widget.LinearLayout")[1]
    assert ids(locate(EXAMS, second, using, value)) == expected


NESTED = [
    (
        'new UiSelector().index(2).childSelector(new UiSelector().className("android.widget.Button"))',
        ["open_2"],
    ),
    ('new UiSelector().text("exam 1").fromParent(new UiSelector().text("进入"))', ["open_1"]),
    (
        'new UiScrollable(new UiSelector().index(1)).getChildByText(new UiSelector().index(1), "exam 1")',
        ["group"],
    ),
    (
        'new UiScrollable(new UiSelector().index(1)).getChildByInstance(new UiSelector().text("进入"), 2)',
        ["open_2"],
    ),
    (
        'new UiSelector().className("android.widget.LinearLayout").instance(2).childSelector(new UiSelector().index(0))',
        ["exam 2"],
    ),
]


@pytest.mark.parametrize(("value", "expected"), NESTED)
def test_selectors_go_down_and_sideways(value: str, expected: list[str]) -> None:
    assert ids(locate(EXAMS, None, "-android uiautomator", value)) == expected


NO_SELECTOR = [
    ("css selector", "button["),
    ("css selector", "button[colour='x']"),
    ("-ios predicate string", "label == 'x'"),
    ("", "x"),
    ("xpath", "//*["),
    ("xpath", ""),
    ("xpath", "count(//*)"),
    ("xpath", "//@text"),
    ("xpath", "//*[matches(@text, '(')]"),
    ("xpath", "nosuch(1)"),
    ("xpath", "//*[@text='\x00']"),
    ("-android uiautomator", ""),
    ("-android uiautomator", "new UiSelector()."),
    ("-android uiautomator", "new UiSelector().nonsense(1)"),
    ("-android uiautomator", "new UiSelector().text(1)"),
    ("-android uiautomator", "new UiSelector().enabled(1)"),
    ("-android uiautomator", "new UiSelector().index(true)"),
    ("-android uiautomator", 'new UiSelector().text("a", "b")'),
    ("-android uiautomator", 'new UiSelector().text("a") trailing'),
    ("-android uiautomator", 'new UiSelector().textMatches("(")'),
    ("-android uiautomator", "new UiSelector().instance(true)"),
    ("-android uiautomator", "new UiSelector().childSelector(1)"),
    ("-android uiautomator", "new File(1)"),
    ("-android uiautomator", "UiSelector"),
    ("-android uiautomator", '"text"'),
    ("-android uiautomator", "new UiScrollable(new UiSelector()).jump()"),
    ("-android uiautomator", "new UiScrollable().flingForward()"),
    ("-android uiautomator", "new UiScrollable(1).flingForward()"),
    ("-android uiautomator", "new UiScrollable(new UiSelector()).scrollTextIntoView(1)"),
    ("-android uiautomator", "new UiScrollable(new UiSelector()).getChildByInstance(new UiSelector())"),
    ("-android uiautomator", "new UiSelector().childSelector(new UiScrollable(new UiSelector()))"),
    ("-android uiautomator", "new UiSelector().index(1.5)"),
]


@pytest.mark.parametrize(("using", "value"), NO_SELECTOR)
def test_what_cannot_be_read_is_an_invalid_selector(using: str, value: str) -> None:
    with pytest.raises(WireError) as refusal:
        locate(LOGIN, None, using, value)
    assert refusal.value.code == "invalid selector"


@given(using=st.sampled_from(sorted(STRATEGIES["UiAutomator2"])), value=st.text(max_size=60))
def test_any_text_finds_something_or_is_an_invalid_selector(using: str, value: str) -> None:
    try:
        code = "" if isinstance(locate(LOGIN, None, using, value), list) else "no list"
    except WireError as refusal:
        code = refusal.code
    assert code in {"", "invalid selector"}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_a_string_in_java_comes_back_as_it_was(text: str) -> None:
    written = "".join(f"\\u{unit:04x}" if unit < 128 else chr(unit) for unit in map(ord, text))
    ((_, call),) = parse(f'new UiSelector().text("{written}")')
    assert call.arguments == (text,)


SCRAPS = ["new", " ", "UiSelector", "(", ")", ".", "text", '"a"', "1", "true", ",", ";", "childSelector"]


@given(st.lists(st.sampled_from(SCRAPS), max_size=14))
def test_scraps_of_java_are_read_or_refused(scraps: list[str]) -> None:
    try:
        makers = {chain[0].name for chain in parse("".join(scraps))}
    except JavaError:
        return
    assert makers <= {"UiSelector", "UiScrollable"}
