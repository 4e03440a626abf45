"""The way through the main app, on a phone that is a table of screens."""

from __future__ import annotations

from typing import Any, cast

import pytest

from conformance.outcome import Unreached
from conformance.phone.handset import Handset
from steps.main_phone import MainPhone

MOVES = {
    ("login", "main.login.login"): "exams",
    ("exams", "main.exams.exam"): "exam_detail",
    ("exam_detail", "main.exam_detail.open"): "exam_page",
    ("exam_page", "main.exam_page.code_entry"): "code",
    ("code", "back"): "exam_page",
    ("exam_page", "back"): "exam_detail",
    ("exam_detail", "back"): "exams",
    ("submitted", "main.submitted.leave"): "exam_detail",
}
MARKS = {
    "login": "main.login.account",
    "exams": "main.exams.list",
    "exam_detail": "main.exam_detail.page",
    "exam_page": "main.exam_page.page",
    "code": "main.code.image",
    "submitted": "main.submitted.page",
    "elsewhere": "",
}


class PaperPhone:
    """Shows one screen; what is touched leads on by the table, anything else leads nowhere."""

    def __init__(self, screen: str) -> None:
        self.screen = screen
        self.typed: dict[str, str] = {}

    def shows(self, name: str) -> bool:
        return MARKS[self.screen] == name

    def tap(self, name: str, **_: str) -> None:
        self.screen = MOVES.get((self.screen, name), self.screen)

    def press(self, key: str) -> None:
        self.tap(key)

    def type(self, name: str, text: str) -> None:
        self.typed[name] = text

    def texts(self) -> list[str]:
        return [self.screen]


def phone_at(screen: str) -> tuple[MainPhone, PaperPhone]:
    paper = PaperPhone(screen)
    return MainPhone(cast(Handset, cast(Any, paper)), "13900000000", "secret", "composition"), paper


@pytest.mark.parametrize("screen", [screen for screen in MARKS if screen != "elsewhere"])
def test_the_exam_page_is_reached_from_everywhere(screen: str) -> None:
    main, paper = phone_at(screen)
    main.to_exam_page("song", "formal")
    assert paper.screen == "exam_page"


@pytest.mark.parametrize("screen", [screen for screen in MARKS if screen != "elsewhere"])
def test_the_list_is_reached_from_everywhere(screen: str) -> None:
    main, paper = phone_at(screen)
    main.to_list()
    assert paper.screen == "exams"


def test_logging_in_types_account_and_password() -> None:
    main, paper = phone_at("login")
    main.to_list()
    assert paper.typed == {"main.login.account": "13900000000", "main.login.password": "secret"}


def test_a_screen_without_a_way_is_named_with_what_is_there() -> None:
    main, _ = phone_at("elsewhere")
    with pytest.raises(Unreached, match="no way to the screen “exam page”.*elsewhere"):
        main.to_exam_page("song", "formal")


def test_a_way_that_leads_nowhere_ends() -> None:
    main, paper = phone_at("exams")
    paper.tap = lambda *_, **__: None  # type: ignore[method-assign]
    with pytest.raises(Unreached):
        main.to_detail()
