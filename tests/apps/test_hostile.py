"""Whatever is typed into whichever field: it is refused in words or taken as it is, and the app goes on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulators.phone.element import Element
from tests.apps.newcomer import Newcomer, newcomer
from tests.apps.test_screens import HOSTILE, assert_lawful

NAMES = ["long", "markup", "right-to-left", "emoji", "control", "plain"]


def to_identity(new: Newcomer) -> None:
    new.register()
    new.log_in()
    new.main.tap("blue_bar")


def to_manual(new: Newcomer) -> None:
    to_identity(new)
    new.main.tap("to_manual")


def to_profile(new: Newcomer) -> None:
    to_identity(new)
    new.show_card()
    new.main.tap("kind")


def to_mine(new: Newcomer) -> None:
    new.register()
    new.log_in()
    new.main.tap("tab_mine")


Way = Callable[[Newcomer], None]
FORMS: dict[str, tuple[Way, tuple[str, ...]]] = {
    "login": (lambda _: None, ("login",)),
    "register": (lambda new: new.main.tap("to_register"), ("send_code", "register")),
    "identity_manual": (to_manual, ("next",)),
    "profile": (to_profile, ("check_profile", "save_profile")),
    "mine": (to_mine, ("bind_email",)),
}
"""How one comes there, and what is tapped after the fields are full."""


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Newcomer]:
    with newcomer(tmp_path) as made:
        made.start()
        yield made


def fields(new: Newcomer) -> list[Element]:
    return [one for _, one in new.main.phone.tree().walk() if one.kind == "field"]


@pytest.mark.parametrize("word", HOSTILE, ids=NAMES)
@pytest.mark.parametrize("form", FORMS)
def test_a_form_full_of_it_is_answered_in_words(new: Newcomer, form: str, word: str) -> None:
    way, taps = FORMS[form]
    way(new)
    assert new.main.screen == form
    for one in fields(new):
        new.main.phone.clear(one)
        new.main.phone.type(one, word)
        assert new.main.see(one.id).text == word
    for tap in taps:
        if new.main.sees(tap):
            new.main.tap(tap)
            assert_lawful(new.main.phone.tree())
            assert new.main.phone.screenshot()
    done = new.main.screen == "profile" and new.main.sees("locked")
    assert done or new.main.see("notice").text


@pytest.mark.parametrize("word", HOSTILE[:4], ids=NAMES[:4])
def test_the_aux_app_takes_no_such_code(new: Newcomer, word: str) -> None:
    aux = new.aux
    aux.tap(f"icon_{aux.package}")
    aux.tap("scan")
    aux.allow()
    aux.tap("manual")
    aux.type("exam_code", word)
    aux.type("main_account", word)
    aux.tap("pair")
    assert aux.screen == "manual"
    assert aux.see("notice").text
    assert_lawful(aux.phone.tree())
