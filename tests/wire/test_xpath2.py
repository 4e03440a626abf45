"""XPath 2.0 for UiAutomator2, XPath 1.0 for XCUITest: what each expression finds, and what it comes to where it finds none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.wire.webdriver.dialect import XCUITEST
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.locators import locate
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import Scene
from tests.wire.small_phone import PACKAGE, SmallPhone
from tests.wire.test_locators import EXAMS, LOGIN, ids

IPHONE = Snapshot(Scene(SmallPhone(screen="login").tree(), PACKAGE), XCUITEST)

FOUND = [
    ("for $b in //android.widget.Button return $b", ["later", "login"]),
    ("for $t in ('登录', 'later') return //*[@text = $t]", ["login", "later"]),
    ("for $n in 1 to 2 return (//android.widget.Button)[$n]", ["later", "login"]),
    ("for $n in 2 to 1 return //*", []),
    ("if (//*[@text='登录']) then //*[@text='登录'] else //android.widget.CheckBox", ["login"]),
    ("if (//nothing) then //* else //android.widget.CheckBox", ["agree"]),
    ("//*[some $a in @* satisfies lower-case($a) = 'log in']", ["login"]),
    (
        "//android.widget.Button[every $b in ../android.widget.Button satisfies @index >= $b/@index]",
        ["login"],
    ),
    ("//*[@text = ('登录', 'later')]", ["later", "login"]),
    ("(//android.widget.Button, //android.widget.CheckBox)", ["later", "login", "agree"]),
    ("//android.widget.Button union //android.widget.CheckBox", ["agree", "later", "login"]),
    ("//android.widget.Button except //*[@enabled='false']", ["login"]),
    ("//android.widget.Button intersect //*[@enabled='false']", ["later"]),
    ("//*[@text eq '登录']", ["login"]),
    ("//*[number(@index) gt 5]", ["login"]),
    ("//*[xs:integer(@index) = 4 to 5]", ["agree", "later"]),
    ("//*[tokenize(@resource-id, '/')[2] = 'agree']", ["agree"]),
    ("//*[replace(@text, '[0-9]', '#') = '##:##:##']", ["clock"]),
    ("//*[matches(@text, 'LOGIN', 'i')]", ["title"]),
    ("//*[matches(@text, '(?i)LOGIN')]", ["title"]),
    ("//*[some $a in @text satisfies matches($a, '(?<=小)艺')]", ["title"]),
    ("//*[matches(@text, '^ later $', 'x')]", ["later"]),
    ("(//android.widget.Button)[last()] | reverse(//nothing)", ["login"]),
    ("reverse(//android.widget.Button)", ["login", "later"]),
    ("subsequence(//android.widget.Button, 2)", ["login"]),
    ("//*[string-length(string-join(@text, '')) = 5 and not(empty(@text))]", ["later"]),
    ("//*[@text='登录'] (: the button :)", ["login"]),
    ("()", []),
    ("/hierarchy/(android.widget.FrameLayout | nothing)/*[last()]", ["login"]),
]


@pytest.mark.parametrize(("value", "expected"), FOUND)
def test_an_expression_finds(value: str, expected: list[str]) -> None:
    assert ids(locate(LOGIN, None, "xpath", value)) == expected


WITHIN = [
    (".//(android.widget.Button | nothing)", ["open_1"]),
    ("for $b in .//android.widget.Button return $b", ["open_1"]),
    ("for $b in //android.widget.Button return $b", ["open_1"]),
    ("(., ./*)", ["exam 1", "open_1"]),
]


@pytest.mark.parametrize(("value", "expected"), WITHIN)
def test_a_search_from_a_view_stays_below_it(value: str, expected: list[str]) -> None:
    second = locate(EXAMS, None, "class name", "android.widget.LinearLayout")[1]
    assert ids(locate(EXAMS, second, "xpath", value)) == expected


REFUSED = [
    ("for $b in return $b", "XPST0003"),
    ("if (//*) then //*", "XPST0003"),
    ("$unbound", "XPST0008"),
    ("no-such-function(//*)", "XPST0017"),
    ("a:b", "XPST0081"),
    ("//*[1 idiv 0]", "FOAR0001"),
    ("//*[some $a in @* satisfies matches($a, '(')]", "FORX0002"),
    ("//*[matches(@text, 'a', 'y')]", "no flag 'y'"),
    ("//*[matches(@text)]", "XPST0017"),
    ("//*[(@text, '1') + 1]", "XPTY0004"),
    ("doc('/etc/hostname')", "FODC0002"),
    ("for $b in 1 to 3 return $b", "it must give elements"),
    ("for $b in //* return $b/@text", "it must give elements"),
    ("string-join(('a', 'b'), '-')", "it must give elements"),
    ("count(1 to 1000000000000)", "numbers in ranges"),
    ("for $a in 1 to 1000, $b in 1 to 1000 return //nothing", "numbers in ranges"),
    ("for $a in 1 to 5000 return //*", "more than 10000 results"),
    ("(" * 4000 + ")" * 4000, "recursion"),
]


@pytest.mark.parametrize(("value", "word"), REFUSED)
def test_what_has_no_value_is_an_invalid_selector_that_says_why(value: str, word: str) -> None:
    with pytest.raises(WireError, match=word) as refusal:
        locate(LOGIN, None, "xpath", value)
    assert refusal.value.code == "invalid selector"


@pytest.mark.parametrize("value", ["for $b in //* return $b", "//*[ends-with(@text, '录')]"])
def test_a_session_may_ask_for_the_older_one(value: str) -> None:
    older = {"enforceXPath1": True}
    assert locate(LOGIN, None, "xpath", value)
    with pytest.raises(WireError) as refusal:
        locate(LOGIN, None, "xpath", value, older)
    assert refusal.value.code == "invalid selector"
    assert ids(locate(LOGIN, None, "xpath", "//*[@text='登录']", older)) == ["login"]


def test_an_iphone_speaks_what_webdriveragent_does() -> None:
    assert ids(locate(IPHONE, None, "xpath", "//*[matches(@label, 'LOGIN', 'i')]")) == ["title"]
    assert ids(locate(IPHONE, None, "xpath", "//*[ends-with(lower-case(@label), ' in')]")) == ["login"]


@pytest.mark.parametrize(
    "value", ["for $b in //* return $b", "//*[@label = ('a', 'b')]", "//*[matches(@label)]"]
)
def test_an_iphone_does_not_speak_the_rest(value: str) -> None:
    with pytest.raises(WireError) as refusal:
        locate(IPHONE, None, "xpath", value)
    assert refusal.value.code == "invalid selector"


WORDS = (
    "for $a in return if then else some every satisfies to union except intersect instance of cast as castable treat "
    "//* @* @text . .. ( ) [ ] , | / // = eq << is idiv mod * - + 1 0 9e99 'a' '(' $a last() position() count( "
    "matches( tokenize( replace( string-join( xs:integer( xs:date( subsequence( text() node() element() ? (: :)"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12))
def test_scraps_find_something_or_are_an_invalid_selector(scraps: list[str]) -> None:
    try:
        code = "" if isinstance(locate(LOGIN, None, "xpath", " ".join(scraps)), list) else "no list"
    except WireError as refusal:
        code = refusal.code
    assert code in {"", "invalid selector"}
